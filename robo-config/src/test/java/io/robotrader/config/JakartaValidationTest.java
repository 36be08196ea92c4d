package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.section.Cap;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A program with a validator of its own finds what we find: Hibernate Validator, as it comes, is the twin. */
class JakartaValidationTest {
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new Verbatim())
            .buildValidatorFactory()
            .getValidator();

    /** Spares the tests an expression language. */
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

    @Property(tries = 300)
    void it_finds_the_same_settings_out_of_bounds(@ForAll("configs") RoboConfig config) {
        Set<String> ours = new TreeSet<>();
        ConfigChecks.problems(config, Set.of()).forEach(problem -> ours.add(problem.path()));
        Set<String> theirs = new TreeSet<>();
        Set<String> bounds = new TreeSet<>();
        VALIDATOR.validate(config).forEach(violation -> {
            theirs.add(violation.getPropertyPath().toString());
            if (!(violation.getConstraintDescriptor().getAnnotation() instanceof Consistent)) {
                bounds.add(violation.getPropertyPath().toString());
            }
        });

        // How settings fit together we tell only of those that are within their bounds.
        assertThat(theirs).containsAll(ours);
        assertThat(ours).containsAll(bounds);
        if (bounds.isEmpty()) {
            assertThat(ours).isEqualTo(theirs);
        }
    }

    @Property(tries = 50)
    void it_finds_nothing_in_what_is_valid(@ForAll("validConfigs") RoboConfig config) {
        assertThat(VALIDATOR.validate(config)).isEmpty();
    }

    @Example
    void it_looks_into_caps_and_into_sections_of_sections() {
        RoboConfig config = Schema.ROBO.bind(RoboConfig.class, setting -> switch (setting.path()) {
            case "risk.maxLeverage" -> Cap.of(4.1);
            case "risk.halt.warnAtPct" -> 1.1;
            default -> setting.defaultValue();
        });

        assertThat(VALIDATOR.validate(config))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactlyInAnyOrder("risk.maxLeverage", "risk.halt.warnAtPct");
    }

    @Provide
    Arbitrary<RoboConfig> configs() {
        return Configs.any();
    }

    @Provide
    Arbitrary<RoboConfig> validConfigs() {
        return Configs.valid();
    }
}
