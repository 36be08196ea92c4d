package io.robotrader.config.section;

import java.math.BigDecimal;
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
    private static final int MOST_ZEROS = 40;
    private static final Cap<?> OFF = new Cap<>(null);

    private final @Nullable T limit;

    private Cap(@Nullable T limit) {
        this.limit = limit;
    }

    /**
     * A limit that is switched on. Money loses its trailing zeros and zero its sign, so that equal limits are equal.
     *
     * @param <T> what the limit is: a number or a duration
     * @param limit the largest value allowed; its bounds are those of the setting that holds it
     * @return the cap
     */
    public static <T> Cap<T> of(T limit) {
        return new Cap<>(inOneForm(Objects.requireNonNull(limit, "limit")));
    }

    @SuppressWarnings("unchecked") // of the type that it was
    private static <T> T inOneForm(T limit) {
        if (limit instanceof Double number) {
            return (T) (Double) (number + 0.0);
        }
        if (limit instanceof BigDecimal money) {
            BigDecimal bare = money.stripTrailingZeros();
            // What is larger is beyond every bound, and might take all memory.
            return (T) (bare.scale() < 0 && bare.scale() > -MOST_ZEROS ? bare.setScale(0) : bare);
        }
        return limit;
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
