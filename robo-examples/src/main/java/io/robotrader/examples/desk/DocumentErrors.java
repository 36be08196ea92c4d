package io.robotrader.examples.desk;

import io.robotrader.risk.account.OrderIntent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells a person what is wrong with a document: the place in it, what must be there, what was, and the line. */
final class DocumentErrors {

    private static final Pattern TWICE = Pattern.compile("^Duplicate Object property \"(.*?)\"");
    private static final Pattern KIND = Pattern.compile("from (Array|Object|Boolean) value");
    private static final Map<String, String> KINDS =
            Map.of("Array", "a list", "Object", "an object with keys", "Boolean", "true or false");
    private static final Pattern VALUE = Pattern.compile("value \\((?:([\"'])(.*?)\\1|([^`]*?))\\)");

    private DocumentErrors() {}

    /**
     * Tells it without the name of the file.
     *
     * @param e what was thrown while it was read
     * @param language what the document is written in
     */
    static String tell(JacksonException e, String language) {
        String path = path(e);
        Matcher twice = TWICE.matcher(e.getOriginalMessage());
        if (twice.find()) {
            return (path.isEmpty() ? "" : path + ".") + twice.group(1) + " must be given once" + line(e);
        }
        if (e instanceof StreamReadException && !(e instanceof InputCoercionException)) {
            return "is not valid " + language + ": " + SyntaxErrors.tell(e);
        }
        return (path.isEmpty() ? "" : path + " ") + what(e, path) + line(e);
    }

    private static String line(JacksonException e) {
        int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
        return line > 0 ? " (line " + line + ")" : "";
    }

    private static String what(JacksonException e, String path) {
        if (e instanceof InputCoercionException) {
            return range(path) + found(firstLine(e));
        }
        if (firstLine(e).startsWith("Trailing token")) {
            return "must be one document, but after it comes more";
        }
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

    private static String range(String path) {
        if (path.endsWith(".quantity")) {
            return "must be from " + (path.startsWith("orders") ? 1 : -OrderIntent.MAX_QUANTITY) + " to "
                    + OrderIntent.MAX_QUANTITY;
        }
        return "must be a whole number of at most 18 digits";
    }

    /** Jackson names the kind, or has the value in brackets, quoted if it is a text, and says the rest in terms of Java. */
    private static String found(String message) {
        Matcher kind = KIND.matcher(message);
        if (kind.find()) {
            return ", but was " + KINDS.get(kind.group(1));
        }
        Matcher value = VALUE.matcher(message);
        if (!value.find()) {
            return "";
        }
        return ", but was " + (value.group(1) == null ? value.group(3) : "the text \"" + value.group(2) + "\"");
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
