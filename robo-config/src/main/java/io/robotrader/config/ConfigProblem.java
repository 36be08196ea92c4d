package io.robotrader.config;

import java.util.Optional;

/**
 * One mistake in the settings. Immutable and thread-safe.
 *
 * @param path what is wrong: the path of a setting such as {@code risk.maxPositionPct} or {@code symbols[2]}, an unknown
 *     key or variable as it was written, or {@code file}
 * @param value the value as it was given; empty if the mistake is not in the value. The value of an unknown key is not
 *     repeated, for it might be a secret
 * @param expected what it must be, with the bounds, so that it reads after the words "must be"
 * @param origin where it was given; tells the file and the line, or the environment variable
 * @param suggestion the known name that is nearest to an unknown one, if one is near
 */
public record ConfigProblem(
        String path, Optional<String> value, String expected, Origin origin, Optional<String> suggestion) {
    private static final int LONGEST = 80;

    static ConfigProblem of(String path, String value, String expected, Origin origin) {
        return new ConfigProblem(path, Optional.of(value), expected, origin, Optional.empty());
    }

    static ConfigProblem unknown(String name, Origin origin, Optional<String> suggestion) {
        return new ConfigProblem(name, Optional.empty(), "a known setting", origin, suggestion);
    }

    static ConfigProblem twice(String name, int firstLine, Origin origin) {
        return new ConfigProblem(
                name, Optional.empty(), "given once; line " + firstLine + " has it too", origin, Optional.empty());
    }

    /** A line that cannot be read; it is not repeated, for it might hold a secret. */
    static ConfigProblem ofLine(String expected, int number, Origin origin) {
        return new ConfigProblem("line " + number, Optional.empty(), expected, origin, Optional.empty());
    }

    static ConfigProblem syntax(String language, String what, int line, int column, String name) {
        return of(TextFile.PATH, "broken at column " + column + what, "valid " + language, Origin.file(name, line));
    }

    /** The same problem of the same setting, for a value as it was written. */
    ConfigProblem at(String written, Origin place) {
        return new ConfigProblem(path, Optional.of(written), expected, place, suggestion);
    }

    /**
     * The problem in one line.
     *
     * @return for example {@code risk.stopLossPct must be a number above 0 and at most 0.1, but was 2 (robo.yaml:12)}
     */
    @Override
    public String toString() {
        String was = value.map(text -> ", but was " + shown(text)).orElse("");
        String instead = suggestion.map(name -> "; did you mean " + name + "?").orElse("");
        return (path.length() <= 2 * LONGEST ? oneLine(path) : cut(path)) + " must be " + expected + was + instead
                + " (" + oneLine(origin.toString()) + ")";
    }

    private static String shown(String text) {
        return text.isBlank() ? "empty" : text.length() <= LONGEST ? oneLine(text) : cut(text);
    }

    private static String cut(String text) {
        return oneLine(text.substring(0, LONGEST)) + "...";
    }

    /** Whatever was given, so that a key or a value cannot pass itself off as another problem. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }
}
