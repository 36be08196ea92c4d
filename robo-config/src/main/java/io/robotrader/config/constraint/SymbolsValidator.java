package io.robotrader.config.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reports each bad symbol at its own place in the list. */
public final class SymbolsValidator implements ConstraintValidator<Symbols, List<String>> {
    private static final Pattern SYMBOL = Pattern.compile("(?!.*\\.\\.)[A-Z0-9^][A-Z0-9.^_=-]{0,14}");

    private int min;
    private int max;

    /** For Jakarta Validation, which calls {@link #initialize} next. */
    public SymbolsValidator() {}

    @Override
    public void initialize(Symbols annotation) {
        min = annotation.min();
        max = annotation.max();
    }

    @Override
    public boolean isValid(List<String> symbols, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        boolean valid = symbols.size() >= min && symbols.size() <= max;
        if (!valid) {
            context.buildConstraintViolationWithTemplate(min + " to " + max + " symbols")
                    .addConstraintViolation();
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < symbols.size(); i++) {
            if (!SYMBOL.matcher(symbols.get(i)).matches()) {
                valid = reject(context, i, "a symbol such as AAPL or BRK.B");
            } else if (!seen.add(symbols.get(i))) {
                valid = reject(context, i, "given once");
            }
        }
        return valid;
    }

    private static boolean reject(ConstraintValidatorContext context, int index, String expected) {
        context.buildConstraintViolationWithTemplate(expected)
                .addBeanNode()
                .inIterable()
                .atIndex(index)
                .addConstraintViolation();
        return false;
    }
}
