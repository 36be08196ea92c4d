package io.robotrader.examples.session;

import io.robotrader.risk.metrics.Estimate;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** How the session writes numbers, alike in every locale. */
final class Text {

    private Text() {}

    static String money(double value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }

    static String percent(double fraction) {
        return Double.isNaN(fraction) ? "unknown" : String.format(Locale.ROOT, "%.2f %%", fraction * 100);
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    static String estimate(Estimate estimate, DoubleFunction<String> format) {
        return estimate.isKnown()
                ? format.apply(estimate.value().getAsDouble())
                : "unknown (" + estimate.reason() + ")";
    }

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
