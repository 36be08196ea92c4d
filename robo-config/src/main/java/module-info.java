import io.robotrader.config.CapExtractor;
import jakarta.validation.valueextraction.ValueExtractor;

/** Settings: records with defaults and bounds, loaded from files and the environment. */
module io.robotrader.config {
    requires transitive io.robotrader.correlation;
    requires transitive io.robotrader.risk;
    requires transitive jakarta.validation;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;
    requires tools.jackson.dataformat.yaml;
    requires static transitive org.jspecify;

    exports io.robotrader.config;
    exports io.robotrader.config.constraint;
    exports io.robotrader.config.reload;
    exports io.robotrader.config.section;
    exports io.robotrader.config.wiring;

    // A program's own validator reads the records' fields and creates the constraints' validators.
    opens io.robotrader.config;
    opens io.robotrader.config.section;
    opens io.robotrader.config.constraint;

    provides ValueExtractor with
            CapExtractor;
}
