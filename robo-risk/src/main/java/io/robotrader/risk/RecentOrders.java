package io.robotrader.risk;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import org.jspecify.annotations.Nullable;

/**
 * The last few orders of each side that were held in one symbol, and when; many exits push no entry out. Guarded by the
 * gate's lock.
 */
final class RecentOrders {

    /** So many of a side: a bot that runs in a circle repeats itself sooner, and every symbol pays for them in memory. */
    static final int MOST = 8;

    private final @Nullable OrderIntent[] orders = new OrderIntent[2 * MOST];
    private final long[] times = new long[2 * MOST];
    private final int[] next = new int[2];

    void add(OrderIntent order, long now) {
        int side = sideOf(order);
        int place = side * MOST + next[side];
        orders[place] = order;
        times[place] = now;
        next[side] = (next[side] + 1) % MOST;
    }

    /**
     * The seconds since the last order of the same side and limit that was for so many shares; a number beyond any bound if
     * there is none, as infinity would not be admitted.
     */
    double secondsSince(OrderIntent order, long quantity, long now) {
        double least = Double.MAX_VALUE;
        int first = sideOf(order) * MOST;
        for (int i = first; i < first + MOST; i++) {
            OrderIntent earlier = orders[i];
            if (earlier != null && isSame(earlier, order, quantity)) {
                least = Math.min(least, (now - times[i]) / 1000.0);
            }
        }
        return least;
    }

    private static int sideOf(OrderIntent order) {
        return order.side() == Side.BUY ? 0 : 1;
    }

    private static boolean isSame(OrderIntent earlier, OrderIntent order, long quantity) {
        return earlier.quantity() == quantity && earlier.limitPrice().equals(order.limitPrice());
    }
}
