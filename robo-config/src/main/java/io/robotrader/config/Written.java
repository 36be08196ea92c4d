package io.robotrader.config;

import io.robotrader.config.section.Cap;
import io.robotrader.config.section.Secret;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values to text: what {@link Grammar} reads back as the same value. */
final class Written {
    /** The units of durations, the longest first. */
    static final Map<String, Long> MILLIS = new LinkedHashMap<>();

    static {
        MILLIS.put("d", 86_400_000L);
        MILLIS.put("h", 3_600_000L);
        MILLIS.put("m", 60_000L);
        MILLIS.put("s", 1_000L);
        MILLIS.put("ms", 1L);
    }

    private static final int MOST_ZEROS = 400;
    private static final long MOST_SECONDS = 1_000_000_000_000L;

    private Written() {}

    /** As in an environment variable; a secret is hidden. */
    static String text(@Nullable Object value) {
        return text(value, false);
    }

    static String text(@Nullable Object value, boolean reveal) {
        if (value instanceof Cap<?> cap) {
            return cap.limit().map(limit -> text(limit, reveal)).orElse(Grammar.OFF);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(inner -> text(inner, reveal)).orElse(Grammar.NONE);
        }
        if (value instanceof Collection<?> list) {
            return list.isEmpty()
                    ? Grammar.OFF
                    : list.stream().map(element -> text(element, reveal)).collect(Collectors.joining(","));
        }
        if (value instanceof Secret secret) {
            return reveal ? secret.reveal() : Secret.HIDDEN;
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
            return (exact.scale() < 0 ? exact.setScale(0) : exact).toPlainString();
        }
        if (value instanceof BigDecimal number) {
            // Beyond every bound, and might take all memory.
            return Math.abs(number.scale()) > MOST_ZEROS ? number.toString() : number.toPlainString();
        }
        if (value instanceof Duration duration) {
            return isWritable(duration) ? duration(duration) : duration.toString();
        }
        return value instanceof Enum<?> || value instanceof Boolean
                ? value.toString().toLowerCase(Locale.ROOT)
                : String.valueOf(value);
    }

    private static boolean isWritable(Duration duration) {
        return duration.getNano() % 1_000_000 == 0 && Math.abs(duration.getSeconds()) < MOST_SECONDS;
    }

    private static String duration(Duration duration) {
        long millis = duration.toMillis();
        for (Map.Entry<String, Long> unit : MILLIS.entrySet()) {
            if (millis % unit.getValue() == 0) {
                return millis / unit.getValue() + unit.getKey();
            }
        }
        throw new AssertionError("every whole number is a multiple of 1");
    }
}
