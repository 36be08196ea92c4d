package io.robotrader.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists and scalars as JSON, two spaces a level; spares the schema a library. */
final class JsonTree {
    private JsonTree() {}

    /** Text that is JSON already. */
    record Bare(String json) {}

    static String write(Object value) {
        return write(value, "\n");
    }

    private static String write(Object value, String line) {
        String inner = line + "  ";
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> inner + JsonText.quoted(String.valueOf(entry.getKey())) + ": "
                            + write(entry.getValue(), inner))
                    .collect(Collectors.joining(",", "{", line + "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(element -> inner + write(element, inner))
                    .collect(Collectors.joining(",", "[", line + "]"));
        }
        if (value instanceof Bare bare) {
            return bare.json();
        }
        return value instanceof Number || value instanceof Boolean
                ? value.toString()
                : JsonText.quoted(String.valueOf(value));
    }
}
