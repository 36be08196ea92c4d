package io.robotrader.engine.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object member by member. What is not as it was written is an {@link IllegalArgumentException} that names
 * the member; a {@link java.time.format.DateTimeParseException} for an instant or a date that is none.
 */
final class PayloadReader {
    private final Map<String, @Nullable Object> members;

    private PayloadReader(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    static PayloadReader of(String payload) {
        return new PayloadReader(PayloadTree.parse(payload));
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    String text(String name) {
        return part(String.class, name);
    }

    @Nullable
    String textOrNull(String name) {
        return isNull(name) ? null : text(name);
    }

    <T extends Enum<T>> T name(Class<T> type, String name) {
        return Enum.valueOf(type, text(name));
    }

    boolean flag(String name) {
        return part(Boolean.class, name);
    }

    long count(String name) {
        return Long.parseLong(number(name));
    }

    BigDecimal exact(String name) {
        return new BigDecimal(number(name));
    }

    /** A figure that is not known is null, and an infinite one is a text: JSON has neither. */
    double figure(String name) {
        if (isNull(name)) {
            return Double.NaN;
        }
        if (members.get(name) instanceof String word) {
            return switch (word) {
                case "Infinity" -> Double.POSITIVE_INFINITY;
                case "-Infinity" -> Double.NEGATIVE_INFINITY;
                default -> throw wrong(name);
            };
        }
        return Double.parseDouble(number(name));
    }

    OptionalDouble optionalFigure(String name) {
        return isNull(name) ? OptionalDouble.empty() : OptionalDouble.of(figure(name));
    }

    Instant instant(String name) {
        return Instant.parse(text(name));
    }

    LocalDate date(String name) {
        return LocalDate.parse(text(name));
    }

    PayloadReader object(String name) {
        return nested(part(Map.class, name));
    }

    List<PayloadReader> list(String name) {
        return ((List<?>) part(List.class, name))
                .stream().map(item -> nested((Map<?, ?>) item)).toList();
    }

    @SuppressWarnings("unchecked") // the tree has no other maps
    private static PayloadReader nested(Map<?, ?> object) {
        return new PayloadReader((Map<String, @Nullable Object>) object);
    }

    private boolean isNull(String name) {
        if (!has(name)) {
            throw wrong(name);
        }
        return members.get(name) == null;
    }

    private String number(String name) {
        return part(PayloadTree.Digits.class, name).text();
    }

    private <T> T part(Class<T> type, String name) {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw wrong(name);
        }
        return type.cast(value);
    }

    private IllegalArgumentException wrong(String name) {
        Object value = members.get(name);
        return new IllegalArgumentException(
                name + " must be as it was written, but was " + (has(name) ? value : "missing"));
    }
}
