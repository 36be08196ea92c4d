package io.robotrader.config;

import io.robotrader.config.constraint.NotAbove;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;

/** Asks Hibernate Validator, and says what it finds in our words. */
final class ConfigValidator {
    private ConfigValidator() {}

    /** Loaded when first needed: starting Hibernate Validator is most of what loading a configuration costs. */
    private static final class Holder {
        // The provider is named instead of searched for, and no META-INF/validation.xml is read.
        static final Validator VALIDATOR = Validation.byProvider(HibernateValidator.class)
                .providerResolver(() -> List.of(new HibernateValidator()))
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(new Verbatim())
                .addValueExtractor(new CapExtractor())
                .buildValidatorFactory()
                .getValidator();
    }

    /** Our texts are complete: no placeholders, no bundles, no locale, no expression language. */
    private static final class Verbatim implements MessageInterpolator {
        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return template;
        }
    }

    /**
     * The problems of a configuration, at most one a path, as if it was built in code.
     *
     * @param unread paths whose values are stand-ins, so that comparing them with others would blame the innocent
     */
    static List<ConfigProblem> problems(RoboConfig config, Set<String> unread) {
        Map<String, ConfigProblem> problems = new LinkedHashMap<>();
        for (Setting setting : Schema.ROBO.settings()) {
            if (setting.valueIn(config) == null) {
                add(problems, setting.path(), "null", setting.expected());
            }
        }
        Set<ConstraintViolation<RoboConfig>> violations = Holder.VALIDATOR.validate(config);
        for (ConstraintViolation<RoboConfig> violation : violations) {
            if (!(violation.getConstraintDescriptor().getAnnotation() instanceof NotAbove)) {
                addBound(problems, violation);
            }
        }
        Set<String> broken = Set.copyOf(problems.keySet());
        for (ConstraintViolation<RoboConfig> violation : violations) {
            if (violation.getConstraintDescriptor().getAnnotation() instanceof NotAbove rule) {
                String path = violation.getPropertyPath().toString();
                String other = path.substring(0, path.length() - rule.setting().length()) + rule.limit();
                if (!broken.contains(other) && !unread.contains(other)) {
                    add(problems, path, valueAt(path, config), violation.getMessage());
                }
            }
        }
        List<String> order = List.copyOf(Schema.ROBO.paths());
        return problems.values().stream()
                .sorted(Comparator.comparing(
                        problem -> ElementPath.of(problem.path()),
                        Comparator.comparingInt((ElementPath path) -> order.indexOf(path.setting()))
                                .thenComparingInt(ElementPath::index)))
                .toList();
    }

    private static void addBound(Map<String, ConfigProblem> problems, ConstraintViolation<RoboConfig> violation) {
        String path = violation.getPropertyPath().toString();
        Setting setting = Schema.ROBO.byPath(path);
        String expected = setting == null ? violation.getMessage() : setting.expected();
        add(problems, path, valueAt(path, violation.getRootBean()), expected);
    }

    private static String valueAt(String written, RoboConfig config) {
        ElementPath path = ElementPath.of(written);
        Setting setting = Schema.ROBO.byPath(path.setting());
        Object value = setting == null ? null : setting.valueIn(config);
        return String.valueOf(path.isElement() && value instanceof List<?> list ? list.get(path.index()) : value);
    }

    private static void add(Map<String, ConfigProblem> problems, String path, String value, String expected) {
        problems.putIfAbsent(path, ConfigProblem.of(path, value, expected, Origin.CODE));
    }
}
