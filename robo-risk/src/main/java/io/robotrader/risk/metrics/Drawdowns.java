package io.robotrader.risk.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every fall below a peak in a series of simple returns. The starting capital counts as a peak. A fall of 1e-12 or less
 * is rounding and none, so that a peak that is regained but for the last digit is regained.
 *
 * <p>Immutable and thread-safe.
 */
public final class Drawdowns {

    private final List<Drawdown> all;
    private final double current;
    private final double maximum;
    private final int returns;

    private Drawdowns(List<Drawdown> all, double current, double maximum, int returns) {
        this.all = List.copyOf(all);
        this.current = current;
        this.maximum = maximum;
        this.returns = returns;
    }

    /**
     * {@return the falls of a series}
     *
     * @param returns simple returns in time order, each finite and not below -1
     * @throws IllegalArgumentException if a return is out of its range
     */
    public static Drawdowns of(double[] returns) {
        Sample sample = Sample.of(returns, "returns");
        List<Drawdown> all = new ArrayList<>();
        Underwater wealth = new Underwater();
        double depth = 0;
        int trough = 0;
        for (int i = 0; i < sample.size(); i++) {
            int peak = (int) wealth.peak();
            boolean wasUnder = wealth.isUnder();
            wealth.add(sample.get(i));
            if (wealth.isUnder() && wealth.depth() > depth) {
                depth = wealth.depth();
                trough = i + 1;
            } else if (wasUnder && !wealth.isUnder()) {
                all.add(new Drawdown(depth, peak, trough, i + 1, true));
                depth = 0;
            }
        }
        if (wealth.isUnder()) {
            all.add(new Drawdown(depth, (int) wealth.peak(), trough, sample.size(), false));
        }
        return new Drawdowns(all, wealth.depth(), wealth.worst(), sample.size());
    }

    /** {@return the fall from the peak at the end of the series as a fraction of the peak, in [0, 1]; needs one return} */
    public Estimate currentDepth() {
        return estimate(current);
    }

    /** {@return the largest fall from a peak as a fraction of the peak, in [0, 1]; needs one return} */
    public Estimate maximumDepth() {
        return estimate(maximum);
    }

    /** {@return the falls in time order, unmodifiable; empty if there was none} */
    public List<Drawdown> all() {
        return all;
    }

    /** {@return the fall that was not recovered from; empty if the series ends at a peak} */
    public Optional<Drawdown> current() {
        return all.isEmpty() || all.get(all.size() - 1).recovered()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1));
    }

    /** {@return the fall with the largest depth, the first one if there are several; empty if there was none} */
    public Optional<Drawdown> deepest() {
        Drawdown found = null;
        for (Drawdown drawdown : all) {
            found = found == null || drawdown.depth() > found.depth() ? drawdown : found;
        }
        return Optional.ofNullable(found);
    }

    /** {@return the fall with the most periods, the first one if there are several; empty if there was none} */
    public Optional<Drawdown> longest() {
        Drawdown found = null;
        for (Drawdown drawdown : all) {
            found = found == null || drawdown.length() > found.length() ? drawdown : found;
        }
        return Optional.ofNullable(found);
    }

    private Estimate estimate(double depth) {
        return returns == 0 ? Estimate.tooFew("returns", 1, 0) : Estimate.of(depth);
    }
}
