package io.robotrader.config;

import java.util.OptionalInt;

/**
 * Where a value came from. Immutable and thread-safe.
 *
 * @param kind the kind of source
 * @param name the file as it was given to the loader, the environment variable, the system property, or the environment
 *     whose preset it is; empty for the other kinds
 * @param line the line in the file, counted from 1; empty for the other kinds, and for the file as a whole
 */
public record Origin(Kind kind, String name, OptionalInt line) {
    static final Origin DEFAULT = new Origin(Kind.DEFAULT, "", OptionalInt.empty());
    static final Origin CODE = new Origin(Kind.CODE, "", OptionalInt.empty());

    /** The kinds of source, the weakest first: a later one overrides an earlier one. */
    public enum Kind {
        /** Nobody gave the value. */
        DEFAULT,
        /** What the named environment brings along. */
        PRESET,
        /** The configuration file. */
        FILE,
        /** A file of environment variables. */
        DOTENV,
        /** An environment variable. */
        ENVIRONMENT,
        /** A system property of the JVM. */
        PROPERTY,
        /** The program itself. */
        CODE
    }

    static Origin preset(String environment) {
        return new Origin(Kind.PRESET, environment, OptionalInt.empty());
    }

    static Origin file(String name, int line) {
        return new Origin(Kind.FILE, name, OptionalInt.of(line));
    }

    static Origin file(String name) {
        return new Origin(Kind.FILE, name, OptionalInt.empty());
    }

    static Origin dotEnv(String name, int line) {
        return new Origin(Kind.DOTENV, name, OptionalInt.of(line));
    }

    static Origin environment(String variable) {
        return new Origin(Kind.ENVIRONMENT, variable, OptionalInt.empty());
    }

    static Origin property(String property) {
        return new Origin(Kind.PROPERTY, property, OptionalInt.empty());
    }

    /**
     * The source in a few words.
     *
     * @return for example {@code default}, {@code robo.yaml:12} or {@code environment variable ROBO_SYMBOLS}
     */
    @Override
    public String toString() {
        return switch (kind) {
            case DEFAULT -> "default";
            case PRESET -> "preset " + name;
            case FILE, DOTENV -> line.isPresent() ? name + ":" + line.getAsInt() : name;
            case ENVIRONMENT -> "environment variable " + name;
            case PROPERTY -> "system property " + name;
            case CODE -> "code";
        };
    }
}
