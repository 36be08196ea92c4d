package io.robotrader.correlation.internal;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What a range of rows must remember of its prices: each symbol's first and last, with their times. Two ranges of which
 * one follows the other tell the returns across their seam; a row is a range, too. Not thread-safe.
 */
public final class PriceRange implements Serializable {
    private static final long serialVersionUID = 1;

    /** Stands for the time of a price that is not there. */
    private static final long NONE = Long.MIN_VALUE;

    private final double[] firstPrices;
    private final long[] firstTimes;
    private final double[] lastPrices;
    private final long[] lastTimes;
    private final long begin;
    private long end;

    /**
     * One row.
     *
     * @param time when it is
     * @param prices by symbol, NaN where one is absent; at least one is there. Kept, so not to be changed
     */
    public PriceRange(long time, double[] prices) {
        firstPrices = prices;
        firstTimes = new long[prices.length];
        for (int i = 0; i < prices.length; i++) {
            firstTimes[i] = Double.isNaN(prices[i]) ? NONE : time;
        }
        lastPrices = prices.clone();
        lastTimes = firstTimes.clone();
        begin = time;
        end = time;
    }

    private PriceRange(PriceRange range) {
        firstPrices = range.firstPrices.clone();
        firstTimes = range.firstTimes.clone();
        lastPrices = range.lastPrices.clone();
        lastTimes = range.lastTimes.clone();
        begin = range.begin;
        end = range.end;
    }

    /**
     * Another one with the same prices.
     *
     * @return sharing nothing with this one
     */
    public PriceRange copy() {
        return new PriceRange(this);
    }

    /**
     * When the first row is.
     *
     * @return nanoseconds
     */
    public long begin() {
        return begin;
    }

    /**
     * When the last row is.
     *
     * @return nanoseconds
     */
    public long end() {
        return end;
    }

    /**
     * The price of a symbol that a later one is compared with.
     *
     * @param symbol its place
     * @return NaN if there is none
     */
    public double lastPrice(int symbol) {
        return lastPrices[symbol];
    }

    /**
     * The price of a symbol that an earlier one is compared with.
     *
     * @param symbol its place
     * @return NaN if there is none
     */
    public double firstPrice(int symbol) {
        return firstPrices[symbol];
    }

    /**
     * When that price is.
     *
     * @param symbol its place
     * @return nanoseconds; without a meaning if there is none
     */
    public long firstTime(int symbol) {
        return firstTimes[symbol];
    }

    /**
     * Takes the range that follows.
     *
     * @param later of the same symbols, beginning after the end of this one; not changed
     * @return the returns from the last prices here to the first ones there
     */
    public SeamReturns append(PriceRange later) {
        double[] returns = new double[lastPrices.length];
        long[] from = lastTimes.clone();
        for (int i = 0; i < returns.length; i++) {
            returns[i] = later.firstPrices[i] / lastPrices[i] - 1;
            if (later.firstTimes[i] != NONE) {
                if (firstTimes[i] == NONE) {
                    firstTimes[i] = later.firstTimes[i];
                    firstPrices[i] = later.firstPrices[i];
                }
                lastTimes[i] = later.lastTimes[i];
                lastPrices[i] = later.lastPrices[i];
            }
        }
        end = later.end;
        return new SeamReturns(returns, from, Arrays.copyOf(later.firstTimes, returns.length));
    }
}
