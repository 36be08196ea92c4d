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
 * @param relativeSlippage by what fraction of the price an order that takes what the market offers is filled worse, in
 *     [0, 0.1]. That includes a limit order which finds a better price than its limit; it never goes beyond it. Above 0
 *     such prices are rounded against the order to a hundredth of a cent
 */
public record FillModel(
        double participation, Duration queueDelay, double slippage, long largestFill, double relativeSlippage) {

    private static final double MOST_RELATIVE = 0.1;

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
        require(
                relativeSlippage >= 0 && relativeSlippage <= MOST_RELATIVE,
                "relativeSlippage",
                "a fraction in [0, 0.1]",
                relativeSlippage);
    }

    /**
     * A model whose slippage does not depend on the price.
     *
     * @param participation the largest fraction of the market's volume, above 0, at most 1
     * @param queueDelay how long an order waits, zero or more
     * @param slippage how much worse in price units, finite, zero or more
     * @param largestFill the most shares of one fill, at least 1
     */
    public FillModel(double participation, Duration queueDelay, double slippage, long largestFill) {
        this(participation, queueDelay, slippage, largestFill, 0);
    }

    /**
     * The same, filling at most some shares at a time.
     *
     * @param shares the most shares that one fill may have, at least 1
     * @return the model
     */
    public FillModel withLargestFill(long shares) {
        return new FillModel(participation, queueDelay, slippage, shares, relativeSlippage);
    }

    /**
     * The same with slippage by a fraction of the price, besides what there is in price units.
     *
     * @param fraction the fraction, in [0, 0.1]; 0.0005 is a twentieth of a per cent
     * @return the model
     */
    public FillModel withRelativeSlippage(double fraction) {
        return new FillModel(participation, queueDelay, slippage, largestFill, fraction);
    }

    private static void require(boolean holds, String name, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + rule + ", but was " + value);
        }
    }
}
