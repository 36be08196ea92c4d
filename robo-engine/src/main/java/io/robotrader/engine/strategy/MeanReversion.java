package io.robotrader.engine.strategy;

import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Bets that a price which strayed from its moving average comes back: long when it is far below, short when it is far above,
 * flat when it is back.
 *
 * <p>z = (close - m) / s, with m the mean and s the standard deviation (divided by n, not n - 1) of the last n closes, the one
 * just come included: the bands of Bollinger (Bollinger on Bollinger Bands, 2001) are at z = -2 and z = 2.
 *
 * <ul>
 *   <li>z at or below -entry: long. z at or above entry: short. Whatever was wished before.
 *   <li>while long, z at or above -exit: flat. While short, z at or below exit: flat.
 * </ul>
 *
 * <p>Closes without any spread say nothing: no signal. A symbol's first signal can come with its n-th bar. The confidence of
 * an entry is |z| / (2 entry), at most 1: a half where it begins, and 1 twice as far out. That of an exit is 1. Constant time
 * a bar, on average. A bar that has closed is never judged again. Not thread-safe.
 */
public final class MeanReversion implements Strategy {

    private final int period;
    private final double entry;
    private final double exit;
    private final Map<String, Band> bands = new HashMap<>();

    /**
     * Makes a strategy that has seen no bar.
     *
     * @param period n, the closes in the mean, 2 or more; 20 is usual
     * @param entry how many standard deviations from the mean are far; positive, and below the square root of n - 1, since no
     *     close can be farther from a mean that it is part of; 2 is usual
     * @param exit how many standard deviations from the mean are back; 0 or more and below the entry; 0.5 is usual
     * @throws IllegalArgumentException if one of them is not so
     */
    public MeanReversion(int period, double entry, double exit) {
        if (period < 2) {
            throw new IllegalArgumentException("period must be at least 2, but was " + period);
        }
        if (!(entry > 0 && entry < Math.sqrt(period - 1))) {
            throw new IllegalArgumentException("entry must be positive and below " + Math.sqrt(period - 1)
                    + ", the square root of period - 1, but was " + entry);
        }
        if (!(exit >= 0 && exit < entry)) {
            throw new IllegalArgumentException(
                    "exit must be at least 0 and below the entry " + entry + ", but was " + exit);
        }
        this.period = period;
        this.entry = entry;
        this.exit = exit;
    }

    @Override
    public String name() {
        return "mean-reversion-" + period;
    }

    @Override
    public Optional<Signal> onBar(Bar bar) {
        return bands.computeIfAbsent(bar.symbol(), symbol -> new Band()).next(bar);
    }

    private final class Band {

        private final Window closes = new Window(period);
        private Direction direction = Direction.FLAT;

        Optional<Signal> next(Bar bar) {
            closes.add(bar.close());
            double deviation = closes.deviation();
            if (!closes.isFull() || deviation == 0) {
                return Optional.empty();
            }
            double z = (bar.close() - closes.mean()) / deviation;
            Direction now = wish(z);
            if (now == direction) {
                return Optional.empty();
            }
            direction = now;
            double confidence = now == Direction.FLAT ? 1 : Math.min(1, Math.abs(z) / (2 * entry));
            String reason =
                    String.format(Locale.ROOT, "%+.2f deviations from the mean %.4f of %d", z, closes.mean(), period);
            return Optional.of(new Signal(name(), bar.symbol(), now, reason, confidence));
        }

        private Direction wish(double z) {
            if (z <= -entry) {
                return Direction.LONG;
            }
            if (z >= entry) {
                return Direction.SHORT;
            }
            boolean back = direction == Direction.LONG ? z >= -exit : z <= exit;
            return back ? Direction.FLAT : direction;
        }
    }
}
