package io.robotrader.risk.rule;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One reason why an order was refused.
 *
 * <p>The text is made only when it is asked for. Immutable and thread-safe.
 *
 * @param limit the limit that the order does not meet
 * @param observed the number that was compared with it, in its unit; NaN if it is not known, or if the limit has no
 *     number
 * @param detail what a person should know besides; null if the numbers say it all
 */
public record Violation(
        Limit limit, double observed, @Nullable String detail) {

    /** Checks the parts. */
    public Violation {
        Objects.requireNonNull(limit, "limit");
    }

    /**
     * {@return a violation that its numbers explain}
     *
     * @param limit the limit that is not met
     * @param observed the number that was compared with it
     */
    public static Violation of(Limit limit, double observed) {
        return new Violation(limit, observed, null);
    }

    /**
     * {@return a violation of a rule that has no number}
     *
     * @param kind what the rule is about
     * @param detail what is wrong, and with which value
     */
    public static Violation of(LimitKind kind, String detail) {
        return new Violation(new Limit(kind, kind.name(), 0, Unit.NONE, LimitKind.Sense.AT_MOST), Double.NaN, detail);
    }

    /**
     * {@return what the refusal is about: the limit's kind, or {@link LimitKind#UNKNOWN_DATA} if the limit has a number
     * and the observed one is not known}
     */
    public LimitKind kind() {
        return isUnknown() && limit.unit() != Unit.NONE ? LimitKind.UNKNOWN_DATA : limit.kind();
    }

    /** {@return a sentence for a person, for example {@code ORDER_NOTIONAL_LIMIT: 12,000.00 is above 10,000.00}} */
    public String message() {
        if (detail != null) {
            return limit.name() + ": " + detail;
        }
        String allowed = limit.unit().format(limit.bound());
        if (isUnknown()) {
            return limit.name() + ": a number that it needs is not known (limit " + allowed + ")";
        }
        if (limit.unit() == Unit.FLAG) {
            return limit.name() + ": is so, and must not be";
        }
        return limit.name() + ": "
                + limit.unit().format(observed)
                + limit.sense().breach()
                + allowed;
    }

    /** The infinity on the good side of the bound is refused too, and says no more than NaN. */
    private boolean isUnknown() {
        double good = limit.sense() == LimitKind.Sense.AT_LEAST ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        return Double.isNaN(observed) || observed == good;
    }

    @Override
    public String toString() {
        return message();
    }
}
