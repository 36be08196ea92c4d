package io.robotrader.risk.account;

import io.robotrader.risk.internal.Require;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * What is known of one symbol that changes by the day rather than by the tick.
 *
 * <p>What is absent is unknown: where newer facts lack a value, the gate keeps the one that it had, and facts older than
 * those it had change nothing. Immutable and thread-safe.
 *
 * @param symbol the ticker
 * @param time when this was true
 * @param averageVolume shares traded a day on average, zero or more; empty if unknown
 * @param marketCap what all shares are worth, in money, positive; empty if unknown
 * @param beta how much it moves with the market, any finite number; empty if unknown
 * @param dailyVolatility the standard deviation of its daily returns as a fraction, positive; empty if unknown
 */
public record InstrumentFacts(
        String symbol,
        Instant time,
        OptionalDouble averageVolume,
        OptionalDouble marketCap,
        OptionalDouble beta,
        OptionalDouble dailyVolatility) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the symbol is blank or a number is out of its range
     */
    public InstrumentFacts {
        Require.text(symbol, "symbol");
        Require.time(time, "time");
        averageVolume.ifPresent(value -> Require.notNegative(value, "averageVolume"));
        marketCap.ifPresent(value -> Require.positive(value, "marketCap"));
        beta.ifPresent(value -> Require.finite(value, "beta"));
        dailyVolatility.ifPresent(value -> Require.positive(value, "dailyVolatility"));
    }

    /**
     * {@return facts of which none is known yet}
     *
     * @param symbol the ticker
     * @param time when they are true
     */
    public static InstrumentFacts of(String symbol, Instant time) {
        OptionalDouble unknown = OptionalDouble.empty();
        return new InstrumentFacts(symbol, time, unknown, unknown, unknown, unknown);
    }

    /**
     * {@return the same with a volume}
     *
     * @param shares traded a day on average, zero or more
     */
    public InstrumentFacts withAverageVolume(double shares) {
        return new InstrumentFacts(symbol, time, OptionalDouble.of(shares), marketCap, beta, dailyVolatility);
    }

    /**
     * {@return the same with a market capitalisation}
     *
     * @param money what all shares are worth, positive
     */
    public InstrumentFacts withMarketCap(double money) {
        return new InstrumentFacts(symbol, time, averageVolume, OptionalDouble.of(money), beta, dailyVolatility);
    }

    /**
     * {@return the same with a beta}
     *
     * @param newBeta how much it moves with the market, finite
     */
    public InstrumentFacts withBeta(double newBeta) {
        return new InstrumentFacts(symbol, time, averageVolume, marketCap, OptionalDouble.of(newBeta), dailyVolatility);
    }

    /**
     * {@return the same with a volatility}
     *
     * @param fraction the standard deviation of daily returns, positive
     */
    public InstrumentFacts withDailyVolatility(double fraction) {
        return new InstrumentFacts(symbol, time, averageVolume, marketCap, beta, OptionalDouble.of(fraction));
    }
}
