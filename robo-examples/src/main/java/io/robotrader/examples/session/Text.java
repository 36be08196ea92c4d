package io.robotrader.examples.session;

import io.robotrader.risk.metrics.Estimate;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.Violation;
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

    /** The limit by its name, and whether the order failed for want of a number and not for its value. */
    static String reason(Violation violation) {
        boolean unknown =
                violation.kind() == LimitKind.UNKNOWN_DATA && violation.limit().kind() != LimitKind.UNKNOWN_DATA;
        return violation.limit().name() + (unknown ? " (data unknown)" : "");
    }

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
