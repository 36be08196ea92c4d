package io.robotrader.config;

import io.robotrader.config.constraint.Lasting;
import io.robotrader.config.constraint.Symbols;
import io.robotrader.config.section.Secret;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what a setting's values must be; reads after "must be". */
final class Expectation {
    private Expectation() {}

    static String of(SettingType type, Bound bound) {
        Symbols symbols = bound.symbols();
        if (symbols != null) {
            return symbols.min() == 0
                    ? "up to " + symbols.max() + " symbols, or the word off"
                    : symbols.min() + " to " + symbols.max() + " symbols";
        }
        return kind(type.inner())
                + numbers(bound)
                + lengths(bound.lasting())
                + (type.isCap() ? ", or the word off" : "")
                + (type.isOptional() ? ", or the word none" : "");
    }

    /** The words that an enum's constants are written as. */
    static List<String> words(Class<?> choice) {
        return Arrays.stream(choice.getEnumConstants())
                .map(constant -> Grammar.word((Enum<?>) constant))
                .toList();
    }

    private static String kind(Type type) {
        if (type == boolean.class) {
            return "true or false";
        }
        if (type instanceof Class<?> owner && owner.isEnum()) {
            return words(owner).stream().collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == Duration.class) {
            return "a duration such as 500ms, 30s, 5m or 2h";
        }
        if (type == Secret.class) {
            return "a secret text";
        }
        if (type == String.class) {
            return "the name or address of a machine";
        }
        return SettingType.isWhole(type) ? "a whole number" : "a number";
    }

    private static String numbers(Bound bound) {
        DecimalMin min = bound.min();
        DecimalMax max = bound.max();
        return between(
                min == null ? "" : (min.inclusive() ? " at least " : " above ") + min.value(),
                max == null ? "" : (max.inclusive() ? " at most " : " below ") + max.value());
    }

    private static String lengths(@Nullable Lasting lasting) {
        return lasting == null
                ? ""
                : between(
                        " at least " + Written.text(Duration.ofMillis(lasting.minMillis())),
                        " at most " + Written.text(Duration.ofMillis(lasting.maxMillis())));
    }

    private static String between(String lower, String upper) {
        return lower + (lower.isEmpty() || upper.isEmpty() ? "" : " and") + upper;
    }
}
