package io.robotrader.config.section;

import io.robotrader.config.constraint.Default;
import io.robotrader.config.constraint.Description;

/**
 * What a person gets to see. The libraries configure no logging: the program reads the level here and sets it.
 * Immutable and thread-safe.
 *
 * @param enableAlerts whether a person is told of trouble; production asks for it
 * @param logLevel how much is logged; production refuses {@link LogLevel#DEBUG}
 */
public record MonitoringConfig(
        @Default("true") @Description("whether a person is told of trouble; must be true in production")
        boolean enableAlerts,

        @Default("info") @Description("how much the program should log; debug is refused in production")
        LogLevel logLevel) {}
