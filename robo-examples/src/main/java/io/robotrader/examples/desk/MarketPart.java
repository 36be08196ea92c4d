package io.robotrader.examples.desk;

import io.robotrader.risk.account.InstrumentFacts;
import io.robotrader.risk.account.MarketData;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the market says of a symbol; what is null was left out, and is unknown. */
record MarketPart(
        String symbol,
        @Nullable String time,
        @Nullable Double price,
        @Nullable Double atr,
        @Nullable Double averageVolume,
        @Nullable Double marketCap,
        @Nullable Double beta,
        @Nullable Double dailyVolatility) {

    MarketData data(Instant now) {
        return new MarketData(symbol, timeOr(now), Given.required(price, "price"), Given.optional(atr));
    }

    InstrumentFacts facts(Instant now) {
        return new InstrumentFacts(
                symbol,
                timeOr(now),
                Given.optional(averageVolume),
                Given.optional(marketCap),
                Given.optional(beta),
                Given.optional(dailyVolatility));
    }

    private Instant timeOr(Instant now) {
        return time == null ? now : Times.parse(time);
    }
}
