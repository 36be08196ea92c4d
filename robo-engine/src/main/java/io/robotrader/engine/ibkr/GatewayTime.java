package io.robotrader.engine.ibkr;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times as gateways spell them: which of three ways is a setting of each. The zone, where there is one, is in the text. */
final class GatewayTime {

    private static final int DATE_AND_TIME = 17;
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd-HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd HH:mm:ss", Locale.ROOT);

    private GatewayTime() {}

    /** The instant; empty if the text names no zone, or is no time. */
    static Optional<Instant> parse(String text) {
        try {
            if (text.length() == DATE_AND_TIME && text.charAt(8) == '-') {
                return Optional.of(LocalDateTime.parse(text, UTC).toInstant(ZoneOffset.UTC));
            }
            if (text.length() > DATE_AND_TIME + 1 && text.charAt(DATE_AND_TIME) == ' ') {
                ZoneId zone = ZoneId.of(text.substring(DATE_AND_TIME + 1));
                return Optional.of(LocalDateTime.parse(text.substring(0, DATE_AND_TIME), LOCAL)
                        .atZone(zone)
                        .toInstant());
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
