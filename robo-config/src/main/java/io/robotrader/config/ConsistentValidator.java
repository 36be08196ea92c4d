package io.robotrader.config;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports each rule that is broken at the path of the setting that it is about. */
public final class ConsistentValidator implements ConstraintValidator<Consistent, RoboConfig> {

    /** For Jakarta Validation. */
    public ConsistentValidator() {}

    @Override
    public boolean isValid(@Nullable RoboConfig config, ConstraintValidatorContext context) {
        if (config == null) {
            return true;
        }
        List<CrossRule> broken = CrossRules.ALL.stream()
                .filter(rule -> rule.isAnswerable(config) && !rule.holds(config))
                .toList();
        context.disableDefaultConstraintViolation();
        for (CrossRule rule : broken) {
            Iterator<String> names = List.of(rule.path().split("\\.", -1)).iterator();
            var node = context.buildConstraintViolationWithTemplate(rule.expected(config))
                    .addPropertyNode(names.next());
            while (names.hasNext()) {
                node = node.addPropertyNode(names.next());
            }
            node.addConstraintViolation();
        }
        return broken.isEmpty();
    }
}
