package io.robotrader.config;

import java.util.OptionalInt;

/**
 * Where a value came from. Immutable and thread-safe.
 *
 * @param kind the kind of source
 * @param name the file as it was given to the loader, or the environment variable; empty for the other kinds
 * @param line the line in the file, counted from 1; empty for the other kinds, and for the file as a whole
 */
public record Origin(Kind kind, String name, OptionalInt line) {
    static final Origin DEFAULT = new Origin(Kind.DEFAULT, "", OptionalInt.empty());
    static final Origin CODE = new Origin(Kind.CODE, "", OptionalInt.empty());

    /** The kinds of source, the weakest first: a later one overrides an earlier one. */
    public enum Kind {
        /** Nobody gave the value. */
        DEFAULT,
        /** The configuration file. */
        FILE,
        /** An environment variable. */
        ENVIRONMENT,
        /** The program itself. */
        CODE
    }

    static Origin file(String name, int line) {
        return new Origin(Kind.FILE, name, OptionalInt.of(line));
    }

    static Origin file(String name) {
        return new Origin(Kind.FILE, name, OptionalInt.empty());
    }

    static Origin environment(String variable) {
        return new Origin(Kind.ENVIRONMENT, variable, OptionalInt.empty());
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
            case FILE -> line.isPresent() ? name + ":" + line.getAsInt() : name;
            case ENVIRONMENT -> "environment variable " + name;
            case CODE -> "code";
        };
    }
}
