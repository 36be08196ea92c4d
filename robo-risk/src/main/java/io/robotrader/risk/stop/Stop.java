package io.robotrader.risk.stop;

import io.robotrader.risk.account.Side;
import io.robotrader.risk.internal.Require;
import java.util.OptionalDouble;

/**
 * The price at which a position is given up, protective or trailing, for a long or a short position.
 *
 * <p>Each price or bar gives the next stop; this one stays as it was. A stop only ever tightens: a long position's never
 * falls and a short one's never rises, whatever prices and average true ranges do. A trailing one starts at the entry,
 * not at the first price that comes, and follows the best price since.
 *
 * <p>A bar does not tell whether its high or its low came first. It is therefore held against the stop as it was before
 * the bar; only if that was not hit does the stop follow the bar's best price; and if the bar then closed through the
 * new stop, that was hit on the way, and the close is what can still be had. A price exactly at the stop hits it. A stop
 * that was hit stays hit and moves no more. It sends no order: whoever holds it acts on {@link #exit()}.
 *
 * <p>Immutable and thread-safe, as far as a rule of the user's own is.
 */
public final class Stop {

    private final Side opened;
    private final StopRule rule;
    private final boolean trailing;
    private final double best;
    private final double atr;
    private final double price;
    private final double exit;

    private Stop(Side opened, StopRule rule, boolean trailing, double best, double atr, double price, double exit) {
        this.opened = opened;
        this.rule = rule;
        this.trailing = trailing;
        this.best = best;
        this.atr = atr;
        this.price = price;
        this.exit = exit;
    }

    /**
     * {@return a stop that stays at its distance from the entry}
     *
     * @param opened the side that opened the position: {@link Side#BUY} for long, {@link Side#SELL} for short
     * @param entry what was paid or received per share, positive
     * @param rule how far away the stop is
     * @param atr the average true range per share, positive; empty if unknown
     * @throws IllegalArgumentException if a price is not positive and finite, or the rule gives no such stop
     */
    public static Stop protective(Side opened, double entry, StopRule rule, OptionalDouble atr) {
        return open(opened, entry, rule, atr, false);
    }

    /**
     * {@return a stop that starts at its distance from the entry and follows the best price since}
     *
     * @param opened the side that opened the position: {@link Side#BUY} for long, {@link Side#SELL} for short
     * @param entry what was paid or received per share, positive
     * @param rule how far away from the best price the stop is
     * @param atr the average true range per share, positive; empty if unknown
     * @throws IllegalArgumentException if a price is not positive and finite, or the rule gives no such stop
     */
    public static Stop trailing(Side opened, double entry, StopRule rule, OptionalDouble atr) {
        return open(opened, entry, rule, atr, true);
    }

    private static Stop open(Side opened, double entry, StopRule rule, OptionalDouble atr, boolean trailing) {
        Require.positive(entry, "entry");
        double range = atr.isPresent() ? Require.positive(atr.getAsDouble(), "atr") : Double.NaN;
        double distance = Require.positive(rule.distance(entry, range), "distance from the entry to the stop");
        double price = Require.positive(entry - opened.sign() * distance, "stop");
        return new Stop(opened, rule, trailing, entry, range, price, Double.NaN);
    }

    /** {@return the side that opened the position: BUY for long, SELL for short} */
    public Side opened() {
        return opened;
    }

    /** {@return the price per share at which the position is given up, positive} */
    public double price() {
        return price;
    }

    /** {@return whether the stop was hit} */
    public boolean isHit() {
        return !Double.isNaN(exit);
    }

    /**
     * {@return the price per share at which the position could be left when the stop was hit; empty if it was not. That
     * is the stop's own price only if the market traded there: after a gap it is the first price on the other side}
     */
    public OptionalDouble exit() {
        return isHit() ? OptionalDouble.of(exit) : OptionalDouble.empty();
    }

    /**
     * {@return the stop with a newer average true range, which counts from the next price on}
     *
     * @param newAtr per share, positive
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public Stop withAtr(double newAtr) {
        return new Stop(opened, rule, trailing, best, Require.positive(newAtr, "atr"), price, exit);
    }

    /**
     * {@return the stop at another price if that is tighter, or else this one; for example to the entry once there is a
     * profit, or to where it stood before a restart}
     *
     * @param newPrice per share, positive
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public Stop tighten(double newPrice) {
        Require.positive(newPrice, "newPrice");
        return isHit() ? this : at(best, tighter(newPrice), Double.NaN);
    }

    /**
     * {@return the stop after a trade or a mark}
     *
     * @param last the price per share, positive
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public Stop onPrice(double last) {
        return onBar(last, last, last, last);
    }

    /**
     * {@return the stop after a bar}
     *
     * @param open the first price per share, from low to high
     * @param high the highest price, positive
     * @param low the lowest price, positive, not above the high
     * @param close the last price, from low to high
     * @throws IllegalArgumentException if the prices are no bar
     */
    public Stop onBar(double open, double high, double low, double close) {
        requireBar(open, high, low, close);
        if (isHit()) {
            return this;
        }
        if (isThrough(open, price)) {
            return at(best, price, open);
        }
        if (isThrough(opened == Side.BUY ? low : high, price)) {
            return at(best, price, price);
        }
        if (!trailing) {
            return this;
        }
        double newBest = opened == Side.BUY ? Math.max(best, high) : Math.min(best, low);
        double distance = rule.distance(newBest, atr);
        double newPrice = distance > 0 ? tighter(newBest - opened.sign() * distance) : price;
        return at(newBest, newPrice, isThrough(close, newPrice) ? close : Double.NaN);
    }

    private boolean isThrough(double market, double stop) {
        return opened.sign() * (market - stop) <= 0;
    }

    /** Whichever protects more; a candidate that is no number, or zero or less, never does. */
    private double tighter(double candidate) {
        boolean better = candidate > 0 && Double.isFinite(candidate) && opened.sign() * (candidate - price) > 0;
        return better ? candidate : price;
    }

    private Stop at(double newBest, double newPrice, double newExit) {
        return new Stop(opened, rule, trailing, newBest, atr, newPrice, newExit);
    }

    private static void requireBar(double open, double high, double low, double close) {
        Require.positive(high, "high");
        Require.positive(low, "low");
        if (low > high) {
            throw new IllegalArgumentException("low must be at most the high " + high + ", but was " + low);
        }
        requireInside("open", open, high, low);
        requireInside("close", close, high, low);
    }

    private static void requireInside(String name, double value, double high, double low) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(
                    name + " must lie from low to high, but was " + value + " with low " + low + " and high " + high);
        }
    }

    @Override
    public String toString() {
        return (trailing ? "trailing stop of a " : "protective stop of a ")
                + (opened == Side.BUY ? "long" : "short") + " position at " + price
                + (isHit() ? ", hit, left at " + exit : "");
    }
}
