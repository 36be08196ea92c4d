package io.robotrader.config.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a duration: from so long to so long, in whole milliseconds. Both bounds are allowed; null is, too. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Constraint(validatedBy = LastingValidator.class)
public @interface Lasting {
    /**
     * The shortest duration allowed.
     *
     * @return milliseconds
     */
    long minMillis();

    /**
     * The longest duration allowed.
     *
     * @return milliseconds
     */
    long maxMillis();

    /**
     * Required by Jakarta Validation; the validator writes its own text.
     *
     * @return the text
     */
    String message() default "";

    /**
     * Required by Jakarta Validation.
     *
     * @return no groups
     */
    Class<?>[] groups() default {};

    /**
     * Required by Jakarta Validation.
     *
     * @return no payload
     */
    Class<? extends Payload>[] payload() default {};
}
