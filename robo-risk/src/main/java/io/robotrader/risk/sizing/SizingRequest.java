package io.robotrader.risk.sizing;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.internal.Require;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What is to be opened, and with what means. Equity and buying power are both told, because neither stands for the
 * other. What only some sizers and scalers need may be left out; one that needs it then says so, and never guesses.
 * Immutable and thread-safe.
 *
 * @param instrument what is to be opened; its lot is the step of the size
 * @param side {@link Side#BUY} to open a long position, {@link Side#SELL} a short one
 * @param entryPrice the price per share at which the entry is expected, positive
 * @param equity the account's equity in money; zero or less sizes to nothing
 * @param buyingPower the money that may be spent; zero or less sizes to nothing
 * @param atr the average true range per share, positive; empty if unknown
 * @param stop the price per share of the protective stop, positive; empty if there is none
 * @param volatility the standard deviation of one period's return, as a fraction, positive; empty if unknown
 * @param drawdown the account's fall from its highest equity, as a fraction of it, zero or more; empty if unknown
 * @param correlation how much the new position would move with those that are held, from -1 to 1, its own direction and
 *     theirs taken into account, so that a hedge is negative; empty if unknown. See {@link BookCorrelation}
 */
public record SizingRequest(
        Instrument instrument,
        Side side,
        double entryPrice,
        double equity,
        double buyingPower,
        OptionalDouble atr,
        OptionalDouble stop,
        OptionalDouble volatility,
        OptionalDouble drawdown,
        OptionalDouble correlation) {

    private static final OptionalDouble NONE = OptionalDouble.empty();

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a number is not finite, or is out of its range
     */
    public SizingRequest {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(side, "side");
        Require.positive(entryPrice, "entryPrice");
        Require.finite(equity, "equity");
        Require.finite(buyingPower, "buyingPower");
        positive(atr, "atr");
        positive(stop, "stop");
        positive(volatility, "volatility");
        if (drawdown.isPresent()) {
            Require.notNegative(drawdown.getAsDouble(), "drawdown");
        }
        if (correlation.isPresent() && !(Math.abs(correlation.getAsDouble()) <= 1)) {
            throw new IllegalArgumentException(
                    "correlation must be from -1 to 1, but was " + correlation.getAsDouble());
        }
    }

    /**
     * A purchase of which no more is known than perhaps its average true range.
     *
     * @param instrument what is to be bought
     * @param entryPrice the expected price per share, positive
     * @param equity the account's equity in money
     * @param buyingPower the money that may be spent
     * @param atr the average true range per share, positive; empty if unknown
     */
    public SizingRequest(
            Instrument instrument, double entryPrice, double equity, double buyingPower, OptionalDouble atr) {
        this(instrument, Side.BUY, entryPrice, equity, buyingPower, atr, NONE, NONE, NONE, NONE);
    }

    /**
     * {@return a request that tells the least a sizer can work with}
     *
     * @param instrument what is to be opened
     * @param side which way
     * @param entryPrice the expected price per share, positive
     * @param equity the account's equity in money
     * @param buyingPower the money that may be spent
     */
    public static SizingRequest of(
            Instrument instrument, Side side, double entryPrice, double equity, double buyingPower) {
        return new SizingRequest(instrument, side, entryPrice, equity, buyingPower, NONE, NONE, NONE, NONE, NONE);
    }

    /**
     * {@return this request for the other, or the same, direction}
     *
     * @param newSide which way
     */
    public SizingRequest withSide(Side newSide) {
        return with(newSide, atr, stop, volatility, drawdown, correlation);
    }

    /**
     * {@return this request with an average true range}
     *
     * @param newAtr per share, positive
     */
    public SizingRequest withAtr(double newAtr) {
        return with(side, OptionalDouble.of(newAtr), stop, volatility, drawdown, correlation);
    }

    /**
     * {@return this request with a protective stop}
     *
     * @param price the price per share at which the position is given up, positive
     */
    public SizingRequest withStop(double price) {
        return with(side, atr, OptionalDouble.of(price), volatility, drawdown, correlation);
    }

    /**
     * {@return this request with a volatility}
     *
     * @param deviation the standard deviation of one period's return, as a fraction, positive
     */
    public SizingRequest withVolatility(double deviation) {
        return with(side, atr, stop, OptionalDouble.of(deviation), drawdown, correlation);
    }

    /**
     * {@return this request with the account's drawdown}
     *
     * @param fraction of the highest equity, zero or more
     */
    public SizingRequest withDrawdown(double fraction) {
        return with(side, atr, stop, volatility, OptionalDouble.of(fraction), correlation);
    }

    /**
     * {@return this request with a correlation with the book}
     *
     * @param signed from -1 to 1, negative for a hedge
     */
    public SizingRequest withCorrelation(double signed) {
        return with(side, atr, stop, volatility, drawdown, OptionalDouble.of(signed));
    }

    private SizingRequest with(
            Side newSide,
            OptionalDouble newAtr,
            OptionalDouble newStop,
            OptionalDouble newVolatility,
            OptionalDouble newDrawdown,
            OptionalDouble newCorrelation) {
        return new SizingRequest(
                instrument,
                newSide,
                entryPrice,
                equity,
                buyingPower,
                newAtr,
                newStop,
                newVolatility,
                newDrawdown,
                newCorrelation);
    }

    private static void positive(OptionalDouble value, String name) {
        if (value.isPresent()) {
            Require.positive(value.getAsDouble(), name);
        }
    }
}
