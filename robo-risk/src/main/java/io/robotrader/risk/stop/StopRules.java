package io.robotrader.risk.stop;

import io.robotrader.risk.internal.Require;

/** The built-in ways to place a stop. All are immutable and thread-safe. */
public final class StopRules {

    private StopRules() {}

    /**
     * A fraction of the price: 0.02 puts the stop 2 % away.
     *
     * @param fraction of the price, in (0, 1]; a long position's stop needs less than 1, to be above zero
     * @return the rule
     */
    public static StopRule fraction(double fraction) {
        Require.fraction(fraction, "fraction");
        return (price, atr) -> price * fraction;
    }

    /**
     * A fixed amount per share.
     *
     * @param money per share, positive
     * @return the rule
     */
    public static StopRule distance(double money) {
        Require.positive(money, "money");
        return (price, atr) -> money;
    }

    /**
     * A multiple of the average true range. Cannot tell while that is unknown; see {@link StopRule#orElse}. A trailing
     * stop by this rule is Chuck LeBeau's chandelier exit, counted from the entry.
     *
     * @param factor how many average true ranges, positive
     * @return the rule
     */
    public static StopRule atr(double factor) {
        Require.positive(factor, "factor");
        return (price, atr) -> atr * factor;
    }
}
