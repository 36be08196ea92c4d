package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent.DataRefused;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.DataQuality;
import io.robotrader.engine.market.QualityVerdict;
import io.robotrader.engine.market.QualityVerdict.Kind;
import io.robotrader.engine.market.QualityVerdict.Outcome;
import io.robotrader.engine.market.TradingTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges each bar before anything sees it, and keeps in mind of which symbols the prices are in doubt: in them nothing is
 * opened until the price is back where it was, or a person says that it is right.
 */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Floor floor;
    private final OrderDesk orders;
    private final Guards guards;
    private final Wishes wishes;
    private final @Nullable DataQuality quality;
    private final Set<String> strangers = new HashSet<>();
    // The symbols of which this run has let a bar in: what is older than an earlier run knows is no news.
    private final Set<String> begun = new HashSet<>();
    // The symbol of which a person has said that the bar that is let in next is right.
    private final Set<String> trusted = new HashSet<>();
    // The latest bar of each symbol that is in doubt, as far as one has come in this run.
    private final Map<String, Bar> doubtful = new HashMap<>();
    // Those of them that a person has confirmed, and that are being let in, oldest first.
    private final Deque<Bar> confirmed = new ArrayDeque<>();
    private Runnable whenConfirmed = () -> {};
    // The symbols that are held and whose latest bar was refused.
    private final Set<String> blind = new HashSet<>();

    Intake(Floor floor, OrderDesk orders, Guards guards, Wishes wishes) {
        this.wishes = wishes;
        this.floor = floor;
        this.orders = orders;
        this.guards = guards;
        TradingTime hours = TradingTime.of(floor.desk.calendar());
        this.quality = floor.desk
                .rules()
                .quality()
                .map(bounds -> new DataQuality(bounds, hours))
                .orElse(null);
    }

    /** Whether a bar gets in; if so it is its symbol's latest from now on. */
    boolean letsIn(Bar bar) {
        String symbol = bar.symbol();
        BarDoor.Answer answer = floor.tape.ask(bar);
        if (answer != BarDoor.Answer.IN) {
            boolean isKnown = answer == BarDoor.Answer.LATE && !begun.contains(symbol);
            if (!isKnown && (answer != BarDoor.Answer.STRANGER || strangers.add(symbol))) {
                refuse(bar, answer + ": " + floor.tape.words(answer, bar));
            }
            return false;
        }
        // What is from the future was refused by now; a clock that follows the bars has yet to follow this one.
        Instant now = floor.now();
        if (!isBelieved(bar, floor.clock.followsBars() || bar.time().isAfter(now) ? bar.time() : now)) {
            tellBlind(symbol);
            return false;
        }
        begun.add(symbol);
        blind.remove(symbol);
        floor.tape.letIn(bar);
        return true;
    }

    /** Whether a bar of before may be learned from, however old it is. */
    boolean mayLearn(Bar bar) {
        return isBelieved(bar, bar.time());
    }

    /** A bar of an earlier run: it was let in then. */
    void remember(Bar bar) {
        if (quality != null) {
            quality.accept(bar);
        }
    }

    private boolean isBelieved(Bar bar, Instant now) {
        if (quality == null) {
            return true;
        }
        if (trusted.remove(bar.symbol())) {
            quality.accept(bar);
            return true;
        }
        QualityVerdict verdict = quality.judge(bar, now);
        if (verdict.outcome() == Outcome.ACCEPT && floor.doubted.isEmpty()) {
            return true;
        }
        if (verdict.outcome() == Outcome.HOLD) {
            doubtful.put(bar.symbol(), bar);
            doubt(bar.symbol(), bar.symbol() + " " + verdict.describe());
        }
        if (!verdict.isUsable()) {
            refuse(bar, verdict.describe());
            return false;
        }
        if (verdict.found(Kind.GAP) || verdict.found(Kind.LEVEL_SHIFT)) {
            note(bar.symbol() + " " + verdict.describe());
        }
        release(bar.symbol(), "its price is where it was");
        return true;
    }

    private void refuse(Bar bar, String why) {
        LOG.warn("A bar is refused, {}: {}", why, bar);
        floor.tally.refusedData();
        floor.host.publish(new DataRefused(floor.now(), bar.symbol(), why));
    }

    private void note(String what) {
        LOG.warn("Market data is odd: {}", what);
        floor.host.publish(new TroubleNoted(floor.now(), "market data", what));
    }

    private void doubt(String symbol, String why) {
        // Who is asked to confirm sees the latest price; that there is a doubt is news once.
        if (floor.doubted.put(symbol, why) == null) {
            LOG.warn("Nothing is opened in {} until its price is confirmed: {}", symbol, why);
            floor.host.publish(new HoldChanged(floor.now(), HoldChanged.PRICES_OF + symbol, true, why));
            orders.cancelOnce(
                    order -> order.order().symbol().equals(symbol) && orders.opens(order), "its price is in doubt");
        }
    }

    /** What guards a position judges no bar that is refused, and whoever relies on it is told, once until one is let in. */
    private void tellBlind(String symbol) {
        long held = floor.held(symbol);
        if (held != 0 && blind.add(symbol)) {
            OptionalDouble stop = guards.stopOf(symbol);
            String what = held + " shares are held, and "
                    + (stop.isPresent() ? "neither their stop at " + stop.getAsDouble() + " nor another" : "no")
                    + " exit sees a price until one is believed";
            LOG.warn("{} of {}", what, symbol);
            floor.host.publish(new TroubleNoted(floor.now(), "position in " + symbol, what));
        }
    }

    private void release(String symbol, String why) {
        doubtful.remove(symbol);
        if (floor.doubted.remove(symbol) != null) {
            // What was wished meanwhile, or before, is late.
            wishes.forgetEntry(symbol);
            floor.host.publish(new HoldChanged(floor.now(), HoldChanged.PRICES_OF + symbol, false, why));
        }
    }

    /**
     * A person has seen what is in doubt, and says that it is right. The latest bar in doubt of each symbol is let in next, so
     * that its stop is judged by it at once; until that is done nothing is opened in the symbol, as a wish on it may be old.
     * A symbol of which none has come in this run stays in doubt: nobody has seen its price.
     *
     * @param then what is done when all of it is
     */
    void confirm(Runnable then) {
        List<Bar> bars = new ArrayList<>();
        for (String symbol : List.copyOf(floor.doubted.keySet())) {
            Bar bar = doubtful.remove(symbol);
            if (confirmed.stream().anyMatch(it -> it.symbol().equals(symbol))) {
                continue;
            }
            if (bar == null && quality != null) {
                // It was in doubt in an earlier run, and nobody has seen a price of it in this one.
                note(symbol + " stays in doubt although a person has resumed, as none of its prices has come since the"
                        + " start: " + floor.doubted.get(symbol));
                continue;
            }
            if (quality != null) {
                quality.confirm(symbol);
            }
            if (bar != null && floor.tape.ask(bar) == BarDoor.Answer.IN) {
                bars.add(bar);
                continue;
            }
            releaseConfirmed(symbol);
        }
        bars.sort(Comparator.comparing(Bar::time));
        whenConfirmed = then;
        boolean isFirst = confirmed.isEmpty();
        confirmed.addAll(bars);
        if (isFirst) {
            letInConfirmed();
        }
    }

    /** What is done when all of it is, from now on. */
    void whenConfirmed(Runnable then) {
        whenConfirmed = then;
    }

    /** One by one, each behind what the one before has brought about: as it is when they come from the feed. */
    private void letInConfirmed() {
        Bar bar = confirmed.peek();
        if (bar == null) {
            whenConfirmed.run();
        } else {
            trusted.add(bar.symbol());
            floor.host.next(new EngineInput.BarArrived(bar));
        }
    }

    /** All has been decided that a bar brings about. */
    void decidedOn(Bar bar) {
        if (bar.equals(confirmed.peek())) {
            confirmed.remove();
            releaseConfirmed(bar.symbol());
            letInConfirmed();
        }
    }

    private void releaseConfirmed(String symbol) {
        release(symbol, "a person says that it is right: " + floor.doubted.get(symbol));
    }

    /** A hold of an earlier run: it waits for a person, or for the price that was, however long ago it was placed. */
    void remember(HoldChanged hold) {
        symbolOf(hold).ifPresent(symbol -> {
            if (hold.placed()) {
                floor.doubted.put(symbol, hold.why());
            } else {
                floor.doubted.remove(symbol);
            }
            if (quality != null && hold.placed()) {
                quality.hold(symbol);
            } else if (quality != null) {
                quality.confirm(symbol);
            }
        });
    }

    /** A hold of a run that is done again. */
    void replay(HoldChanged hold) {
        symbolOf(hold).ifPresent(symbol -> {
            if (hold.placed()) {
                doubt(symbol, hold.why());
            } else {
                release(symbol, hold.why());
            }
        });
    }

    private static Optional<String> symbolOf(HoldChanged hold) {
        return hold.reason().startsWith(HoldChanged.PRICES_OF)
                ? Optional.of(hold.reason().substring(HoldChanged.PRICES_OF.length()))
                : Optional.empty();
    }
}
