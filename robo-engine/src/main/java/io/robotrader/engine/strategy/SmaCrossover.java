package io.robotrader.engine.strategy;

import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the trend by two simple moving averages of the close: long while the fast one is above the slow one, short while
 * below.
 *
 * <p>Both averages include the bar that has just closed. A symbol's first signal comes with as many bars as the slow average
 * has. Averages that differ by no more than a billionth of the slow one are equal and change nothing. The confidence is
 * Kaufman's efficiency ratio of the closes in the slow average, see {@link Momentum}. Source of the rule: Brock, Lakonishok
 * and LeBaron, Journal of Finance 47, 1992, without a band. Constant time a bar, on average. A bar that has closed is never
 * judged again. Not thread-safe.
 */
public final class SmaCrossover implements Strategy {

    private static final double EQUAL = 1e-9;

    private final int fast;
    private final int slow;
    private final Map<String, Averages> averages = new HashMap<>();

    /**
     * Makes a strategy that has seen no bar.
     *
     * @param fast bars in the fast average, 1 or more; 10 is usual
     * @param slow bars in the slow average, more than in the fast one; 20 is usual
     * @throws IllegalArgumentException if one of them is not so
     */
    public SmaCrossover(int fast, int slow) {
        if (fast < 1) {
            throw new IllegalArgumentException("fast must be at least 1, but was " + fast);
        }
        if (slow <= fast) {
            throw new IllegalArgumentException("slow must be above fast " + fast + ", but was " + slow);
        }
        this.fast = fast;
        this.slow = slow;
    }

    @Override
    public String name() {
        return "sma-" + fast + "-" + slow;
    }

    @Override
    public Optional<Signal> onBar(Bar bar) {
        return averages.computeIfAbsent(bar.symbol(), symbol -> new Averages()).next(bar);
    }

    private final class Averages {

        private final Window near = new Window(fast);
        private final Window far = new Window(slow);
        private final Path path = new Path(slow - 1);
        private Direction direction = Direction.FLAT;

        Optional<Signal> next(Bar bar) {
            near.add(bar.close());
            far.add(bar.close());
            path.add(bar.close());
            if (!far.isFull()) {
                return Optional.empty();
            }
            double above = near.mean() - far.mean();
            if (!(Math.abs(above) > EQUAL * far.mean())) {
                return Optional.empty();
            }
            Direction now = above > 0 ? Direction.LONG : Direction.SHORT;
            if (now == direction) {
                return Optional.empty();
            }
            direction = now;
            String reason = String.format(
                    Locale.ROOT, "mean of %d at %.4f, of %d at %.4f", fast, near.mean(), slow, far.mean());
            return Optional.of(new Signal(name(), bar.symbol(), now, reason, path.straightness(far.oldest())));
        }
    }
}
