package io.robotrader.engine.ibkr.wire;

/**
 * A name and what it stands for, such as {@code ISIN} and a number. Immutable and thread-safe.
 *
 * @param tag the name
 * @param value what it stands for
 */
public record TagValue(String tag, String value) {

    static final TagValue BLANK = new TagValue("", "");

    static TagValue layout(Fields f, TagValue pair) {
        return new TagValue(f.text("tag", pair.tag), f.text("value", pair.value));
    }
}
