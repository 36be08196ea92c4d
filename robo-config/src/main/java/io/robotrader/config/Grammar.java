package io.robotrader.config;

import io.robotrader.config.section.Cap;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text to values, by the same strict rules for every source. There is one way to write each thing, so that nothing can
 * be taken for something else: {@code yes} is not true, {@code 010} is not eight, and a blank is not a number.
 */
final class Grammar {
    private static final String OFF = "off";
    // The lengths keep every number finite as a double, and cheap to read.
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,29})(\\.[0-9]{1,30})?");

    private Grammar() {}

    /** The value, or empty if the text is not of the type. Bounds are not looked at. */
    static Optional<Object> read(Type type, RawValue raw) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return Optional.of(raw.split().stream().map(RawValue::text).toList());
        }
        return raw.elements() == null ? scalar(type, raw.text()) : Optional.empty();
    }

    /** The number inside a {@code Cap<...>}. */
    static Type cappedType(Type cap) {
        return ((ParameterizedType) cap).getActualTypeArguments()[0];
    }

    /** How an enum's constant is written. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Object> scalar(Type type, String text) {
        if (type instanceof ParameterizedType) {
            return text.equals(OFF)
                    ? Optional.of(Cap.off())
                    : scalar(cappedType(type), text).map(number -> Cap.of((Number) number));
        }
        if (type == boolean.class) {
            return text.equals("true") || text.equals("false") ? Optional.of(text.equals("true")) : Optional.empty();
        }
        if (type == int.class || type == Integer.class) {
            return whole(text);
        }
        if (type == double.class || type == Double.class) {
            return decimal(text).map(BigDecimal::doubleValue);
        }
        if (type == BigDecimal.class) {
            return decimal(text).map(value -> value);
        }
        if (type instanceof Class<?> owner && owner.isEnum()) {
            return Arrays.stream(owner.getEnumConstants())
                    .filter(constant -> word((Enum<?>) constant).equals(text))
                    .<Object>map(constant -> constant)
                    .findFirst();
        }
        throw new IllegalStateException("no setting can be of " + type);
    }

    private static Optional<Object> whole(String text) {
        return Optional.of(text)
                .filter(WHOLE.asMatchPredicate())
                .map(Long::valueOf)
                .filter(value -> value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE)
                .map(Long::intValue);
    }

    /** Without trailing zeros, so that 100 and 100.00 are equal settings. */
    private static Optional<BigDecimal> decimal(String text) {
        return Optional.of(text)
                .filter(DECIMAL.asMatchPredicate())
                .map(digits -> new BigDecimal(digits).stripTrailingZeros())
                .map(value -> value.scale() < 0 ? value.setScale(0) : value);
    }
}
