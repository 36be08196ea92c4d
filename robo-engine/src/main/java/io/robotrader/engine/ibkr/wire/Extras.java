package io.robotrader.engine.ibkr.wire;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a message that have no type of their own here and are spelled differently from what is usual for them.
 * Their names are those of the vendor's order, with the first letter small, such as {@code discretionaryAmt}; fields
 * that repeat have a number, such as {@code algoParam0.tag}. Usually there are none. Immutable and thread-safe.
 *
 * <p>A name that the message does not have at the server version is an error when the message is written.
 *
 * @param values the spellings by name
 */
public record Extras(Map<String, String> values) {

    /** All fields as usual. */
    public static final Extras NONE = new Extras(Map.of());

    /** Takes a copy, in the order of the names. */
    public Extras {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /**
     * These and one more.
     *
     * @param name the name of the field
     * @param value how it is spelled on the wire
     * @return the new extras
     */
    public Extras with(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new Extras(more);
    }

    /**
     * How a field is spelled.
     *
     * @param name the name of the field
     * @return the spelling, null if it is as usual
     */
    public @Nullable String get(String name) {
        return values.get(name);
    }
}
