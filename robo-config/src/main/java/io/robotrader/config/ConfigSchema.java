package io.robotrader.config;

import io.robotrader.config.constraint.Symbols;
import io.robotrader.config.section.Secret;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The configuration as a JSON Schema (draft 2020-12): names, descriptions, defaults and bounds, for editors. It wants
 * sections nested and numbers unquoted, where the loader takes more; how settings must fit together only the loader says.
 * Stateless.
 */
public final class ConfigSchema {
    private ConfigSchema() {}

    /**
     * The schema.
     *
     * @return JSON, ending in a line break
     */
    public static String json() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "robo-trader configuration");
        root.putAll(section());
        properties(root).put(KnownKeys.SCHEMA, Map.of("type", "string"));
        for (Setting setting : Schema.ROBO.settings()) {
            String[] names = setting.path().split("\\.", -1);
            Map<String, Object> properties = properties(root);
            for (int depth = 0; depth < names.length - 1; depth++) {
                properties = properties(child(properties, names[depth]));
            }
            properties.put(names[names.length - 1], property(setting));
        }
        return JsonTree.write(root) + "\n";
    }

    private static Map<String, Object> section() {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("type", "object");
        section.put("additionalProperties", false);
        section.put("properties", new LinkedHashMap<String, Object>());
        return section;
    }

    @SuppressWarnings("unchecked") // made by section()
    private static Map<String, Object> properties(Map<String, Object> section) {
        return (Map<String, Object>) Objects.requireNonNull(section.get("properties"));
    }

    @SuppressWarnings("unchecked") // made by section()
    private static Map<String, Object> child(Map<String, Object> properties, String name) {
        return (Map<String, Object>) properties.computeIfAbsent(name, any -> section());
    }

    static Map<String, Object> property(Setting setting) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("description", setting.description());
        property.put("default", standard(setting));
        SettingType type = setting.type();
        if (type.isList()) {
            property.put("anyOf", List.of(symbols(setting.bound().symbols()), Map.of("type", "string")));
        } else if (type.isCap() || type.isOptional()) {
            property.put("anyOf", List.of(scalar(setting), text(type.isCap() ? Grammar.OFF : Grammar.NONE)));
        } else {
            property.putAll(scalar(setting));
        }
        return property;
    }

    private static Object standard(Setting setting) {
        Object value = setting.defaultValue();
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list;
        }
        return new JsonTree.Bare(TreeWriter.value(setting, value, '"'));
    }

    private static Map<String, Object> text(String word) {
        return Map.of("const", word);
    }

    private static Map<String, Object> symbols(@Nullable Symbols bounds) {
        Map<String, Object> array = new LinkedHashMap<>();
        array.put("type", "array");
        array.put("items", Map.of("type", "string"));
        array.put("uniqueItems", true);
        if (bounds != null) {
            array.put("minItems", bounds.min());
            array.put("maxItems", bounds.max());
        }
        return array;
    }

    private static Map<String, Object> scalar(Setting setting) {
        Map<String, Object> scalar = new LinkedHashMap<>();
        Type type = setting.type().inner();
        Bound bound = setting.bound();
        if (type == boolean.class) {
            scalar.put("type", "boolean");
        } else if (type instanceof Class<?> owner && owner.isEnum()) {
            scalar.put("enum", Expectation.words(owner));
        } else if (type == Duration.class) {
            scalar.put("type", "string");
            scalar.put("pattern", "^(0|[1-9][0-9]{0,8})(" + units() + ")$");
        } else if (type == Secret.class || type == String.class) {
            scalar.put("type", "string");
            if (bound.pattern() != null) {
                scalar.put("pattern", "^(" + bound.pattern().regexp() + ")$");
            }
        } else {
            scalar.put("type", SettingType.isWhole(type) ? "integer" : "number");
        }
        if (bound.min() != null) {
            scalar.put(
                    bound.min().inclusive() ? "minimum" : "exclusiveMinimum",
                    new JsonTree.Bare(bound.min().value()));
        }
        if (bound.max() != null) {
            scalar.put(
                    bound.max().inclusive() ? "maximum" : "exclusiveMaximum",
                    new JsonTree.Bare(bound.max().value()));
        }
        return scalar;
    }

    private static String units() {
        List<String> units = new ArrayList<>(Written.MILLIS.keySet());
        return units.stream().sorted().collect(Collectors.joining("|"));
    }
}
