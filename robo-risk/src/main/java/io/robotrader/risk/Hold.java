package io.robotrader.risk;

import io.robotrader.risk.account.OrderIntent;

/** An approved order whose fate is not known yet. Guarded by the gate's lock. */
final class Hold {

    final OrderIntent order;
    private final double price;
    private long remaining;

    Hold(OrderIntent order, double price) {
        this.order = order;
        this.price = price;
        this.remaining = order.quantity();
    }

    long remaining() {
        return remaining;
    }

    void take(long shares) {
        remaining -= Math.min(shares, remaining);
    }

    /** The price at which it was approved; an exit that had none is worth the mark, once there is one. */
    double priceOr(double mark) {
        return Double.isNaN(price) ? mark : price;
    }
}
