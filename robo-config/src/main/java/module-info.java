/** Settings: records with defaults and bounds, loaded from files and the environment. */
module io.robotrader.config {
    requires transitive io.robotrader.correlation;
    requires transitive io.robotrader.risk;
    requires transitive jakarta.validation;
    requires org.hibernate.validator;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;
    requires tools.jackson.dataformat.yaml;
    requires static transitive org.jspecify;

    exports io.robotrader.config;
    exports io.robotrader.config.constraint;
    exports io.robotrader.config.section;
    exports io.robotrader.config.wiring;

    // Hibernate Validator reads the records' fields and creates the constraints' validators.
    opens io.robotrader.config to
            org.hibernate.validator;
    opens io.robotrader.config.section to
            org.hibernate.validator;
    opens io.robotrader.config.constraint to
            org.hibernate.validator;
}
