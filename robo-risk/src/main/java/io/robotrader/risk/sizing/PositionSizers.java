package io.robotrader.risk.sizing;

import io.robotrader.risk.internal.Require;
import java.util.List;
import java.util.Objects;

/**
 * The built-in sizers. All round down to whole lots and never exceed the buying power; one that lacks a number that it
 * needs sizes to nothing and says which, and none stands in for another.
 *
 * @see Scalers
 */
public final class PositionSizers {

    /** The usual part of the Kelly stake that is put in: a quarter. */
    public static final double QUARTER_KELLY = 0.25;

    private PositionSizers() {}

    /**
     * A fixed part of the equity in each position: shares = equity x fraction / entry price.
     *
     * @param fraction of the equity, in (0, 1]
     * @return the sizer
     */
    public static PositionSizer fixedFraction(double fraction) {
        Require.fraction(fraction, "fraction");
        return request ->
                Lots.affordable(request, request.equity() * fraction / request.entryPrice(), SizeBound.EQUITY_FRACTION);
    }

    /**
     * A fixed part of the equity at risk in each position, from the entry to the protective stop: shares = equity x
     * riskFraction / distance of the stop. Without a stop on the losing side of the entry the size is zero.
     *
     * @param riskFraction of the equity that one position may lose, in (0, 1]
     * @return the sizer
     */
    public static PositionSizer fixedRisk(double riskFraction) {
        Require.fraction(riskFraction, "riskFraction");
        return request -> {
            if (request.stop().isEmpty()) {
                return new PositionSize(0, SizeBound.STOP_UNKNOWN);
            }
            double riskPerShare = request.side().sign()
                    * (request.entryPrice() - request.stop().getAsDouble());
            return riskPerShare > 0
                    ? byRisk(request, riskFraction, riskPerShare)
                    : new PositionSize(0, SizeBound.STOP_ON_WRONG_SIDE);
        };
    }

    /**
     * A fixed part of the equity at risk in each position, where a share risks a multiple of its average true range:
     * shares = equity x riskFraction / (ATR x factor). Without an average true range the size is zero.
     *
     * @param riskFraction of the equity that one position may lose, in (0, 1]
     * @param factor how many average true ranges away the position is given up, positive; 2 is usual
     * @return the sizer
     */
    public static PositionSizer atr(double riskFraction, double factor) {
        Require.fraction(riskFraction, "riskFraction");
        Require.positive(factor, "factor");
        return request -> request.atr().isPresent()
                ? byRisk(request, riskFraction, request.atr().getAsDouble() * factor)
                : new PositionSize(0, SizeBound.ATR_UNKNOWN);
    }

    /**
     * A quarter of what the Kelly criterion stakes.
     *
     * @param edge what the record of trades says
     * @param cap the most of the equity that one position may take, in (0, 1]
     * @return the sizer
     * @see #kelly(KellyEdge, double, double)
     */
    public static PositionSizer kelly(KellyEdge edge, double cap) {
        return kelly(edge, QUARTER_KELLY, cap);
    }

    /**
     * A part of what the Kelly criterion stakes, made smaller for a short record of trades: shares = equity x
     * min({@link KellyEdge#fraction()} x fraction, cap) / entry price. The stake is what is put in, as if all of it could
     * be lost. Without an edge the size is zero.
     *
     * @param edge what the record of trades says; make a new sizer when the record has grown
     * @param fraction of the stake that is put in, in (0, 1]
     * @param cap the most of the equity that one position may take, in (0, 1]
     * @return the sizer
     */
    public static PositionSizer kelly(KellyEdge edge, double fraction, double cap) {
        Require.fraction(fraction, "fraction");
        Require.fraction(cap, "cap");
        double stake = edge.fraction() * fraction;
        double part = Math.min(stake, cap);
        SizeBound bound = stake > cap ? SizeBound.EQUITY_FRACTION : SizeBound.KELLY;
        return request -> part > 0
                ? Lots.affordable(request, request.equity() * part / request.entryPrice(), bound)
                : new PositionSize(0, SizeBound.NO_EDGE);
    }

    /**
     * The same volatility in each position: shares = equity x targetAnnualVolatility / (annual volatility of a share's
     * return x entry price), where the annual volatility is that of one period times the root of the periods in a year.
     * Without a volatility the size is zero.
     *
     * @param targetAnnualVolatility what the position's profit and loss may vary in a year, as a fraction of the equity:
     *     one standard deviation, positive
     * @param periodsPerYear how many periods of the request's volatility a year has, positive: 252 for trading days
     * @return the sizer
     */
    public static PositionSizer volatilityTarget(double targetAnnualVolatility, double periodsPerYear) {
        Require.positive(targetAnnualVolatility, "targetAnnualVolatility");
        double target = targetAnnualVolatility / Math.sqrt(Require.positive(periodsPerYear, "periodsPerYear"));
        return request -> request.volatility().isPresent()
                ? Lots.affordable(
                        request,
                        request.equity() * target / request.volatility().getAsDouble() / request.entryPrice(),
                        SizeBound.VOLATILITY_TARGET)
                : new PositionSize(0, SizeBound.VOLATILITY_UNKNOWN);
    }

    /**
     * The least of what a sizer wants and what each limit admits, in whole lots.
     *
     * @param sizer the sizer
     * @param caps asked in this order, each for what the ones before have left
     * @return a sizer whose answers name the limit that bound
     */
    public static PositionSizer capped(PositionSizer sizer, SizeCap... caps) {
        Objects.requireNonNull(sizer, "sizer");
        List<SizeCap> all = List.of(caps);
        return request -> {
            PositionSize size = sizer.size(request);
            for (SizeCap cap : all) {
                if (!size.isNothing()) {
                    size = size.then(cap.on(request, size.quantity()).step(request, size.quantity()));
                }
            }
            return size;
        };
    }

    private static PositionSize byRisk(SizingRequest request, double riskFraction, double riskPerShare) {
        return Lots.affordable(request, request.equity() * riskFraction / riskPerShare, SizeBound.RISK_BUDGET);
    }
}
