package io.robotrader.engine.ibkr.sim;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Where stops stand, when they trigger, and what limit is left then. */
final class Stops {

    private Stops() {}

    /** At what price the stop has triggered, not a number if it has not. */
    static double triggeredAt(LiveOrder order, boolean jumped) {
        Market.Instrument instrument = order.instrument;
        double last = instrument.quote.last;
        double stop =
                order.isTrailing() ? trail(order, last) : value(order.pricing().auxPrice());
        boolean buy = order.isBuy();
        if (buy ? last < stop : last > stop) {
            return Double.NaN;
        }
        double before = instrument.previousLast;
        boolean passed = !jumped && (buy ? before < stop : before > stop);
        return passed ? stop : last;
    }

    /** The stop follows the price while it moves in the order's favour, and stays where it is when it does not. */
    private static double trail(LiveOrder order, double last) {
        Double before = order.stop;
        BigDecimal percent = order.pricing().trailingPercent();
        double distance = percent != null
                ? last * percent.doubleValue() / 100
                : value(order.pricing().auxPrice());
        double candidate = Math.round((order.isBuy() ? last + distance : last - distance) * 100) / 100.0;
        BigDecimal start = order.pricing().trailStopPrice();
        double stop;
        if (before == null) {
            stop = start == null ? candidate : start.doubleValue();
        } else {
            stop = before;
        }
        stop = order.isBuy() ? Math.min(stop, candidate) : Math.max(stop, candidate);
        order.stop = stop;
        return stop;
    }

    /** The limit that holds now, not a number if there is none. */
    static double limit(LiveOrder order) {
        if (order.type().equals("TRAIL LIMIT")) {
            BigDecimal offset = order.pricing().limitPriceOffset();
            Double stop = order.stop;
            if (offset != null && stop != null) {
                return order.isBuy() ? stop + offset.doubleValue() : stop - offset.doubleValue();
            }
            return value(order.pricing().limitPrice());
        }
        return order.type().contains("LMT") ? value(order.pricing().limitPrice()) : Double.NaN;
    }

    private static double value(@Nullable BigDecimal price) {
        return price == null ? Double.NaN : price.doubleValue();
    }
}
