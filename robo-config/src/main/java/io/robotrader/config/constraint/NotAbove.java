package io.robotrader.config.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a record: one whole-number setting may not be above another one. Equal is allowed. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Constraint(validatedBy = NotAboveValidator.class)
public @interface NotAbove {
    /**
     * The setting that is held down; a problem is reported at its path.
     *
     * @return the name of a record component
     */
    String setting();

    /**
     * The setting that holds it down.
     *
     * @return the name of a record component
     */
    String limit();

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
