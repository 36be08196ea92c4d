package io.robotrader.engine.market;

import java.time.Duration;

/**
 * Where {@link DataQuality} draws its lines. At a bound passes, beyond it does not. Immutable and thread-safe.
 *
 * @param maxQuoteAge how old a quote may be when it is judged; not negative
 * @param maxBarAge how long ago a bar may have ended when it is judged; not negative
 * @param maxAhead how far the clock of the source may be ahead of ours; not negative
 * @param deviations how many robust standard deviations of the symbol's own returns a price may move; 1 or more
 * @param minJump a move up to this fraction is no outlier however calm the symbol was; 0 or more, at most maxJump
 * @param maxJump a move beyond this fraction is an outlier however wild the symbol was, and while its deviation is not known
 *     yet; positive, at most 10
 * @param warmUp after how many returns the deviation is known; 2 or more
 * @param confirmations how many prices in a row, each near the one before, make a new level out of an outlier; 2 or more
 * @param splitTolerance by what fraction the ratio of a split may be missed, since the price moves overnight too; positive, at
 *     most 0.1, where the ratios 4 and 5 begin to be one
 */
public record QualityBounds(
        Duration maxQuoteAge,
        Duration maxBarAge,
        Duration maxAhead,
        double deviations,
        double minJump,
        double maxJump,
        int warmUp,
        int confirmations,
        double splitTolerance) {

    /*
     * Quotes: a liquid stock is quoted many times a second; ten seconds of silence is a dead feed. Bars: a feed delivers them
     * within seconds. Ahead: what an unsynchronised clock is off by. Ten deviations: returns have fat tails, and a day that
     * is refused costs more than one that is let in; half a percent and a quarter are what no tick of a stock should be
     * and what no stock moves but on news that wants a second look. Twenty returns: the error of a mean of so many is about
     * a sixth. Three prices: one is a slip and two may be its echo. Three percent: a usual night, and short of the
     * half-way to the next ratio.
     */
    private static final QualityBounds DEFAULTS = new QualityBounds(
            Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofSeconds(5), 10, 0.005, 0.25, 20, 3, 0.03);

    /**
     * Checks every bound.
     *
     * @throws IllegalArgumentException if one breaks the rules above
     */
    public QualityBounds {
        checkDuration("maxQuoteAge", maxQuoteAge);
        checkDuration("maxBarAge", maxBarAge);
        checkDuration("maxAhead", maxAhead);
        check(deviations >= 1 && deviations <= Double.MAX_VALUE, "deviations", "finite and at least 1", deviations);
        check(maxJump > 0 && maxJump <= 10, "maxJump", "positive and at most 10", maxJump);
        check(minJump >= 0 && minJump <= maxJump, "minJump", "from 0 to the maxJump " + maxJump, minJump);
        check(warmUp >= 2, "warmUp", "at least 2", warmUp);
        check(confirmations >= 2, "confirmations", "at least 2", confirmations);
        check(
                splitTolerance > 0 && splitTolerance <= 0.1,
                "splitTolerance",
                "positive and at most 0.1",
                splitTolerance);
    }

    /**
     * Returns the defaults: quotes of 10 s, bars of 2 min, 5 s ahead; 10 deviations, from 0.5 % to 25 %, known after 20
     * returns; 3 confirmations; 3 % about the ratio of a split.
     *
     * @return the bounds
     */
    public static QualityBounds defaults() {
        return DEFAULTS;
    }

    /**
     * Returns bounds that differ in how old data may be.
     *
     * @param quote how old a quote may be
     * @param bar how long ago a bar may have ended
     * @return the bounds
     * @throws IllegalArgumentException if one is negative
     */
    public QualityBounds withAges(Duration quote, Duration bar) {
        return new QualityBounds(
                quote, bar, maxAhead, deviations, minJump, maxJump, warmUp, confirmations, splitTolerance);
    }

    /**
     * Returns bounds that differ in how far a price may move.
     *
     * @param most how many deviations
     * @param min what is no outlier in any case, as a fraction
     * @param max what is one in any case, as a fraction
     * @return the bounds
     * @throws IllegalArgumentException if one breaks its rule
     */
    public QualityBounds withJumps(double most, double min, double max) {
        return new QualityBounds(
                maxQuoteAge, maxBarAge, maxAhead, most, min, max, warmUp, confirmations, splitTolerance);
    }

    /**
     * Returns bounds that differ in how much it takes to know.
     *
     * @param returns after how many returns the deviation is known
     * @param prices how many prices in a row make a new level
     * @return the bounds
     * @throws IllegalArgumentException if one breaks its rule
     */
    public QualityBounds withPatience(int returns, int prices) {
        return new QualityBounds(
                maxQuoteAge, maxBarAge, maxAhead, deviations, minJump, maxJump, returns, prices, splitTolerance);
    }

    private static void checkDuration(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, but was " + value);
        }
    }

    private static void check(boolean holds, String name, String rule, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + rule + ", but was " + value);
        }
    }
}
