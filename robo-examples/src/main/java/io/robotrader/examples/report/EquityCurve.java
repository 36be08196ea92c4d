package io.robotrader.examples.report;

import java.time.Instant;
import java.util.List;

/**
 * Equity over time, shown as a curve with its drawdown below. Immutable.
 *
 * @param startingCapital the equity before the first point, in account currency; positive and finite. It counts as a
 *     peak, so a run that loses from its first day is in drawdown from its first day
 * @param points the equity, in strictly ascending time; may be empty
 */
public record EquityCurve(double startingCapital, List<Point> points) implements Block {

    /** Checks the capital and the order of time, and copies the list. */
    public EquityCurve {
        if (!(startingCapital > 0) || Double.isInfinite(startingCapital)) {
            throw new IllegalArgumentException(
                    "startingCapital must be positive and finite, but was " + startingCapital);
        }
        points = List.copyOf(points);
        for (int i = 1; i < points.size(); i++) {
            if (!points.get(i).time().isAfter(points.get(i - 1).time())) {
                throw new IllegalArgumentException("points must be in strictly ascending time, but was "
                        + points.get(i).time() + " after " + points.get(i - 1).time());
            }
        }
    }

    /**
     * The equity at one instant.
     *
     * @param time the instant; shown in UTC
     * @param equity in account currency; finite, may be negative
     */
    public record Point(Instant time, double equity) {

        /** Checks that the equity is a number. */
        public Point {
            if (!Double.isFinite(equity)) {
                throw new IllegalArgumentException("equity must be finite, but was " + equity);
            }
        }
    }

    /**
     * Drawdown at each point, as a fraction of the highest equity up to then, the starting capital included.
     *
     * @return one value a point: 0 at a peak, 0.25 when a quarter is lost, above 1 when the equity is negative
     */
    double[] drawdowns() {
        double[] fractions = new double[points.size()];
        double peak = startingCapital;
        for (int i = 0; i < fractions.length; i++) {
            double equity = points.get(i).equity();
            peak = Math.max(peak, equity);
            fractions[i] = (peak - equity) / peak;
        }
        return fractions;
    }
}
