package io.robotrader.config.section;

/** How much is logged, the most first. Written in lower case in files and variables. */
public enum LogLevel {
    /** Everything; not in production, for the sake of disks and secrets. */
    DEBUG,
    /** What happens. */
    INFO,
    /** What should not happen. */
    WARNING,
    /** What has failed. */
    ERROR
}
