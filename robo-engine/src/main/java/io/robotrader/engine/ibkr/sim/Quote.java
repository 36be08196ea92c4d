package io.robotrader.engine.ibkr.sim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How the market in one symbol stands: what a subscriber is told, and what orders are matched against. */
final class Quote {

    private final double halfSpread;
    double bid;
    double ask;
    double last;
    double size;
    double open;
    double high;
    double low;
    double volume;
    double turnover;
    double previousClose;
    int trades;
    private @Nullable LocalDate day;

    Quote(double halfSpread) {
        this.halfSpread = halfSpread;
    }

    boolean exists() {
        return last > 0;
    }

    void take(PricePath.Point point) {
        LocalDate today = Hours.date(point.time());
        if (!today.equals(day)) {
            previousClose = last;
            open = point.price();
            high = point.price();
            low = point.price();
            volume = 0;
            turnover = 0;
            trades = 0;
            day = today;
        }
        last = point.price();
        size = point.size();
        high = Math.max(high, last);
        low = Math.min(low, last);
        volume += size;
        turnover += size * last;
        trades++;
        bid = halfSpread == 0 ? last : Math.floor((last - halfSpread) * 100 + 1e-6) / 100;
        ask = halfSpread == 0 ? last : Math.ceil((last + halfSpread) * 100 - 1e-6) / 100;
        bid = bid > 0 ? bid : last;
    }

    double average() {
        return volume > 0 ? turnover / volume : last;
    }

    double middle() {
        return (bid + ask) / 2;
    }

    /** What is said to be bid for and offered: a round lot at least. */
    double shown() {
        return Math.max(100, size);
    }
}
