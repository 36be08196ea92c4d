package io.robotrader.risk;

/** What the gate counts over a trade date and over the last minute. Guarded by the gate's lock. */
final class DayCounts {

    private final RateWindow held = new RateWindow();
    /** The time at which the order at hand is judged. */
    long now;

    int openedOrders;
    double openedNotional;
    int lossStreak;

    int ordersInLastMinute() {
        return held.count(now);
    }

    void opened(double notional) {
        held.add(now);
        openedOrders++;
        openedNotional += notional;
    }

    /** What an order traded after it was over. */
    void tradedAfterAll(double notional, boolean neverFilled) {
        openedNotional += notional;
        openedOrders += neverFilled ? 1 : 0;
    }

    /** What an order gave back unfilled; an order that never traded was no trade. */
    void givenBack(double notional, boolean neverFilled) {
        openedNotional = Math.max(0, openedNotional - notional);
        openedOrders -= neverFilled && openedOrders > 0 ? 1 : 0;
    }
}
