package io.robotrader.config;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the configuration: its settings fit together. Paper trading is not told a live port; live trading is meant four
 * times over; production has alerts; a correlation does not need more observations than it looks at.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Constraint(validatedBy = ConsistentValidator.class)
public @interface Consistent {
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
