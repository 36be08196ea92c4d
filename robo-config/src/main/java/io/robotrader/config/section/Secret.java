package io.robotrader.config.section;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text that must not be seen: {@code toString} hides it, and so do errors, dumps and diffs of the configuration.
 *
 * <p>Immutable and thread-safe. The text stays in the heap, where a heap dump shows it.
 */
public final class Secret {
    /** What stands in the place of every secret. */
    public static final String HIDDEN = "***";

    private final String text;

    private Secret(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    /**
     * Hides a text.
     *
     * @param text what must not be seen
     * @return the secret
     */
    public static Secret of(String text) {
        return new Secret(text);
    }

    /**
     * The text, for who needs it; not for logs.
     *
     * @return the text
     */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && text.equals(secret.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /**
     * Says nothing.
     *
     * @return {@link #HIDDEN}
     */
    @Override
    public String toString() {
        return HIDDEN;
    }
}
