package io.robotrader.risk;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.rule.Unit;
import io.robotrader.risk.rule.Violation;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Writes an explanation for a person and for a program. */
final class ExplanationText {

    private ExplanationText() {}

    static String lines(Explanation why) {
        OrderIntent order = why.order();
        StringBuilder text = new StringBuilder();
        text.append(order.side())
                .append(' ')
                .append(order.quantity())
                .append(' ')
                .append(order.symbol());
        if (order.limitPrice().isPresent()) {
            text.append(" at ").append(order.limitPrice().getAsDouble());
        }
        text.append(why.decision().isApproved() ? ": approved" : ": refused");
        text.append(", ").append(why.openingQuantity()).append(" shares open\n");
        for (LimitCheck check : why.checks()) {
            Unit unit = check.limit().unit();
            text.append(String.format(
                    Locale.ROOT,
                    "  %-4s %-24s %14s of %14s, headroom %s%s\n",
                    check.passed() ? "ok" : "NO",
                    check.limit().name(),
                    unit.format(check.observed().orElse(Double.NaN)),
                    unit.format(check.limit().bound()),
                    unit.format(check.headroom().orElse(Double.NaN)),
                    check.dataAge()
                            .map(age -> ", data" + of(check) + " " + age.toSeconds() + " s old")
                            .orElse(check.dataSymbol().isPresent() ? ", no data" + of(check) : "")));
        }
        for (Violation violation : why.decision().violations()) {
            text.append("  ").append(violation.message()).append('\n');
        }
        why.nearest()
                .ifPresent(check -> text.append("  nearest to binding: ")
                        .append(check.limit().name())
                        .append('\n'));
        return text.toString();
    }

    private static String of(LimitCheck check) {
        return check.dataSymbol().map(symbol -> " of " + symbol).orElse("");
    }

    static String json(Explanation why) {
        OrderIntent order = why.order();
        String checks = why.checks().stream().map(ExplanationText::json).collect(Collectors.joining(","));
        String violations = why.decision().violations().stream()
                .map(violation -> "{\"kind\":" + text(violation.kind().name()) + ",\"limit\":"
                        + text(violation.limit().name()) + ",\"message\":" + text(violation.message()) + "}")
                .collect(Collectors.joining(","));
        return "{\"order\":{\"id\":" + text(order.id()) + ",\"symbol\":" + text(order.symbol()) + ",\"side\":"
                + text(order.side().name()) + ",\"quantity\":" + order.quantity() + ",\"limitPrice\":"
                + number(order.limitPrice()) + ",\"stopPrice\":" + number(order.stopPrice()) + "},\"approved\":"
                + why.decision().isApproved() + ",\"openingQuantity\":" + why.openingQuantity() + ",\"nearest\":"
                + why.nearest().map(check -> text(check.limit().name())).orElse("null") + ",\"checks\":[" + checks
                + "],\"violations\":[" + violations + "]}";
    }

    private static String json(LimitCheck check) {
        return "{\"kind\":" + text(check.limit().kind().name()) + ",\"limit\":"
                + text(check.limit().name())
                + ",\"unit\":" + text(check.limit().unit().name()) + ",\"bound\":"
                + check.limit().bound()
                + ",\"observed\":" + number(check.observed()) + ",\"headroom\":" + number(check.headroom())
                + ",\"passed\":" + check.passed() + ",\"dataAgeSeconds\":"
                + check.dataAge()
                        .map(age -> String.valueOf(age.toMillis() / 1000.0))
                        .orElse("null")
                + ",\"dataSymbol\":"
                + check.dataSymbol().map(ExplanationText::text).orElse("null") + "}";
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() && Double.isFinite(value.getAsDouble()) ? String.valueOf(value.getAsDouble()) : "null";
    }

    private static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
