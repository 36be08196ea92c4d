package io.robotrader.config.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a list of symbols: so many of them, each well-formed, none twice. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Constraint(validatedBy = SymbolsValidator.class)
public @interface Symbols {
    /**
     * The smallest number of symbols allowed.
     *
     * @return a count
     */
    int min();

    /**
     * The largest number of symbols allowed.
     *
     * @return a count
     */
    int max();

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
