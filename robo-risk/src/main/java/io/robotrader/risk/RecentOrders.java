package io.robotrader.risk;

import io.robotrader.risk.account.OrderIntent;
import org.jspecify.annotations.Nullable;

/** The last few orders that were held in one symbol, and when. Guarded by the gate's lock. */
final class RecentOrders {

    /** A bot that runs in a circle repeats itself sooner than this, and every symbol pays for it in memory. */
    static final int MOST = 8;

    private final @Nullable OrderIntent[] orders = new OrderIntent[MOST];
    private final long[] times = new long[MOST];
    private int next;

    void add(OrderIntent order, long now) {
        orders[next] = order;
        times[next] = now;
        next = (next + 1) % MOST;
    }

    /**
     * The seconds since the last order of the same side and limit that was for so many shares; a number beyond any bound if
     * there is none, as infinity would not be admitted.
     */
    double secondsSince(OrderIntent order, long quantity, long now) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < MOST; i++) {
            OrderIntent earlier = orders[i];
            if (earlier != null && isSame(earlier, order, quantity)) {
                least = Math.min(least, (now - times[i]) / 1000.0);
            }
        }
        return least;
    }

    private static boolean isSame(OrderIntent earlier, OrderIntent order, long quantity) {
        return earlier.quantity() == quantity
                && earlier.side() == order.side()
                && earlier.limitPrice().equals(order.limitPrice());
    }
}
