package io.robotrader.risk.internal;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Checks an argument and returns it, or throws an {@link IllegalArgumentException} that names the argument, the rule
 * and the value. Written so that NaN and infinities fail every check. The messages are built in methods of their own,
 * which keeps the checks small enough to be inlined.
 */
public final class Require {

    // Half of what milliseconds can tell, so that the difference of two such times can be told too.
    private static final long MOST_SECONDS = Long.MAX_VALUE / 2000 - 1;

    private Require() {}

    /**
     * {@return the value, which is finite}
     *
     * @param value the argument
     * @param name what the caller calls it
     */
    public static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw bad(name, "finite", value);
        }
        return value;
    }

    /**
     * {@return the value, which is finite and above zero}
     *
     * @param value the argument
     * @param name what the caller calls it
     */
    public static double positive(double value, String name) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw bad(name, "positive and finite", value);
        }
        return value;
    }

    /**
     * {@return the value, which is finite and zero or above}
     *
     * @param value the argument
     * @param name what the caller calls it
     */
    public static double notNegative(double value, String name) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw bad(name, "zero or positive, and finite", value);
        }
        return value;
    }

    /**
     * {@return the value, which is above zero and at most one}
     *
     * @param value the argument
     * @param name what the caller calls it
     */
    public static double fraction(double value, String name) {
        if (!(value > 0 && value <= 1)) {
            throw bad(name, "a fraction in (0, 1]", value);
        }
        return value;
    }

    /**
     * {@return the value, which is from zero to one}
     *
     * @param value the argument
     * @param name what the caller calls it
     */
    public static double correlation(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw bad(name, "in [0, 1]", value);
        }
        return value;
    }

    /**
     * {@return the value, which is at least the minimum}
     *
     * @param value the argument
     * @param minimum the smallest value that passes
     * @param name what the caller calls it
     */
    public static long atLeast(long value, long minimum, String name) {
        if (value < minimum) {
            throw bad(name, "at least " + minimum, value);
        }
        return value;
    }

    /**
     * {@return the value, which is at most the maximum}
     *
     * @param value the argument
     * @param maximum the largest value that passes
     * @param name what the caller calls it
     */
    public static long atMost(long value, long maximum, String name) {
        if (value > maximum) {
            throw bad(name, "at most " + maximum, value);
        }
        return value;
    }

    /**
     * {@return the instant, which can be told in milliseconds since 1970}
     *
     * @param value the argument
     * @param name what the caller calls it
     */
    public static Instant time(Instant value, String name) {
        // Some 140 million years either way; what is beyond is a slip, and the age of data could not be told.
        if (value.getEpochSecond() > MOST_SECONDS || value.getEpochSecond() < -MOST_SECONDS) {
            throw bad(name, "a time that milliseconds can tell", value);
        }
        return value;
    }

    /**
     * {@return the name of a thing, which is not null, not blank, has no space around it and no control characters in it}
     *
     * @param value the argument
     * @param name what the caller calls it
     */
    public static String text(@Nullable String value, String name) {
        if (value != null) {
            for (int i = 0; i < value.length(); i++) {
                if (Character.isISOControl(value.charAt(i))) {
                    throw control(value.charAt(i), i, name);
                }
            }
        }
        return prose(value, name);
    }

    /**
     * {@return the text for people, which is not null, not blank and has no space around it, but may have several lines}
     *
     * @param value the argument
     * @param name what the caller calls it
     */
    public static String prose(@Nullable String value, String name) {
        if (value == null || value.isBlank() || !value.equals(value.strip())) {
            throw bad(name, "a text that is not blank and has no space around it", quoted(value));
        }
        return value;
    }

    private static String quoted(@Nullable String value) {
        return value == null ? "null" : "\"" + value + "\"";
    }

    // Told by its number, as the character itself could garble the terminal or the log that shows the message.
    private static IllegalArgumentException control(char found, int index, String name) {
        return new IllegalArgumentException(String.format(
                Locale.ROOT, "%s must not hold control characters, but had U+%04X at %d", name, (int) found, index));
    }

    private static IllegalArgumentException bad(String name, String rule, Object value) {
        return new IllegalArgumentException(name + " must be " + rule + ", but was " + value);
    }
}
