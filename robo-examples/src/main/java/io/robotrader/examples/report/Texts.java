package io.robotrader.examples.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times as text, the same in every locale and zone. */
final class Texts {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Texts() {}

    /** Formats with grouped thousands; NaN is unknown and becomes {@code n/a}. */
    static String number(double value, int minDecimals, int maxDecimals) {
        if (Double.isNaN(value)) {
            return "n/a";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "-infinite";
        }
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(minDecimals);
        format.setMaximumFractionDigits(maxDecimals);
        String text = format.format(value);
        // What rounds to zero has no sign worth showing.
        return text.startsWith("-") && text.chars().noneMatch(c -> c >= '1' && c <= '9') ? text.substring(1) : text;
    }

    static String percent(double fraction, int decimals) {
        return number(100 * fraction, decimals, decimals) + " %";
    }

    /** A date, and the minute too unless it is midnight, as it is for daily data; in UTC. */
    static String time(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        return (utc.toLocalTime().equals(LocalTime.MIDNIGHT) ? DATE : MINUTE).format(utc);
    }
}
