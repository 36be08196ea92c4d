package io.robotrader.risk;

import io.robotrader.risk.account.OrderIntent;

/** An approved order whose fate is not known yet. Guarded by the gate's lock. */
final class Hold {

    final OrderIntent order;
    final Holding holding;
    private final double price;
    /** The shares that opened when it was approved: the ones that the counts of the day have. */
    private final long opening;

    /** Tells which of two was reserved first. */
    final long sequence;

    private long remaining;
    /** Whether shares may still trade by this order; if not, it is kept for its id and for a late fill. */
    boolean working = true;

    boolean unknown;

    Hold(OrderIntent order, Holding holding, double price, long opening, long sequence) {
        this.order = order;
        this.holding = holding;
        this.price = price;
        this.opening = opening;
        this.sequence = sequence;
        this.remaining = order.quantity();
    }

    long remaining() {
        return remaining;
    }

    void take(long shares) {
        remaining -= Math.min(shares, remaining);
    }

    boolean opens() {
        return opening > 0;
    }

    boolean isUntouched() {
        return remaining == order.quantity();
    }

    /** The money of the opening shares that were never traded; fills are taken to reduce first. */
    double openingNotionalLeft() {
        // An exit may have been approved without a price, and zero times unknown would be unknown.
        return opening == 0 ? 0 : Math.min(opening, remaining) * price;
    }

    /** What a share costs at the worst: the price at which it was approved, or the mark if the order has no limit and it is higher. */
    double price(double mark) {
        if (Double.isNaN(price)) {
            return mark;
        }
        return order.limitPrice().isEmpty() && mark > price ? mark : price;
    }
}
