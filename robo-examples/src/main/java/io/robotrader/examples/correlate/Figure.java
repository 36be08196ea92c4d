package io.robotrader.examples.correlate;

import io.robotrader.correlation.ConfidenceInterval;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Numbers as people read them, the same in every locale. Unknown is said to be so. */
final class Figure {

    private Figure() {}

    static String coefficient(double value) {
        return Double.isNaN(value) ? "n/a" : fixed("%.2f", value);
    }

    static String coefficient(OptionalDouble value) {
        return coefficient(value.orElse(Double.NaN));
    }

    static String percent(double fraction) {
        return fixed("%.3f", 100 * fraction) + " %";
    }

    static String number(double value) {
        return fixed("%.2f", value);
    }

    /** What rounds to nothing has no sign. */
    private static String fixed(String format, double value) {
        String text = String.format(Locale.ROOT, format, value);
        return text.matches("-[0.]+") ? text.substring(1) : text;
    }

    static String interval(Optional<ConfidenceInterval> interval) {
        return interval.map(ends -> coefficient(ends.lower()) + " to " + coefficient(ends.upper()))
                .orElse("n/a");
    }
}
