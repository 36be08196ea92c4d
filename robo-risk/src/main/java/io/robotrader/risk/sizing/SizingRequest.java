package io.robotrader.risk.sizing;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.internal.Require;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What is to be opened, and with what means. Equity and buying power are both told, because neither stands for the
 * other. Immutable and thread-safe.
 *
 * @param instrument what is to be opened; its lot is the step of the size
 * @param entryPrice the price per share at which the entry is expected, positive
 * @param equity the account's equity in money; zero or less sizes to nothing
 * @param buyingPower the money that may be spent; zero or less sizes to nothing
 * @param atr the average true range per share, positive; empty if unknown
 */
public record SizingRequest(
        Instrument instrument, double entryPrice, double equity, double buyingPower, OptionalDouble atr) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a number is not finite, or a price or range is not positive
     */
    public SizingRequest {
        Objects.requireNonNull(instrument, "instrument");
        Require.positive(entryPrice, "entryPrice");
        Require.finite(equity, "equity");
        Require.finite(buyingPower, "buyingPower");
        if (atr.isPresent()) {
            Require.positive(atr.getAsDouble(), "atr");
        }
    }
}
