package io.robotrader.config.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Compares two whole-number components of a record. */
public final class NotAboveValidator implements ConstraintValidator<NotAbove, Record> {
    private String setting = "";
    private String limit = "";

    /** For Jakarta Validation, which calls {@link #initialize} next. */
    public NotAboveValidator() {}

    @Override
    public void initialize(NotAbove annotation) {
        setting = annotation.setting();
        limit = annotation.limit();
    }

    @Override
    public boolean isValid(Record section, ConstraintValidatorContext context) {
        int bound = read(section, limit);
        if (read(section, setting) <= bound) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate("at most " + limit + " (" + bound + ")")
                .addPropertyNode(setting)
                .addConstraintViolation();
        return false;
    }

    private static int read(Record section, String component) {
        try {
            return (int) section.getClass().getMethod(component).invoke(section);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(section.getClass() + " has no whole number " + component, e);
        }
    }
}
