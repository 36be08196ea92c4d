/** Runnable examples; an application, so nothing is exported. */
module io.robotrader.examples {
    requires static transitive org.jspecify;
    requires de.siegmar.fastcsv;
    requires commons.math3;
    requires exchange.core;
    requires jmh.core;
    requires org.eclipse.collections.impl;
    requires info.picocli;
    requires io.robotrader.engine;
    requires java.management;
    requires java.net.http;
    requires micrometer.registry.prometheus;
    requires java.xml;
    requires jdk.management;
    requires org.bytedeco.openblas;
    requires org.hibernate.validator;
    requires org.slf4j;
    requires tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;

    // picocli sets the options' fields.
    opens io.robotrader.examples to
            info.picocli;
    opens io.robotrader.examples.config to
            info.picocli;
    opens io.robotrader.examples.correlate to
            info.picocli;
    opens io.robotrader.examples.drill to
            info.picocli;
    opens io.robotrader.examples.embed to
            info.picocli;
    // Jackson makes the records.
    opens io.robotrader.examples.desk to
            info.picocli,
            tools.jackson.databind;
    opens io.robotrader.examples.benchmark to
            info.picocli;
    opens io.robotrader.examples.gateway to
            info.picocli;
    opens io.robotrader.examples.replay to
            info.picocli;
    opens io.robotrader.examples.session to
            info.picocli;
    opens io.robotrader.examples.trade to
            info.picocli;
}
