package io.robotrader.engine.market;

import java.time.Duration;
import java.time.Instant;

/** The bars of one symbol, minute by minute, and what is said of them. */
abstract class JudgedMinutes {

    static final Instant START = Instant.parse("2024-03-08T15:00:00Z");

    /** An exchange that is open for the first eight hours of every day, counted from the start. */
    static final TradingTime EIGHT_HOURS = (from, to) -> Duration.ofSeconds(openUntil(to) - openUntil(from));

    final DataQuality quality = new DataQuality(QualityBounds.defaults(), EIGHT_HOURS);
    int minute;

    private static long openUntil(Instant time) {
        long seconds = Duration.between(START, time).toSeconds();
        return Math.floorDiv(seconds, 86_400L) * 28_800 + Math.min(28_800, Math.floorMod(seconds, 86_400L));
    }

    static Instant at(long minute) {
        return START.plusSeconds(60 * minute);
    }

    QualityVerdict close(double price) {
        return closeAt(++minute, price);
    }

    QualityVerdict closeAt(int at, double price) {
        minute = at;
        return quality.judge(Bar.ofClose("AAPL", at(at), price), at(at));
    }

    /** Forty bars that move by a tenth of a percent or so. */
    void calm() {
        for (int i = 0; i < 40; i++) {
            close(100 + 0.1 * (i % 3));
        }
    }

    Quote quote(double bid, double ask) {
        return Quote.of("AAPL", at(minute), bid, ask);
    }
}
