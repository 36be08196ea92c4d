package io.robotrader.config;

import io.robotrader.config.section.Cap;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;

/** What a numeric setting's annotations say, read apart from the code under test. */
record Bounds(Setting setting, Type number, boolean cap, DecimalMin min, DecimalMax max) {
    static List<Bounds> all() {
        return Schema.ROBO.settings().stream()
                .map(Bounds::of)
                .filter(bounds -> bounds.isWhole()
                        || bounds.number == double.class
                        || bounds.number == Double.class
                        || bounds.number == BigDecimal.class)
                .toList();
    }

    static Bounds of(Setting setting) {
        Field field;
        try {
            field = setting.component()
                    .getDeclaringRecord()
                    .getDeclaredField(setting.component().getName());
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
        boolean cap = field.getType() == Cap.class;
        Type type = cap ? ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0] : field.getType();
        return new Bounds(
                setting, type, cap, field.getAnnotation(DecimalMin.class), field.getAnnotation(DecimalMax.class));
    }

    boolean isWhole() {
        return number == int.class || number == Integer.class || number == Long.class;
    }

    /** The smallest step that matters for the setting. */
    BigDecimal step() {
        return isWhole() ? BigDecimal.ONE : new BigDecimal("0.000001");
    }

    BigDecimal lowest() {
        return min.inclusive() ? new BigDecimal(min.value()) : new BigDecimal(min.value()).add(step());
    }

    BigDecimal highest() {
        return new BigDecimal(max.value());
    }
}
