package io.robotrader.config;

import io.robotrader.config.constraint.Default;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One setting, as its record component declares it.
 *
 * @param path its key in the file, with its section: {@code risk.maxDailyLossPct}
 * @param component where it is declared
 * @param expected what its values must be, in words
 */
record Setting(String path, RecordComponent component, String expected) {
    static final String PREFIX = "ROBO_";

    static Setting of(String path, RecordComponent component) {
        return new Setting(path, component, Expectation.of(component));
    }

    /** The name of the environment variable, which follows from the path. */
    String variable() {
        String words = path.replace('.', '_').replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
        return PREFIX + words.toUpperCase(Locale.ROOT);
    }

    Object defaultValue() {
        Default annotation = Objects.requireNonNull(component.getAnnotation(Default.class), path);
        return Grammar.read(component.getGenericType(), RawValue.scalar(annotation.value(), Origin.DEFAULT))
                .orElseThrow();
    }

    /** The value in a configuration; null if it, or its section, is. */
    @Nullable
    Object valueIn(RoboConfig config) {
        Object value = config;
        try {
            for (String name : path.split("\\.", -1)) {
                if (value != null) {
                    value = value.getClass().getMethod(name).invoke(value);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + path, e);
        }
        return value;
    }
}
