package io.robotrader.correlation;

import java.util.List;
import java.util.Map;

/**
 * A value of a JSON document, and its line, for messages.
 *
 * @param line where it begins, from 1
 * @param kind what it is, in words
 * @param text of a string, or of a number or word as it is written; else empty
 * @param items of an array; else empty
 * @param members of an object, in order; else empty
 */
record JsonValue(int line, Kind kind, String text, List<JsonValue> items, Map<String, JsonValue> members) {
    /** What there can be. */
    enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        NULL
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("line " + line + ": " + what);
    }

    JsonValue expect(String name, Kind expected) {
        if (kind != expected) {
            throw wrong(name + " must be of kind " + expected + ", but was " + kind);
        }
        return this;
    }

    JsonValue member(String name, Kind expected) {
        JsonValue member = members.get(name);
        if (member == null) {
            throw wrong(name + " must be given, but is missing");
        }
        return member.expect(name, expected);
    }
}
