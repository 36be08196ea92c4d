package io.robotrader.engine.ibkr.sim;

import java.time.Duration;
import java.util.Objects;

/**
 * How the market takes orders. Immutable and thread-safe.
 *
 * @param participation the largest fraction of what the market trades that goes to the simulator's clients, above 0, at
 *     most 1; where the data have no volume, everything is filled at once
 * @param queueDelay how long an order waits before the market can see it; zero or more, of simulated time
 * @param slippage by how much a market order, and a stop that has triggered, is filled worse than the quote, in price
 *     units; finite, zero or more
 * @param largestFill the most shares that one fill may have, at least 1; a larger order is filled in parts
 */
public record FillModel(double participation, Duration queueDelay, double slippage, long largestFill) {

    /** All of the market's volume, at once, at the quote, however many shares. */
    public static final FillModel IMMEDIATE = new FillModel(1, Duration.ZERO, 0, Long.MAX_VALUE);

    /** A tenth of the volume, a tenth of a second later, a cent worse: nearer to what a small account meets. */
    public static final FillModel CAUTIOUS = new FillModel(0.1, Duration.ofMillis(100), 0.01, 5_000);

    /** Checks every component. */
    public FillModel {
        Objects.requireNonNull(queueDelay, "queueDelay");
        require(participation > 0 && participation <= 1, "participation", "above 0 and at most 1", participation);
        require(!queueDelay.isNegative(), "queueDelay", "zero or more", queueDelay);
        require(slippage >= 0 && Double.isFinite(slippage), "slippage", "finite and zero or more", slippage);
        require(largestFill >= 1, "largestFill", "at least 1", largestFill);
    }

    /**
     * The same, filling at most some shares at a time.
     *
     * @param shares the most shares that one fill may have, at least 1
     * @return the model
     */
    public FillModel withLargestFill(long shares) {
        return new FillModel(participation, queueDelay, slippage, shares);
    }

    private static void require(boolean holds, String name, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + rule + ", but was " + value);
        }
    }
}
