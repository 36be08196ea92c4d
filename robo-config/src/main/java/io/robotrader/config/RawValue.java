package io.robotrader.config;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value as somebody wrote it, before anybody asked whether it makes sense.
 *
 * @param text the text of a scalar, or a list's elements in brackets
 * @param origin where it was written
 * @param elements the elements of a list; null for a scalar
 */
record RawValue(String text, Origin origin, @Nullable List<RawValue> elements) {
    static RawValue scalar(String text, Origin origin) {
        return new RawValue(text, origin, null);
    }

    static RawValue list(List<RawValue> elements, Origin origin) {
        String text = elements.stream().map(RawValue::text).collect(Collectors.joining(", ", "[", "]"));
        return new RawValue(text, origin, List.copyOf(elements));
    }

    /** Whether it is this word, and not a list with the word in it. */
    boolean isWord(String word) {
        return elements == null && text.equals(word);
    }

    /** The elements of a list; a scalar is split at its commas, as an environment variable has no other way. */
    List<RawValue> split() {
        if (elements != null) {
            return elements;
        }
        return Arrays.stream(text.split(",", -1))
                .map(part -> scalar(part.strip(), origin))
                .toList();
    }
}
