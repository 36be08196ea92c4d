package io.robotrader.engine.market;

import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.TradingSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** How long the market was open between two instants: what turns a night into no time at all. Implementations are thread-safe. */
@FunctionalInterface
public interface TradingTime {

    /**
     * Returns how long the market was open.
     *
     * @param from the earlier instant
     * @param to the later instant, not before the earlier
     * @return from zero to the time between the two
     */
    Duration between(Instant from, Instant to);

    /**
     * {@return the time of the regular sessions of an exchange}
     *
     * @param calendar the exchange's
     */
    static TradingTime of(MarketCalendar calendar) {
        Objects.requireNonNull(calendar, "calendar");
        return (from, to) -> {
            Duration open = Duration.ZERO;
            LocalDate last = calendar.tradeDate(to);
            for (LocalDate date = calendar.tradeDate(from); !date.isAfter(last); date = date.plusDays(1)) {
                open = open.plus(
                        calendar.session(date).map(it -> overlap(it, from, to)).orElse(Duration.ZERO));
            }
            return open;
        };
    }

    private static Duration overlap(TradingSession session, Instant from, Instant to) {
        Instant begin = session.open().isAfter(from) ? session.open() : from;
        Instant end = session.close().isBefore(to) ? session.close() : to;
        return end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO;
    }

    /** {@return the time of a market that never closes} */
    static TradingTime always() {
        return Duration::between;
    }
}
