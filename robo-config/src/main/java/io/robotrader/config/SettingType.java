package io.robotrader.config;

import io.robotrader.config.section.Cap;
import io.robotrader.config.section.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/**
 * The type of a setting's values.
 *
 * @param wrapper Cap, Optional or List, or the type itself
 * @param inner what is in the wrapper, or the type itself
 */
record SettingType(Class<?> wrapper, Type inner) {

    static SettingType of(Type type) {
        return type instanceof ParameterizedType generic
                ? new SettingType((Class<?>) generic.getRawType(), generic.getActualTypeArguments()[0])
                : new SettingType((Class<?>) type, type);
    }

    /** Whether the word off switches it off. */
    boolean isCap() {
        return wrapper == Cap.class;
    }

    /** Whether the word none leaves it out. */
    boolean isOptional() {
        return wrapper == Optional.class;
    }

    boolean isList() {
        return wrapper == List.class;
    }

    boolean isSecret() {
        return inner == Secret.class;
    }

    static boolean isWhole(Type type) {
        return type == int.class || type == Integer.class || type == Long.class;
    }
}
