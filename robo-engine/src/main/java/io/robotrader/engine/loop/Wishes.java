package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent.EntrySized;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.risk.MaxQuantity;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.sizing.PositionSize;
import io.robotrader.risk.sizing.PositionSizers;
import io.robotrader.risk.sizing.SizeBound;
import io.robotrader.risk.sizing.SizeLimit;
import io.robotrader.risk.sizing.SizingRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what is wished of a symbol into orders, one wish at a time. */
final class Wishes {

    private static final Logger LOG = LoggerFactory.getLogger(Wishes.class);

    private final Floor floor;
    private final OrderDesk orders;
    private final Supplier<@Nullable LocalDate> tradeDate;
    // What is wished of a symbol whose orders are still being taken back.
    private final Map<String, Direction> waiting = new HashMap<>();
    // What was wished of a symbol last.
    private final Map<String, Direction> wishes = new HashMap<>();

    Wishes(Floor floor, OrderDesk orders, Supplier<@Nullable LocalDate> tradeDate) {
        this.floor = floor;
        this.orders = orders;
        this.tradeDate = tradeDate;
    }

    /** A wish of an earlier run: what it led to then is in the journal, and what is left of it is to exit. */
    void remember(Signal signal) {
        wishes.put(signal.symbol(), directionOf(signal));
    }

    void raise(Signal signal) {
        raise(signal, directionOf(signal));
    }

    private void raise(Signal signal, Direction wish) {
        floor.host.publish(new SignalRaised(floor.now(), signal));
        String symbol = signal.symbol();
        if (!floor.tape.knows(symbol)) {
            throw new IllegalStateException(
                    "symbol of a signal must be one of which a bar has come, but was " + symbol);
        }
        wishes.put(symbol, wish);
        waiting.put(symbol, wish);
        floor.working.in(symbol).forEach(order -> orders.cancel(order.id(), "a newer signal: " + signal.reason()));
        actIfNothingWorks(symbol);
        if (!floor.working.areNoneIn(symbol)) {
            exitAgain(symbol);
        }
    }

    /**
     * A wish on a bar that may be old: it opens nothing, neither now nor when what works has ended. What it contradicts is
     * left; what agrees with it stays as it is, an exit under way too.
     */
    void raiseToLeave(Signal signal) {
        Direction wish = directionOf(signal);
        if (wish == Direction.FLAT || isContradicted(signal.symbol(), wish)) {
            raise(signal, Direction.FLAT);
        } else {
            floor.host.publish(new SignalRaised(floor.now(), signal));
            LOG.info("The wish to be {} in {} is passed over: its bar may be old", wish, signal.symbol());
        }
    }

    private boolean isContradicted(String symbol, Direction wish) {
        long held = floor.held(symbol);
        Side against = OrderDesk.exitOf(entryOf(wish).sign());
        return held == 0 ? floor.working.shares(symbol, against) > 0 : contradicts(held, wish);
    }

    /** What waits to be opened in a symbol is too old by now. */
    void forgetEntry(String symbol) {
        Direction wish = waiting.get(symbol);
        if (wish != null && wish != Direction.FLAT) {
            if (contradicts(floor.held(symbol), wish)) {
                waiting.put(symbol, Direction.FLAT);
            } else {
                waiting.remove(symbol);
            }
        }
    }

    private Direction directionOf(Signal signal) {
        return signal.direction() == Direction.SHORT && !floor.desk.shortSelling()
                ? Direction.FLAT
                : signal.direction();
    }

    /** Nothing is to be opened for now: a wish to do so is not kept for later. */
    void forgetEntries() {
        waiting.values().removeIf(wish -> wish != Direction.FLAT);
    }

    /**
     * An order that is being taken back may still be filled. Only when its end is known is it known what is held, and with
     * that what is to be traded.
     */
    void actIfNothingWorks(String symbol) {
        if (floor.deciding && floor.working.areNoneIn(symbol)) {
            Direction wish = waiting.remove(symbol);
            if (wish != null) {
                act(symbol, wish);
            }
        }
    }

