package io.robotrader.risk;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.internal.Require;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The holds, and what happens to them. Guarded by the gate's lock. */
final class Reservations {

    private final LiveAccount account;
    private final DayCounts day;
    private final Map<String, Hold> holds = new LinkedHashMap<>();
    /** Orders of this trade date that are over: a fill that crossed the cancellation may still come. */
    private final Map<String, Hold> over = new HashMap<>();
    /** Ids of this trade date, working or over: the same id is the same intent, and an intent is sent once. */
    private final Set<String> used = new HashSet<>();

    Reservations(LiveAccount account, DayCounts day) {
        this.account = account;
        this.day = day;
    }

    boolean has(String orderId) {
        return used.contains(orderId);
    }

    List<HeldOrder> all() {
        return holds.values().stream()
                .map(hold -> new HeldOrder(hold.order, hold.remaining(), hold.unknown))
                .toList();
    }

    /** Counts the trade date from what is working still. */
    void beginTradeDate() {
        used.retainAll(holds.keySet());
        over.clear();
        day.openedOrders = (int) holds.values().stream().filter(Hold::opens).count();
        day.openedNotional =
                holds.values().stream().mapToDouble(Hold::openingNotionalLeft).sum();
    }

    void hold(Assessment approved) {
        OrderIntent order = approved.order();
        Hold hold = new Hold(order, approved.price(), approved.openingQuantity());
        holds.put(order.id(), hold);
        used.add(order.id());
        account.change(approved.holding(), holding -> {
            holding.holds.add(hold);
            holding.recent.add(order, day.now);
        });
        if (hold.opens()) {
            day.opened(hold.openingNotionalLeft());
        }
    }

    boolean filled(String orderId, long quantity) {
        Hold hold = holds.get(orderId);
        if (hold == null) {
            return false;
        }
        account.change(holdingOf(hold), holding -> take(hold, quantity, holding));
        return true;
    }

    boolean book(String orderId, long quantity, double price) {
        Hold hold = holds.getOrDefault(orderId, over.get(orderId));
        if (hold == null) {
            return false;
        }
        Require.atMost(quantity, hold.remaining(), "quantity");
        boolean isOver = !holds.containsKey(orderId);
        boolean neverFilled = hold.isUntouched();
        double left = hold.openingNotionalLeft();
        account.change(holdingOf(hold), holding -> {
            take(hold, quantity, holding);
            account.pay(hold.order, quantity, price, holding);
        });
        if (isOver && hold.opens()) {
            // The day was given back what had not traded when the order was over, and this has.
            day.tradedAfterAll(left - hold.openingNotionalLeft(), neverFilled);
        }
        return true;
    }

    boolean closed(String orderId) {
        Hold hold = holds.remove(orderId);
        if (hold == null) {
            return false;
        }
        if (hold.opens()) {
            day.givenBack(hold.openingNotionalLeft(), hold.isUntouched());
        }
        over.put(orderId, hold);
        account.change(holdingOf(hold), holding -> holding.holds.remove(hold));
        return true;
    }

    boolean unknown(String orderId) {
        Hold hold = holds.get(orderId);
        if (hold != null) {
            hold.unknown = true;
        }
        return hold != null;
    }

    private void take(Hold hold, long quantity, Holding holding) {
        hold.take(quantity);
        if (hold.remaining() == 0) {
            holding.holds.remove(hold);
            holds.remove(hold.order.id());
        }
    }

    private Holding holdingOf(Hold hold) {
        return account.holdingOf(hold.order.symbol());
    }
}
