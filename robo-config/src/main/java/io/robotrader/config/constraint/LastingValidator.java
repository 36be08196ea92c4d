package io.robotrader.config.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Compares a duration with its bounds. */
public final class LastingValidator implements ConstraintValidator<Lasting, Duration> {
    private @Nullable Lasting bounds;

    /** For Jakarta Validation, which calls {@link #initialize} next. */
    public LastingValidator() {}

    @Override
    public void initialize(Lasting annotation) {
        bounds = annotation;
    }

    /**
     * Whether a duration keeps its bounds.
     *
     * @param bounds from how long to how long
     * @param duration the duration
     * @return true if it is neither shorter nor longer, and a whole number of milliseconds
     */
    public static boolean isKept(Lasting bounds, Duration duration) {
        return duration.compareTo(Duration.ofMillis(bounds.minMillis())) >= 0
                && duration.compareTo(Duration.ofMillis(bounds.maxMillis())) <= 0
                // What cannot be written down cannot be read back.
                && duration.equals(Duration.ofMillis(duration.toMillis()));
    }

    @Override
    public boolean isValid(@Nullable Duration duration, ConstraintValidatorContext context) {
        return duration == null || bounds == null || isKept(bounds, duration);
    }
}
