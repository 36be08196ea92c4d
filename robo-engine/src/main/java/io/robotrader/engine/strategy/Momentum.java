package io.robotrader.engine.strategy;

import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the trend: long while the price stands above where it stood a number of bars ago, short while below.
 *
 * <p>With c(t) the close of a bar and n the look-back: long if c(t) &gt; c(t - n), short if c(t) &lt; c(t - n), as before if they
 * are equal (time series momentum: Moskowitz, Ooi and Pedersen, Journal of Financial Economics 104, 2012). A symbol's first
 * signal comes when n bars have passed. The confidence is Kaufman's efficiency ratio over the same bars (Smarter Trading,
 * 1995): |c(t) - c(t - n)| / sum of |c(i) - c(i - 1)|, 1 if the price went straight there. Constant time a bar, on average. A
 * bar that has closed is never judged again. Not thread-safe.
 */
public final class Momentum implements Strategy {

    private final int lookback;
    private final Map<String, Trend> trends = new HashMap<>();

    /**
     * Makes a strategy that has seen no bar.
     *
     * @param lookback how many bars to look back, 1 or more; 20 is usual
     * @throws IllegalArgumentException if the look-back is below one
     */
    public Momentum(int lookback) {
        if (lookback < 1) {
            throw new IllegalArgumentException("lookback must be at least 1, but was " + lookback);
        }
        this.lookback = lookback;
    }

    @Override
    public String name() {
        return "momentum";
    }

    @Override
    public Optional<Signal> onBar(Bar bar) {
        return trends.computeIfAbsent(bar.symbol(), symbol -> new Trend()).next(bar);
    }

    private final class Trend {

        private final Deque<Double> closes = new ArrayDeque<>();
        private final Path path = new Path(lookback);
        private Direction direction = Direction.FLAT;

        Optional<Signal> next(Bar bar) {
            closes.addLast(bar.close());
            path.add(bar.close());
            if (closes.size() <= lookback) {
                return Optional.empty();
            }
            double before = closes.removeFirst();
            // The prices are compared and not their ratio, which rounds the smallest change away.
            Direction now = bar.close() > before ? Direction.LONG : bar.close() < before ? Direction.SHORT : direction;
            if (now == direction) {
                return Optional.empty();
            }
            direction = now;
            double change = bar.close() / before - 1;
            String reason = String.format(Locale.ROOT, "%+.2f %% over %d bars", change * 100, lookback);
            return Optional.of(new Signal(name(), bar.symbol(), now, reason, path.straightness(before)));
        }
    }
}
