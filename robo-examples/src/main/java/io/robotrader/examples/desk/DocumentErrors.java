package io.robotrader.examples.desk;

import java.util.Arrays;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells a person what is wrong with a document: the place in it, what must be there, what was, and the line. */
final class DocumentErrors {

    private static final Pattern QUOTED = Pattern.compile("\\([\"'](.*?)[\"']\\)");

    private DocumentErrors() {}

    static String tell(JacksonException e) {
        String path = path(e);
        int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
        return (path.isEmpty() ? "" : path + " ") + what(e) + (line > 0 ? " (line " + line + ")" : "");
    }

    private static String what(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known = unknown.getKnownPropertyIds();
            return "is an unknown key; known are "
                    + (known == null
                            ? "none"
                            : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", ")));
        }
        if (e instanceof InvalidFormatException bad) {
            return "must be " + kind(bad.getTargetType()) + ", but was " + bad.getValue();
        }
        if (e instanceof MismatchedInputException bad && bad.getTargetType() != null) {
            return "must be " + kind(bad.getTargetType()) + found(firstLine(e));
        }
        return firstLine(e);
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another kind";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (type == Double.class || type == double.class) {
            return "a number";
        }
        if (type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (type == String.class) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object with keys";
    }

    /** Jackson quotes the value in brackets, and says the rest in terms of Java. */
    private static String found(String message) {
        Matcher quoted = QUOTED.matcher(message);
        return quoted.find() ? ", but was " + quoted.group(1) : "";
    }

    private static String firstLine(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
