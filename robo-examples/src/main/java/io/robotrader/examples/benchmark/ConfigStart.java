package io.robotrader.examples.benchmark;

import io.robotrader.config.ConfigLoader;
import io.robotrader.config.RoboConfig;
import jakarta.validation.Validation;
import java.nio.file.Path;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** What a child process of {@link ConfigBench} does: read settings one way, and end. */
public final class ConfigStart {

    private ConfigStart() {}

    /**
     * Reads settings.
     *
     * @param args what to do: {@code defaults}, {@code environment}, {@code file} or {@code validator}; and a file
     */
    public static void main(String[] args) {
        RoboConfig config = switch (args[0]) {
            case "defaults" -> RoboConfig.defaults();
            case "environment" ->
                ConfigLoader.create().environment(System.getenv()).load().config();
            default ->
                ConfigLoader.create()
                        .file(Path.of(args[1]))
                        .environment(System.getenv())
                        .load()
                        .config();
        };
        if (args[0].equals("validator") && !HibernateValidator.accepts(config)) {
            throw new IllegalStateException("the two validators must agree, but did not");
        }
        // Keeps the work from being left out.
        if (config.symbols().isEmpty()) {
            throw new IllegalStateException("there must be symbols, but were none");
        }
    }

    /** Apart, so that the others do not load it: no expression language, and no XML of its own is looked for. */
    private static final class HibernateValidator {
        static boolean accepts(RoboConfig config) {
            return Validation.byProvider(org.hibernate.validator.HibernateValidator.class)
                    .configure()
                    .ignoreXmlConfiguration()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator()
                    .validate(config)
                    .isEmpty();
        }
    }
}
