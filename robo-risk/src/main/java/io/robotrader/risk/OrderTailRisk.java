package io.robotrader.risk;

import io.robotrader.risk.internal.BadDay;
import java.util.OptionalDouble;

/**
 * What a bad day may cost, before and after an order: one day, 95 %, by the single-index model with normal returns. All in
 * money, positive for a loss; empty where a beta or a volatility is not known. Working orders count at their worst, and so
 * does the order itself: one that only reduces does not lower the figures until it is filled. Immutable and thread-safe.
 *
 * @param varBefore the loss that is not exceeded on 95 days of 100, as the book is, working orders included
 * @param varAfter the same after the order
 * @param shortfallBefore the mean loss of the other 5 days, as the book is
 * @param shortfallAfter the same after the order
 */
public record OrderTailRisk(
        OptionalDouble varBefore,
        OptionalDouble varAfter,
        OptionalDouble shortfallBefore,
        OptionalDouble shortfallAfter) {

    static OrderTailRisk of(double deviationBefore, double deviationAfter) {
        return new OrderTailRisk(
                known(BadDay.valueAtRisk(deviationBefore)),
                known(BadDay.valueAtRisk(deviationAfter)),
                known(BadDay.expectedShortfall(deviationBefore)),
                known(BadDay.expectedShortfall(deviationAfter)));
    }

    static OptionalDouble known(double loss) {
        return Double.isFinite(loss) ? OptionalDouble.of(loss) : OptionalDouble.empty();
    }
}
