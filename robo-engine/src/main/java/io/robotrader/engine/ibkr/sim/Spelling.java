package io.robotrader.engine.ibkr.sim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and times as real servers spell them. */
final class Spelling {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final int DAY_LENGTH = 8;

    private Spelling() {}

    /** {@code 189.5}, {@code 0.0}: at least one decimal and no needless zeros. */
    static BigDecimal real(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return bare.scale() < 1 ? bare.setScale(1) : bare;
    }

    static @Nullable BigDecimal realOrNull(@Nullable BigDecimal value) {
        return value == null ? null : real(value);
    }

    /** {@code 250.10}: at least two decimals; {@code 0} if it is none. */
    static BigDecimal price(BigDecimal value) {
        if (value.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal bare = value.setScale(8, RoundingMode.HALF_UP).stripTrailingZeros();
        return bare.scale() < 2 ? bare.setScale(2) : bare;
    }

    /** {@code 25025.00}: two decimals. */
    static BigDecimal money(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_UP);
    }

    /** {@code 100}, {@code 0.5}: no needless zeros. */
    static BigDecimal size(BigDecimal value) {
        BigDecimal bare = value.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String minute(Instant time) {
        return MINUTE.format(Hours.time(time));
    }

    /** {@code 20260105 15:30:05 US/Eastern}. */
    static String zoned(Instant time) {
        return spaced(time, " ") + " " + Hours.ZONE;
    }

    /** {@code 20260105  15:30:05}, as it is without a zone. */
    static String bare(Instant time) {
        return spaced(time, "  ");
    }

    private static String spaced(Instant time, String between) {
        return day(Hours.date(time)) + between + TIME.format(Hours.time(time));
    }

    /** {@code 19801212-14:30:00}, in UTC. */
    static String utc(Instant time) {
        String text = time.toString(); // ISO, always in UTC
        return text.substring(0, 10).replace("-", "") + "-" + text.substring(11, 19);
    }

    /** A client's date and time, in New York's time unless it says UTC; null if it cannot be read. */
    static @Nullable Instant instant(String text) {
        if (text.length() < DAY_LENGTH) {
            // Most are empty, and asked for with every price: too often for an exception.
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text.substring(0, DAY_LENGTH), DAY);
            String rest = text.substring(DAY_LENGTH).strip();
            boolean utc = rest.startsWith("-") || rest.endsWith(" UTC") || rest.endsWith(" GMT");
            String bare = rest.startsWith("-") ? rest.substring(1) : rest;
            LocalTime time = bare.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(bare.split(" ", -1)[0], TIME);
            return utc ? Instant.ofEpochSecond(day.toEpochDay() * 86_400 + time.toSecondOfDay()) : Hours.at(day, time);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
