package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent.CancelRequested;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.Protection;
import io.robotrader.engine.view.OpenOrder;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends orders and asks for them back: the only way of an order to the broker. What leaves is in the journal first. */
final class OrderDesk {

    private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);

    private final Floor floor;

    OrderDesk(Floor floor) {
        this.floor = floor;
    }

    /** Asks the gate and sends the order if it may be sent. */
    void send(OrderIntent order) {
        // An exit goes also unwritten: to be unable to leave is worse than a fill that the next run has to be told of.
        if (isReleased(order, opens(order))) {
            floor.desk.broker().submit(withoutStop(order));
        }
    }

    /** As {@link #send}, for an order that the broker makes of a protection; false if it did not go. */
    boolean protect(OrderIntent order, Protection protection) {
        boolean goes = isReleased(order, true);
        if (goes) {
            floor.desk.broker().protect(protection);
        }
        return goes;
    }

    /** Writes down what the gate says of an order, and whether it goes: then it counts as sent. */
    private boolean isReleased(OrderIntent order, boolean onlyWritten) {
        RiskDecision decision = floor.desk.gate().reserve(order);
        OrderDecided decided = new OrderDecided(floor.now(), order, decision);
        boolean isWritten = floor.host.publish(decided);
        floor.tally.decided(decided);
        if (!decision.isApproved()) {
            return false;
        }
        if (floor.desk.rules().shadow()) {
            withhold(order, "shadow mode: decided and not sent");
            return false;
        }
        if (!isWritten && onlyWritten) {
            withhold(order, "not sent, as the journal could not take it");
            return false;
        }
        floor.working.sent(order, floor.now());
        floor.ledger.sent(order);
        return true;
    }

    /** Names an order of an earlier run to the broker, as it was sent. */
    void recall(OrderIntent order) {
        floor.desk.broker().recall(withoutStop(order));
    }

    private void withhold(OrderIntent order, String why) {
        OrderEnd end = new OrderEnd(order.id(), OrderEnd.Kind.CANCELLED, why);
        floor.host.publish(new OrderEnded(floor.now(), end));
        floor.desk.gate().closed(order.id());
    }

    /** Gives shares back, but no more than the broker has: what it does not have it would sell short. */
    void exit(String symbol, long held, @Nullable LocalDate tradeDate) {
        long shares = Math.min(Math.abs(held), leftToExit(symbol));
        if (floor.awaitsTheirs) {
            LOG.info("{} shares of {} are given back when the broker has told what it has", Math.abs(held), symbol);
        } else if (shares < Math.abs(held)) {
            LOG.warn("Of {} shares of {} {} are given back, as the broker has no more", Math.abs(held), symbol, shares);
        }
        if (shares > 0) {
            send(OrderIntent.market(newId(symbol, tradeDate), symbol, exitOf(held), shares));
        }
    }

    static Side exitOf(long held) {
        return held > 0 ? Side.SELL : Side.BUY;
    }

    /** Whether there is something to give back, now or when it is known what the broker has. */
    boolean isLeftToExit(String symbol) {
        return floor.awaitsTheirs ? floor.held(symbol) != 0 && floor.working.areNoneIn(symbol) : leftToExit(symbol) > 0;
    }

    /** Shares that are held, by the broker too, and that no working order gives back. */
    long leftToExit(String symbol) {
        if (floor.awaitsTheirs) {
            floor.withheld.add(symbol);
            return 0;
        }
        long held = floor.heldByBoth(symbol);
        return held == 0 ? 0 : Math.max(0, Math.abs(held) - floor.working.shares(symbol, exitOf(held)));
    }

    void cancel(String id, String reason) {
        floor.host.publish(new CancelRequested(floor.now(), id, reason));
        floor.working.cancelling(id);
        floor.desk.broker().cancel(id);
    }

    /** Asks for those back that were not asked for before. */
    void cancelOnce(Predicate<OpenOrder> which, String reason) {
        List<String> ids = floor.working.ids(open -> !open.isCancelling() && !open.isUnknown() && which.test(open));
        ids.forEach(id -> cancel(id, reason));
    }

    /** Whether an order does more than bring its position towards zero. */
    boolean opens(OpenOrder open) {
        return opens(open.order());
    }

    private boolean opens(OrderIntent order) {
        long held = floor.held(order.symbol());
        return Long.signum(held) != -order.side().sign() || order.quantity() > Math.abs(held);
    }

    /** Asks for an order back that must not open: as long as its fate was unknown it could not be asked for. */
    void cancelIfBarred(String id) {
        cancelOnce(
                open -> open.order().id().equals(id) && opens(open) && isBarred(open),
                "it works after all, and nothing may be opened");
    }

    private boolean isBarred(OpenOrder open) {
        String symbol = open.order().symbol();
        return !floor.desk.killSwitch().level().mayOpen()
                || floor.host.takesBack()
                || floor.blocked.contains(symbol)
                || floor.doubted.containsKey(symbol);
    }

    void cancelOverdue(Duration timeout) {
        cancelOnce(
                open -> opens(open) && !open.sent().plus(timeout).isAfter(floor.now()),
                "it has worked for " + timeout + " without being filled");
    }

    /** Asks for everything back, whatever breaks, and returns the ids. */
    List<String> abandonAll() {
        List<String> ids = floor.working.ids();
        for (String id : ids) {
            try {
                floor.desk.broker().cancel(id);
            } catch (Throwable trouble) {
                LOG.error("The broker did not take the request to cancel order {}", id, trouble);
            }
        }
        return ids;
    }

    /** Ends in the number that the order's decision gets in the journal, so no later run on it gives the id again. */
    String newId(String symbol, @Nullable LocalDate tradeDate) {
        String day = tradeDate == null ? "none" : DateTimeFormatter.BASIC_ISO_DATE.format(tradeDate);
        return symbol + "-" + day + "-" + floor.host.nextNumber();
    }

    /** The engine watches its stops itself: one that works at the broker besides would sell the same shares again. */
    private static OrderIntent withoutStop(OrderIntent order) {
        return order.stopPrice().isEmpty()
                ? order
                : new OrderIntent(
                        order.id(),
                        order.symbol(),
                        order.side(),
                        order.quantity(),
                        order.limitPrice(),
                        OptionalDouble.empty());
    }
}
