package io.robotrader.config.constraint;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reports each bad symbol at its own place in the list. */
public final class SymbolsValidator implements ConstraintValidator<Symbols, List<String>> {
    private static final Pattern SYMBOL = Pattern.compile("(?!.*\\.\\.)[A-Z0-9^][A-Z0-9.^_=-]{0,14}");

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");

    private @Nullable Symbols bounds;

    /** For Jakarta Validation, which calls {@link #initialize} next. */
    public SymbolsValidator() {}

    @Override
    public void initialize(Symbols annotation) {
        bounds = annotation;
    }

    /**
     * Symbols as they are compared: trimmed, and in upper case if they are of letters that a symbol may have. Others stay,
     * for {@code \u00df} in upper case would be somebody else's SS.
     *
     * @param symbols any texts
     * @return a list of the same size
     */
    public static List<String> inOneForm(List<String> symbols) {
        return symbols.stream()
                .map(String::strip)
                .map(symbol -> ASCII.matcher(symbol).matches() ? symbol.toUpperCase(Locale.ROOT) : symbol)
                .toList();
    }

    /**
     * What is wrong with a list of symbols.
     *
     * @param symbols the list
     * @param bounds how many there may be
     * @return what each bad element must be, by its index; -1 is the list as a whole
     */
    public static Map<Integer, String> faults(List<String> symbols, Symbols bounds) {
        Map<Integer, String> faults = new TreeMap<>();
        if (symbols.size() < bounds.min() || symbols.size() > bounds.max()) {
            faults.put(-1, bounds.min() + " to " + bounds.max() + " symbols");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < symbols.size(); i++) {
            if (!SYMBOL.matcher(symbols.get(i)).matches()) {
                faults.put(i, "a symbol such as AAPL or BRK.B");
            } else if (!seen.add(symbols.get(i))) {
                faults.put(i, "given once");
            }
        }
        return faults;
    }

    @Override
    public boolean isValid(@Nullable List<String> symbols, ConstraintValidatorContext context) {
        if (symbols == null || bounds == null) {
            return true;
        }
        Map<Integer, String> faults = faults(symbols, bounds);
        context.disableDefaultConstraintViolation();
        faults.forEach((index, expected) -> {
            var violation = context.buildConstraintViolationWithTemplate(expected);
            if (index < 0) {
                violation.addConstraintViolation();
            } else {
                violation.addBeanNode().inIterable().atIndex(index).addConstraintViolation();
            }
        });
        return faults.isEmpty();
    }
}
