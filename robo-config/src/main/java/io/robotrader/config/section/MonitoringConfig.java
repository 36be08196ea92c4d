package io.robotrader.config.section;

import io.robotrader.config.constraint.Default;
import io.robotrader.config.constraint.Description;

/**
 * What a person gets to see. Both are for the program to act on: the libraries check them and do nothing else with them, as
 * they configure no logging, and alerts go where the program sends them. Immutable and thread-safe.
 *
 * @param enableAlerts whether the program should tell a person of trouble; production asks for it
 * @param logLevel how much the program should log; production refuses {@link LogLevel#DEBUG}
 */
public record MonitoringConfig(
        @Default("true") @Description("whether the program should tell a person of trouble; must be true in production")
        boolean enableAlerts,

        @Default("info") @Description("how much the program should log; debug is refused in production")
        LogLevel logLevel) {}
