package io.robotrader.config;

import io.robotrader.config.constraint.Lasting;
import io.robotrader.config.constraint.LastingValidator;
import io.robotrader.config.constraint.Symbols;
import io.robotrader.config.constraint.SymbolsValidator;
import io.robotrader.config.section.Cap;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a setting's annotations of Jakarta Validation ask for. They are few, and reading them here spares every program
 * the start of a validator, which takes longer than all the rest of the loading; a test holds this against one.
 *
 * @param min the least number, if the setting has one
 * @param max the greatest number, if the setting has one
 * @param digits how many digits a number may have, before and after the point
 * @param lasting how long, for a duration
 * @param symbols how many, for a list of symbols
 * @param pattern what a text must look like
 */
record Bound(
        @Nullable DecimalMin min,
        @Nullable DecimalMax max,
        @Nullable Digits digits,
        @Nullable Lasting lasting,
        @Nullable Symbols symbols,
        @Nullable Pattern pattern) {

    static Bound of(RecordComponent component) {
        // The constraints may not stand on record components, but are passed on to the fields.
        Field field;
        try {
            field = component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a record has a field for each component", e);
        }
        return new Bound(
                field.getAnnotation(DecimalMin.class),
                field.getAnnotation(DecimalMax.class),
                field.getAnnotation(Digits.class),
                field.getAnnotation(Lasting.class),
                field.getAnnotation(Symbols.class),
                field.getAnnotation(Pattern.class));
    }

    /** What each bad element must be, by its index; -1 is the value as a whole, which must be what is expected. */
    Map<Integer, String> faults(Object value, Supplier<String> expected) {
        if (symbols != null && value instanceof List<?> list) {
            return SymbolsValidator.faults(list.stream().map(String::valueOf).toList(), symbols);
        }
        Object bare = value instanceof Cap<?> cap ? cap.limit().orElse(null) : value;
        if (bare == null) {
            return Map.of();
        }
        if (!isKept(bare)) {
            return Map.of(-1, expected.get());
        }
        return digits != null && bare instanceof BigDecimal money && money.scale() > digits.fraction()
                ? Map.of(-1, "a number with at most " + digits.fraction() + " decimals")
                : Map.of();
    }

    private boolean isKept(Object value) {
        if (value instanceof Number number) {
            return isBetween(number);
        }
        if (value instanceof Duration duration) {
            return lasting == null || LastingValidator.isKept(lasting, duration);
        }
        return pattern == null || java.util.regex.Pattern.matches(pattern.regexp(), value.toString());
    }

    private boolean isBetween(Number number) {
        if (number instanceof Double value && !Double.isFinite(value)) {
            return false;
        }
        BigDecimal exact = new BigDecimal(number.toString());
        int low = min == null ? 1 : exact.compareTo(new BigDecimal(min.value()));
        int high = max == null ? -1 : exact.compareTo(new BigDecimal(max.value()));
        boolean isAtMin = low == 0 && min != null && min.inclusive();
        boolean isAtMax = high == 0 && max != null && max.inclusive();
        return (low > 0 || isAtMin) && (high < 0 || isAtMax);
    }
}
