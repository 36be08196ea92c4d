package io.robotrader.risk.rule;

import java.util.Locale;

/** What the number of a limit counts, and how it is written. */
public enum Unit {
    /** Money in the account's currency. */
    MONEY("%,.2f"),
    /** A fraction of something: 0.02 is written as 2.00 %. */
    FRACTION("%.2f %%"),
    /** A pure number that is read as it is, such as a correlation or a leverage. */
    RATIO("%.2f"),
    /** Things that are counted. */
    COUNT("%,.0f"),
    /** Time in seconds. */
    SECONDS("%,.1f s"),
    /** Something is so (1) or it is not (0). */
    FLAG("%s"),
    /** No number: the order is sane or it is not. */
    NONE("%s");

    private final String format;

    Unit(String format) {
        this.format = format;
    }

    /**
     * {@return the number as a person reads it, with a decimal point whatever the locale; "unknown" for NaN,
     * "for ever" for the largest number of seconds}
     *
     * @param value a number in this unit
     */
    public String format(double value) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "without bound" : "below any bound";
        }
        if (this == SECONDS && value == Double.MAX_VALUE) {
            return "for ever";
        }
        if (this == FLAG) {
            return value > 0 ? "yes" : "no";
        }
        return String.format(Locale.ROOT, format, this == FRACTION ? value * 100 : value);
    }
}
