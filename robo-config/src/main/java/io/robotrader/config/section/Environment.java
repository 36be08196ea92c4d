package io.robotrader.config.section;

/** Where the program runs. Naming one brings its preset; written in lower case in files and variables. */
public enum Environment {
    /** On a developer's machine. */
    DEV,
    /** Like production, with paper money. */
    STAGING,
    /** For good. Tightens limits, and by itself never trades real money. */
    PRODUCTION
}
