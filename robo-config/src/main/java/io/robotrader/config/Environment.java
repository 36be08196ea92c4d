package io.robotrader.config;

/** Whom a mistake would hurt. Written in lower case in files and variables. */
public enum Environment {
    /** A developer's machine. */
    DEV,
    /** A rehearsal under real conditions. */
    STAGING,
    /** The real thing. */
    PRODUCTION
}
