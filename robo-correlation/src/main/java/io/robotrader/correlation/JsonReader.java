package io.robotrader.correlation;

import io.robotrader.correlation.JsonValue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON by RFC 8259, as far as a matrix needs it: without true and false, and no deeper than a few levels. One text, one
 * thread.
 */
final class JsonReader {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final int DEEPEST = 8;

    private final String text;
    private int at;
    private int line = 1;

    private JsonReader(String text) {
        this.text = text;
    }

    static JsonValue read(String text) {
        JsonReader reader = new JsonReader(text);
        JsonValue value = reader.value(0);
        if (reader.next() != 0) {
            throw reader.wrong("nothing must follow the document");
        }
        return value;
    }

    private JsonValue value(int depth) {
        char next = next();
        int begun = line;
        if (depth > DEEPEST) {
            throw wrong("values must not be nested deeper than " + DEEPEST);
        }
        return switch (next) {
            case '{' -> new JsonValue(begun, Kind.OBJECT, "", List.of(), members(depth));
            case '[' -> new JsonValue(begun, Kind.ARRAY, "", items(depth), Map.of());
            case '"' -> new JsonValue(begun, Kind.STRING, string(), List.of(), Map.of());
            default -> word(begun);
        };
    }

    private JsonValue word(int begun) {
        if (text.startsWith("null", at)) {
            at += "null".length();
            return new JsonValue(begun, Kind.NULL, "", List.of(), Map.of());
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw wrong("an object, array, string, number or null must stand here");
        }
        at = number.end();
        return new JsonValue(begun, Kind.NUMBER, number.group(), List.of(), Map.of());
    }

    private Map<String, JsonValue> members(int depth) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        at++;
        while (next() != '}') {
            separate(members.isEmpty());
            if (next() != '"') {
                throw wrong("a key in quotes must stand here");
            }
            String key = string();
            if (next() != ':') {
                throw wrong("a colon must follow the key " + key);
            }
            at++;
            if (members.put(key, value(depth + 1)) != null) {
                throw wrong("each key must be given once, but was " + key);
            }
        }
        at++;
        return members;
    }

    private List<JsonValue> items(int depth) {
        List<JsonValue> items = new ArrayList<>();
        at++;
        while (next() != ']') {
            separate(items.isEmpty());
            items.add(value(depth + 1));
        }
        at++;
        return items;
    }

    private void separate(boolean first) {
        if (first) {
            return;
        }
        if (next() != ',') {
            throw wrong("a comma or the closing bracket must stand here");
        }
        at++;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw wrong("a string must be closed, and control characters in it escaped");
            }
            string.append(c == '\\' ? escaped() : c);
        }
        if (at == text.length()) {
            throw wrong("a string must be closed");
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = at < text.length() ? text.charAt(at++) : 0;
        int known = "\"\\/bfnrt".indexOf(c);
        if (c != 'u') {
            if (known < 0) {
                throw wrong("an escape must be one of JSON's, but was \\" + c);
            }
            return "\"\\/\b\f\n\r\t".charAt(known);
        }
        String code = text.substring(at, Math.min(text.length(), at + 4));
        if (!code.matches("[0-9a-fA-F]{4}")) {
            throw wrong("\\u must be followed by four hexadecimal digits, but was " + code);
        }
        at += 4;
        return (char) Integer.parseInt(code, 16);
    }

    /** The next character that is no white space, without taking it; 0 at the end. */
    private char next() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            line += text.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("line " + line + ": " + what);
    }
}
