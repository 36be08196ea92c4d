package io.robotrader.risk;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.internal.Require;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The holds, and what happens to them. Guarded by the gate's lock. */
final class Reservations {

    private final LiveAccount account;
    private final DayCounts day;
    /**
     * The orders of this trade date by id, working or over: the same id is the same intent, and an intent is sent once;
     * and a fill that crossed its order's cancellation may still come.
     */
    private final Map<String, Hold> orders = new HashMap<>();

    private long sequence;

    Reservations(LiveAccount account, DayCounts day) {
        this.account = account;
        this.day = day;
    }

    boolean has(String orderId) {
        return orders.containsKey(orderId);
    }

    List<HeldOrder> all() {
        return working()
                .sorted(Comparator.comparingLong(hold -> hold.sequence))
                .map(hold -> new HeldOrder(hold.order, hold.remaining(), hold.unknown))
                .toList();
    }

    /** Counts the trade date from what is working still. */
    void beginTradeDate() {
        orders.values().removeIf(hold -> !hold.working);
        day.openedOrders = (int) working().filter(Hold::opens).count();
        day.openedNotional = working().mapToDouble(Hold::openingNotionalLeft).sum();
    }

    void hold(Assessment approved) {
        OrderIntent order = approved.order();
        Hold hold = new Hold(order, approved.holding(), approved.price(), approved.openingQuantity(), sequence++);
        orders.put(order.id(), hold);
        account.change(approved.holding(), holding -> {
            holding.holds.add(hold);
            holding.recent.add(order, day.now);
        });
        if (hold.opens()) {
            day.opened(hold.openingNotionalLeft());
        }
    }

    boolean filled(String orderId, long quantity) {
        Hold hold = workingOrNull(orderId);
        if (hold == null) {
            return false;
        }
        account.change(hold.holding, holding -> take(hold, quantity));
        return true;
    }

    boolean book(String orderId, long quantity, double price) {
        Hold hold = orders.get(orderId);
        if (hold == null) {
            return false;
        }
        Require.atMost(quantity, hold.remaining(), "quantity");
        boolean isOver = !hold.working;
        boolean neverFilled = hold.isUntouched();
        double left = hold.openingNotionalLeft();
        account.change(hold.holding, holding -> {
            take(hold, quantity);
            account.pay(hold.order, quantity, price, holding);
        });
        if (isOver && hold.opens()) {
            // The day was given back what had not traded when the order was over, and this has.
            day.tradedAfterAll(left - hold.openingNotionalLeft(), neverFilled);
        }
        return true;
    }

    boolean closed(String orderId) {
        Hold hold = workingOrNull(orderId);
        if (hold == null) {
            return false;
        }
        if (hold.opens()) {
            day.givenBack(hold.openingNotionalLeft(), hold.isUntouched());
        }
        account.change(hold.holding, holding -> release(hold));
        return true;
    }

    boolean unknown(String orderId) {
        Hold hold = workingOrNull(orderId);
        if (hold != null) {
            hold.unknown = true;
        }
        return hold != null;
    }

    private static void take(Hold hold, long quantity) {
        hold.take(quantity);
        if (hold.remaining() == 0) {
            release(hold);
        }
    }

    private static void release(Hold hold) {
        hold.working = false;
        hold.holding.holds.remove(hold);
    }

    private Stream<Hold> working() {
        return orders.values().stream().filter(hold -> hold.working);
    }

    private @Nullable Hold workingOrNull(String orderId) {
        Hold hold = orders.get(orderId);
        return hold != null && hold.working ? hold : null;
    }
}