    private void act(String symbol, Direction wish) {
        long held = floor.held(symbol);
        if (contradicts(held, wish)) {
            orders.exit(symbol, held, tradeDate.get());
        }
        if (wish != Direction.FLAT && Long.signum(held) != entryOf(wish).sign()) {
            if (floor.mayOpen(symbol)) {
                enter(symbol, entryOf(wish));
            } else {
                LOG.info("The wish to be {} in {} is passed over: nothing is opened for now", wish, symbol);
            }
        }
    }

    /**
     * An exit that did not come about is wished for still: to hold what nobody wants is a risk. Not so an entry. An order
     * whose fate is unknown keeps no exit waiting, but what it may sell itself is not sold twice.
     */
    void exitAgain(String symbol) {
        Direction wish = wishes.get(symbol);
        long held = floor.held(symbol);
        if (wish == null || !contradicts(held, wish) || !floor.working.areNoneKnownIn(symbol)) {
            return;
        }
        long left = orders.leftToExit(symbol);
        if (left > 0) {
            LOG.warn("{} shares of {} are held although {} is wished; {} are exited", held, symbol, wish, left);
            orders.exit(symbol, Long.signum(held) * left, tradeDate.get());
        }
    }

    /** While an order is lost nothing tells the end of the wait, so what is held is exited as soon as it is known. */
    void exitBesideTheLost(String symbol) {
        if (floor.deciding && !floor.working.areNoneIn(symbol)) {
            exitAgain(symbol);
        }
    }

    private static boolean contradicts(long held, Direction wish) {
        return held != 0
                && (wish == Direction.FLAT || Long.signum(held) != entryOf(wish).sign());
    }

    private static Side entryOf(Direction wish) {
        return wish == Direction.SHORT ? Side.SELL : Side.BUY;
    }

    private void enter(String symbol, Side side) {
        PositionSize size = sizeOf(symbol, side);
        floor.host.publish(new EntrySized(floor.now(), symbol, size));
        if (!size.isNothing()) {
            orders.send(entry(orders.newId(symbol, tradeDate.get()), symbol, side, size.quantity()));
        }
    }

    /** The order has the stop that its position will have, so that the gate counts what it risks. */
    private OrderIntent entry(String id, String symbol, Side side, long shares) {
        OrderIntent order = OrderIntent.market(id, symbol, side, shares);
        double price = floor.tape.priceOf(symbol);
        return floor.desk
                .rules()
                .stops()
                .map(placer -> order.withStop(placer.place(side, price).price()))
                .orElse(order);
    }

    private PositionSize sizeOf(String symbol, Side side) {
        double price = floor.tape.priceOf(symbol);
        AccountFigures account = floor.desk.gate().figures();
        if (!Double.isFinite(account.equity()) || !Double.isFinite(account.buyingPower())) {
            // Something is held of which no price is known: nobody can say how much of the equity a size would be.
            return new PositionSize(0, SizeBound.NO_EQUITY);
        }
        SizingRequest request = new SizingRequest(
                        Instrument.of(symbol), price, account.equity(), account.buyingPower(), floor.tape.atrOf(symbol))
                .withSide(side);
        PositionSize wanted = floor.desk.sizer().size(request);
        PositionSize within = PositionSizers.capped(asked -> wanted, (asked, shares) -> room(symbol, side, shares))
                .size(request);
        // Where not one lot has room, the gate is asked for what was wanted, so that its reasons are on record.
        return within.isNothing() ? wanted : within;
    }

    private SizeLimit room(String symbol, Side side, long shares) {
        // A question and not an order, so its id is nobody's.
        MaxQuantity most = floor.desk.gate().maxQuantity(entry("room", symbol, side, Math.max(1, shares)));
        return new SizeLimit(most.boundBy().map(Limit::name).orElse("the gate"), most.quantity());
    }
}
