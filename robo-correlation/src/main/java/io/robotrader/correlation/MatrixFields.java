package io.robotrader.correlation;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that a matrix tells besides its pairs, as texts by name, for files. Stateless. */
final class MatrixFields {
    static final List<String> NAMES =
            List.of("method", "lookback", "minimumObservations", "highThreshold", "asOf", "version");

    private MatrixFields() {}

    /** An unknown time is an empty text. */
    static Map<String, String> of(CorrelationMatrix matrix) {
        CorrelationSettings settings = matrix.settings();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("method", matrix.method().name());
        fields.put("lookback", Integer.toString(settings.lookback()));
        fields.put("minimumObservations", Integer.toString(settings.minimumObservations()));
        fields.put("highThreshold", Double.toString(settings.highThreshold()));
        fields.put("asOf", matrix.asOf().map(Instant::toString).orElse(""));
        fields.put("version", Long.toString(matrix.version()));
        return fields;
    }

    /** A matrix that still lacks its pairs; throws an IllegalArgumentException that names the field. */
    static MatrixDraft draft(Map<String, String> fields, List<String> symbols) {
        if (!fields.keySet().equals(Set.copyOf(NAMES))) {
            throw new IllegalArgumentException(
                    "keys must be " + String.join(", ", NAMES) + ", but was " + String.join(", ", fields.keySet()));
        }
        symbols.forEach(PriceDoor::checkSymbol);
        CorrelationSettings settings = new CorrelationSettings(
                wholeNumber("lookback", fields.getOrDefault("lookback", "")),
                wholeNumber("minimumObservations", fields.getOrDefault("minimumObservations", "")),
                number("highThreshold", fields.getOrDefault("highThreshold", "")));
        return new MatrixDraft(
                settings,
                List.copyOf(symbols),
                time(fields.getOrDefault("asOf", "")),
                version(fields.getOrDefault("version", "")),
                method(fields.getOrDefault("method", "")));
    }

    static int wholeNumber(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number, but was " + text, e);
        }
    }

    static double number(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a number, but was " + text, e);
        }
    }

    private static long version(String text) {
        try {
            long version = Long.parseLong(text);
            if (version >= 0) {
                return version;
            }
        } catch (NumberFormatException e) {
            // Told below: no number and one below 0 are the same mistake.
        }
        throw new IllegalArgumentException("version must be a whole number of at least 0, but was " + text);
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("asOf must be a time such as 2017-12-29T00:00:00Z, but was " + text, e);
        }
    }

    private static CorrelationMethod method(String text) {
        return Arrays.stream(CorrelationMethod.values())
                .filter(method -> method.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "method must be one of " + Arrays.toString(CorrelationMethod.values()) + ", but was " + text));
    }
}
