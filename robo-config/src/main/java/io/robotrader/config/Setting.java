package io.robotrader.config;

import io.robotrader.config.constraint.Default;
import io.robotrader.config.constraint.Description;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One setting, as its record component declares it.
 *
 * @param path its key in the file, with its section: {@code risk.maxDailyLossPct}
 * @param component where it is declared
 * @param type the type of its values
 * @param bound what its annotations ask for
 * @param isFixedAtStart whether a running program cannot take another value
 */
record Setting(String path, RecordComponent component, SettingType type, Bound bound, boolean isFixedAtStart) {
    static final String PREFIX = "ROBO_";
    static final String PROPERTY_PREFIX = "robo.";

    static Setting of(String path, RecordComponent component, boolean isFixedAtStart) {
        return new Setting(
                path, component, SettingType.of(component.getGenericType()), Bound.of(component), isFixedAtStart);
    }

    /** The name of the environment variable, which follows from the path. */
    String variable() {
        String words = path.replace('.', '_').replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_");
        return PREFIX + words.toUpperCase(Locale.ROOT);
    }

    /** The name of the system property. */
    String property() {
        return PROPERTY_PREFIX + path;
    }

    /** What its values must be, in words. */
    String expected() {
        return Expectation.of(type, bound);
    }

    String description() {
        return annotation(Description.class).value();
    }

    /** The default as it would be written. */
    String defaultText() {
        return annotation(Default.class).value();
    }

    Object defaultValue() {
        return Grammar.read(type, RawValue.scalar(defaultText(), Origin.DEFAULT))
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

    private <A extends Annotation> A annotation(Class<A> kind) {
        return Objects.requireNonNull(component.getAnnotation(kind), path);
    }
}
