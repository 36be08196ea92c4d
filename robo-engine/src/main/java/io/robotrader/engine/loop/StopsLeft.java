package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.Protection;
import io.robotrader.risk.account.OrderIntent;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stops that the broker is to hold while nobody here does: placed once, when trading stops. The next run finds them in
 * the journal as orders without an end, and takes them back when the broker's books have shown them.
 */
final class StopsLeft {

    private static final Logger LOG = LoggerFactory.getLogger(StopsLeft.class);

    private final Floor floor;
    private final DayBook day;
    private final Guards guards;
    private final OrderDesk orders;
    private final Set<String> unacknowledged = new HashSet<>();

    StopsLeft(Floor floor, DayBook day, Guards guards, OrderDesk orders) {
        this.floor = floor;
        this.day = day;
        this.guards = guards;
        this.orders = orders;
    }

    /** Places the stop of each position, for the shares that no working order gives back. */
    void leave() {
        TradingRules rules = floor.desk.rules();
        if (!rules.leaveStops() || rules.shadow()) {
            return;
        }
        for (String symbol : floor.desk.portfolio().symbols()) {
            OptionalDouble stop = guards.stopOf(symbol);
            long shares = orders.leftToExit(symbol);
            if (stop.isEmpty() || shares == 0) {
                continue;
            }
            if (floor.doubted.containsKey(symbol)) {
                // After a split a stop of before is hit at once, and sells what was to stay.
                trouble(symbol, "its price is in doubt, so nothing guards its " + shares + " shares");
            } else if (floor.desk.broker().holdsStops()) {
                leave(symbol, Long.signum(floor.held(symbol)) * shares, stop);
            } else {
                LOG.warn("Nothing guards {} shares of {}, as the broker holds no stops", shares, symbol);
            }
        }
    }

    private void leave(String symbol, long shares, OptionalDouble stop) {
        String base = orders.newId(symbol, day.tradeDate());
        String id = base + Protection.STOP;
        OrderIntent order = OrderIntent.market(id, symbol, OrderDesk.exitOf(shares), Math.abs(shares));
        try {
            if (orders.protect(order, new Protection(base, symbol, shares, stop, OptionalDouble.empty()))) {
                LOG.info("A stop of {} shares of {} at {} is left at the broker", shares, symbol, stop.getAsDouble());
                unacknowledged.add(id);
            } else {
                trouble(symbol, "it was refused, or the journal could not take it");
            }
        } catch (RuntimeException broken) {
            LOG.error("The broker did not take the stop {}", id, broken);
            trouble(symbol, "the broker did not take it: " + broken);
            floor.host.next(new EngineInput.OrderOver(
                    new OrderEnd(id, OrderEnd.Kind.REJECTED, "the broker did not take it: " + broken.getMessage())));
            unacknowledged.add(id);
        }
    }

    private void trouble(String symbol, String why) {
        LOG.error("No stop of {} is left at the broker: {}", symbol, why);
        floor.host.publish(
                new TroubleNoted(floor.now(), "stop", "no stop of " + symbol + " is left at the broker: " + why));
    }

    void onAccepted(String orderId) {
        unacknowledged.remove(orderId);
    }

    /** Those of which the broker has told nothing yet. */
    List<String> unacknowledged() {
        return floor.working.ids(open ->
                !open.isUnknown() && unacknowledged.contains(open.order().id()));
    }
}
