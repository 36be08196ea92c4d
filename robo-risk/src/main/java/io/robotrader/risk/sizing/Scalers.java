package io.robotrader.risk.sizing;

import io.robotrader.risk.internal.Require;
import java.util.Objects;

/**
 * Sizers around a sizer that make its answers smaller when times are bad, in whole lots, and never larger. Scalers
 * multiply: one around another takes its part of what the inner one left.
 */
public final class Scalers {

    private Scalers() {}

    /**
     * Less the further the account is below its highest equity: the full size at no drawdown, nothing at the maximum and
     * beyond it, in a straight line between. An unknown drawdown sizes to nothing.
     *
     * @param sizer the sizer to scale
     * @param maxDrawdown the drawdown at which nothing more is opened, as a fraction of the highest equity, in (0, 1]
     * @return the sizer around it
     */
    public static PositionSizer drawdown(PositionSizer sizer, double maxDrawdown) {
        Objects.requireNonNull(sizer, "sizer");
        Require.fraction(maxDrawdown, "maxDrawdown");
        return request -> {
            PositionSize size = sizer.size(request);
            if (request.drawdown().isEmpty()) {
                return scaled(size, request, 0, SizeBound.DRAWDOWN_UNKNOWN);
            }
            double factor = Math.max(0, 1 - request.drawdown().getAsDouble() / maxDrawdown);
            return scaled(size, request, factor, SizeBound.DRAWDOWN);
        };
    }

    /**
     * Less the more the new position would move with those that are held: the full size up to one correlation, a part of
     * it at 1, in a straight line between. An unknown correlation is taken to be 1.
     *
     * @param sizer the sizer to scale
     * @param fullUpTo the correlation up to which nothing is taken away, from -1 to less than 1; hedges are negative
     * @param factorAtOne the part of the size that is left at a correlation of 1, from 0 to 1
     * @return the sizer around it
     */
    public static PositionSizer correlation(PositionSizer sizer, double fullUpTo, double factorAtOne) {
        Objects.requireNonNull(sizer, "sizer");
        if (!(fullUpTo >= -1 && fullUpTo < 1)) {
            throw new IllegalArgumentException("fullUpTo must be from -1 to less than 1, but was " + fullUpTo);
        }
        if (!(factorAtOne >= 0 && factorAtOne <= 1)) {
            throw new IllegalArgumentException("factorAtOne must be from 0 to 1, but was " + factorAtOne);
        }
        return request -> {
            PositionSize size = sizer.size(request);
            if (request.correlation().isEmpty()) {
                return scaled(size, request, factorAtOne, SizeBound.CORRELATION_UNKNOWN);
            }
            double above = Math.max(0, request.correlation().getAsDouble() - fullUpTo) / (1 - fullUpTo);
            // The ends are exact: 1 - 0 and, at a correlation of 1, no less than what was asked for.
            double factor = Math.max(factorAtOne, 1 - above * (1 - factorAtOne));
            return scaled(size, request, factor, SizeBound.CORRELATION);
        };
    }

    private static PositionSize scaled(PositionSize size, SizingRequest request, double factor, SizeBound by) {
        long before = size.quantity();
        long after = factor == 1
                ? before
                : Math.min(
                        before, Lots.floor(before * factor, request.instrument().lotSize()));
        return size.then(SizeStep.scaled(by, factor, after));
    }
}
