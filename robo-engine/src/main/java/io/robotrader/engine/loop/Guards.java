package io.robotrader.engine.loop;

import io.robotrader.engine.market.Bar;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.stop.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Watches each position: its protective stop, where its profit is taken, and how long it may be held. Says when a position
 * is to be left, and why; sends nothing.
 */
final class Guards {

    private static final double ROUNDING = 1e-9;

    private final Floor floor;
    private final Map<String, Guard> guards = new HashMap<>();

    Guards(Floor floor) {
        this.floor = floor;
    }

    /** The position of a symbol has changed. */
    void follow(String symbol) {
        long held = floor.held(symbol);
        Guard before = guards.get(symbol);
        if (held == 0) {
            guards.remove(symbol);
            return;
        }
        Side opened = held > 0 ? Side.BUY : Side.SELL;
        double entry = floor.desk.portfolio().averagePrice(symbol);
        if (before == null || before.opened != opened) {
            guards.put(symbol, new Guard(opened, entry, Math.abs(held), stop(opened, entry), gateNow()));
        } else {
            if (Math.abs(held) > before.shares && before.stop != null) {
                // It has grown: the stop may come nearer, never go away.
                Stop fresh = stop(opened, entry);
                before.stop = fresh == null ? before.stop : fresh.tighten(before.stop.price());
            }
            before.entry = entry;
            before.shares = Math.abs(held);
        }
    }

    private Instant gateNow() {
        return floor.desk.gateTime().instant();
    }

    private @Nullable Stop stop(Side opened, double entry) {
        return entry > 0
                ? floor.desk
                        .rules()
                        .stops()
                        .map(placer -> placer.place(opened, entry))
                        .orElse(null)
                : null;
    }

    /** Holds a bar against the position of its symbol; the reason to leave it, or nothing. */
    Optional<String> onBar(Bar bar) {
        Guard guard = guards.get(bar.symbol());
        if (guard == null) {
            return Optional.empty();
        }
        boolean isWhole = guard.seen;
        guard.seen = true;
        Stop stop = guard.stop;
        if (stop != null) {
            // Within the bar of the entry nobody knows what came before the entry and what after: only the close did.
            Stop next =
                    isWhole ? stop.onBar(bar.open(), bar.high(), bar.low(), bar.close()) : stop.onPrice(bar.close());
            guard.stop = next;
            if (next.isHit()) {
                return Optional.of("the stop at " + next.price() + " was hit by " + lowest(bar, guard, isWhole));
            }
        }
        OptionalDouble target = guard.target(floor.desk.rules().takeProfit());
        double best = !isWhole ? bar.close() : guard.opened == Side.BUY ? bar.high() : bar.low();
        if (target.isPresent() && guard.opened.sign() * (best - target.getAsDouble()) >= -ROUNDING * best) {
            return Optional.of("the target of " + target.getAsDouble() + " was reached by " + best);
        }
        return Optional.empty();
    }

    private static double lowest(Bar bar, Guard guard, boolean isWhole) {
        return !isWhole ? bar.close() : guard.opened == Side.BUY ? bar.low() : bar.high();
    }

    /** The symbols of the positions that were held for as long as they may be. */
    List<String> overdue(Duration timeout) {
        Instant now = floor.now();
        return guards.entrySet().stream()
                .filter(it -> !it.getValue().since.plus(timeout).isAfter(now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    OptionalDouble stopOf(String symbol) {
        Guard guard = guards.get(symbol);
        return guard == null || guard.stop == null ? OptionalDouble.empty() : OptionalDouble.of(guard.stop.price());
    }

    OptionalDouble targetOf(String symbol) {
        Guard guard = guards.get(symbol);
        return guard == null
                ? OptionalDouble.empty()
                : guard.target(floor.desk.rules().takeProfit());
    }

    Optional<Instant> since(String symbol) {
        return Optional.ofNullable(guards.get(symbol)).map(guard -> guard.since);
    }

    private static final class Guard {
        final Side opened;
        final Instant since;
        double entry;
        long shares;

        @Nullable
        Stop stop;

        boolean seen;

        Guard(Side opened, double entry, long shares, @Nullable Stop stop, Instant since) {
            this.opened = opened;
            this.entry = entry;
            this.shares = shares;
            this.stop = stop;
            this.since = since;
        }

        OptionalDouble target(OptionalDouble takeProfit) {
            if (takeProfit.isEmpty()) {
                return OptionalDouble.empty();
            }
            double price = entry * (1 + opened.sign() * takeProfit.getAsDouble());
            return price > 0 ? OptionalDouble.of(price) : OptionalDouble.empty();
        }
    }
}
