package io.robotrader.config.section;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A limit that can be switched off, which takes the word {@code off}: a limit that is not given has its default.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> what the limit is: a number or a duration
 */
public final class Cap<T> {
    private static final Cap<?> OFF = new Cap<>(null);

    private final @Nullable T limit;

    private Cap(@Nullable T limit) {
        this.limit = limit;
    }

    /**
     * A limit that is switched on.
     *
     * @param <T> what the limit is: a number or a duration
     * @param limit the largest value allowed; its bounds are those of the setting that holds it
     * @return the cap
     */
    public static <T> Cap<T> of(T limit) {
        return new Cap<>(Objects.requireNonNull(limit, "limit"));
    }

    /**
     * A limit that is switched off.
     *
     * @param <T> what the limit is: a number or a duration
     * @return the cap that caps nothing
     */
    @SuppressWarnings("unchecked") // it holds no T
    public static <T> Cap<T> off() {
        return (Cap<T>) OFF;
    }

    /**
     * Whether nothing is limited.
     *
     * @return true if switched off
     */
    public boolean isOff() {
        return limit == null;
    }

    /**
     * The limit.
     *
     * @return the limit, empty if switched off
     */
    public Optional<T> limit() {
        return Optional.ofNullable(limit);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cap<?> cap && Objects.equals(limit, cap.limit);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(limit);
    }

    /**
     * The limit as it would be written in a file.
     *
     * @return the number, or {@code off}
     */
    @Override
    public String toString() {
        return limit == null ? "off" : limit.toString();
    }
}
