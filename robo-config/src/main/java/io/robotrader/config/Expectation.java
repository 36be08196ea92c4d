package io.robotrader.config;

import io.robotrader.config.constraint.Symbols;
import io.robotrader.config.section.Cap;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says in words what a setting's values must be; reads after "must be". */
final class Expectation {
    private Expectation() {}

    static String of(RecordComponent component) {
        // The constraints may not stand on record components, but are passed on to the fields.
        Field field;
        try {
            field = component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("a record has a field for each component", e);
        }
        Symbols symbols = field.getAnnotation(Symbols.class);
        if (symbols != null) {
            return symbols.min() + " to " + symbols.max() + " symbols";
        }
        boolean cap = component.getType() == Cap.class;
        Type type = cap ? Grammar.cappedType(component.getGenericType()) : component.getType();
        return kind(type) + bounds(field) + (cap ? ", or the word off" : "");
    }

    private static String kind(Type type) {
        if (type == boolean.class) {
            return "true or false";
        }
        if (type instanceof Class<?> owner && owner.isEnum()) {
            return Arrays.stream(owner.getEnumConstants())
                    .map(constant -> Grammar.word((Enum<?>) constant))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return type == int.class || type == Integer.class ? "a whole number" : "a number";
    }

    private static String bounds(Field field) {
        DecimalMin min = field.getAnnotation(DecimalMin.class);
        DecimalMax max = field.getAnnotation(DecimalMax.class);
        String lower = min == null ? "" : (min.inclusive() ? " at least " : " above ") + min.value();
        String upper = max == null ? "" : (max.inclusive() ? " at most " : " below ") + max.value();
        return lower + (lower.isEmpty() || upper.isEmpty() ? "" : " and") + upper;
    }
}
