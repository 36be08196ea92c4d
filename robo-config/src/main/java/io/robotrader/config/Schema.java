package io.robotrader.config;

import io.robotrader.config.constraint.FixedAtStart;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings that there are, found by one walk over the records. Paths, variables, binding and error texts all come
 * from here, so that a new setting takes a record component and nothing else.
 */
final class Schema {
    static final Schema ROBO = new Schema(RoboConfig.class);

    private final Map<String, Setting> byPath = new LinkedHashMap<>();
    private final Map<String, Setting> byVariable = new LinkedHashMap<>();
    private final Set<String> sections = new LinkedHashSet<>();

    private Schema(Class<? extends Record> root) {
        collect(root, "", false);
        for (Setting setting : byPath.values()) {
            if (byVariable.put(setting.variable(), setting) != null) {
                throw new IllegalStateException("two settings have the variable " + setting.variable());
            }
        }
    }

    private void collect(Class<?> section, String prefix, boolean isFixed) {
        for (RecordComponent component : section.getRecordComponents()) {
            String path = prefix + component.getName();
            boolean isFixedHere = isFixed || component.isAnnotationPresent(FixedAtStart.class);
            if (component.getType().isRecord()) {
                sections.add(path);
                collect(component.getType(), path + ".", isFixedHere);
            } else {
                byPath.put(path, Setting.of(path, component, isFixedHere));
            }
        }
    }

    Collection<Setting> settings() {
        return Collections.unmodifiableCollection(byPath.values());
    }

    Set<String> paths() {
        return Collections.unmodifiableSet(byPath.keySet());
    }

    Set<String> variables() {
        return Collections.unmodifiableSet(byVariable.keySet());
    }

    @Nullable
    Setting byPath(String path) {
        return byPath.get(path);
    }

    /** A setting that there is. */
    Setting known(String path) {
        Setting setting = byPath.get(path);
        if (setting == null) {
            throw new IllegalArgumentException("path must be that of a setting, but was " + path);
        }
        return setting;
    }

    @Nullable
    Setting byVariable(String variable) {
        return byVariable.get(variable);
    }

    boolean isSection(String path) {
        return sections.contains(path);
    }

    /** Builds a record, and the records in it, from the value of each setting. */
    <R extends Record> R bind(Class<R> type, Function<Setting, Object> values) {
        return type.cast(bind(type, "", values));
    }

    private Object bind(Class<?> section, String prefix, Function<Setting, Object> values) {
        RecordComponent[] components = section.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = Arrays.stream(components)
                .map(component -> {
                    Setting setting = byPath.get(prefix + component.getName());
                    return setting != null
                            ? values.apply(setting)
                            : bind(component.getType(), prefix + component.getName() + ".", values);
                })
                .toArray();
        try {
            return section.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot build " + section, e);
        }
    }
}
