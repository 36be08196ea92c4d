package io.robotrader.config;

import io.robotrader.config.section.Cap;
import io.robotrader.config.section.Secret;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text to values, by the same strict rules for every source. There is one way to write each thing, so that nothing can
 * be taken for something else: {@code yes} is not true, {@code 010} is not eight, and a blank is not a number.
 */
final class Grammar {
    static final String OFF = "off";
    static final String NONE = "none";
    // The lengths keep every number finite as a double, and cheap to read; the smallest double has 324 decimals. There
    // is no negative zero.
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final Pattern DECIMAL = Pattern.compile("(?!-0(\\.0*)?$)-?(0|[1-9][0-9]{0,29})(\\.[0-9]{1,340})?");
    private static final Pattern DURATION = Pattern.compile("(0|[1-9][0-9]{0,8})(ms|s|m|h|d)");
    private static final Pattern SECRET = Pattern.compile("[\\x21-\\x7e]{1,500}");

    private Grammar() {}

    /** The value, or empty if the text is not of the type. Bounds are not looked at. */
    static Optional<Object> read(SettingType type, RawValue raw) {
        if (type.isList()) {
            return Optional.of(
                    raw.isWord(OFF)
                            ? List.of()
                            : raw.split().stream().map(RawValue::text).toList());
        }
        if (raw.elements() != null) {
            return Optional.empty();
        }
        if (type.isCap()) {
            return raw.isWord(OFF)
                    ? Optional.of(Cap.off())
                    : scalar(type.inner(), raw.text()).map(Cap::of);
        }
        if (type.isOptional()) {
            return raw.isWord(NONE)
                    ? Optional.of(Optional.empty())
                    : scalar(type.inner(), raw.text()).map(Optional::of);
        }
        return scalar(type.inner(), raw.text());
    }

    /** How an enum's constant is written. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Object> scalar(Type type, String text) {
        if (type == boolean.class) {
            return text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty();
        }
        if (type == Long.class) {
            return whole(text).map(value -> value);
        }
        if (SettingType.isWhole(type)) {
            return whole(text)
                    .filter(value -> value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE)
                    .map(Long::intValue);
        }
        if (type == double.class || type == Double.class) {
            return decimal(text).map(BigDecimal::doubleValue);
        }
        if (type == BigDecimal.class) {
            return decimal(text).map(value -> value);
        }
        if (type == Duration.class) {
            return duration(text).map(value -> value);
        }
        if (type == Secret.class) {
            return Optional.of(text).filter(SECRET.asMatchPredicate()).map(Secret::of);
        }
        if (type == String.class) {
            return Optional.of(text);
        }
        if (type instanceof Class<?> owner && owner.isEnum()) {
            return Arrays.stream(owner.getEnumConstants())
                    .filter(constant -> word((Enum<?>) constant).equals(text))
                    .<Object>map(constant -> constant)
                    .findFirst();
        }
        throw new IllegalStateException("no setting can be of " + type);
    }

    private static Optional<Long> whole(String text) {
        return Optional.of(text).filter(WHOLE.asMatchPredicate()).map(Long::valueOf);
    }

    /** Without trailing zeros, so that 100 and 100.00 are equal settings. */
    private static Optional<BigDecimal> decimal(String text) {
        return Optional.of(text)
                .filter(DECIMAL.asMatchPredicate())
                .map(digits -> Cap.of(new BigDecimal(digits)).limit().orElseThrow());
    }

    private static Optional<Duration> duration(String text) {
        Matcher parts = DURATION.matcher(text);
        return parts.matches()
                ? Optional.of(Duration.ofMillis(Long.parseLong(parts.group(1))
                        * Objects.requireNonNull(Written.MILLIS.get(parts.group(2)), "unit")))
                : Optional.empty();
    }
}
