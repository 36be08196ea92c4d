package io.robotrader.risk.sizing;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.internal.Require;

/** The built-in sizers. All round down to whole lots and never exceed the buying power. */
public final class PositionSizers {

    // 100 x 0.29 is a little less than 29; what is meant to be a whole lot must not lose one to rounding.
    private static final double ROUNDING = 1 + 1e-12;

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
                wholeLots(request, request.equity() * fraction / request.entryPrice(), SizeBound.EQUITY_FRACTION);
    }

    /**
     * A fixed part of the equity at risk in each position, where a share risks a multiple of its average true range:
     * shares = equity x riskFraction / (ATR x factor). Without an average true range the size is zero.
     *
     * @param riskFraction of the equity that one position may lose, in (0, 1]
     * @param factor how many average true ranges away the position is given up, positive
     * @return the sizer
     */
    public static PositionSizer atr(double riskFraction, double factor) {
        Require.fraction(riskFraction, "riskFraction");
        Require.positive(factor, "factor");
        return request -> {
            if (request.atr().isEmpty()) {
                return new PositionSize(0, SizeBound.ATR_UNKNOWN);
            }
            double riskPerShare = request.atr().getAsDouble() * factor;
            return wholeLots(request, request.equity() * riskFraction / riskPerShare, SizeBound.RISK_BUDGET);
        };
    }

    private static PositionSize wholeLots(SizingRequest request, double wanted, SizeBound wantedBy) {
        if (request.equity() <= 0) {
            return new PositionSize(0, SizeBound.NO_EQUITY);
        }
        double affordable = Math.max(0, request.buyingPower()) / request.entryPrice();
        double shares = Math.min(Math.min(wanted, affordable), OrderIntent.MAX_QUANTITY);
        long lot = request.instrument().lotSize();
        long lots = Math.min((long) Math.floor(shares / lot * ROUNDING), OrderIntent.MAX_QUANTITY / lot);
        if (lots * lot * request.entryPrice() > request.buyingPower()) {
            lots = Math.max(0, lots - 1);
        }
        return new PositionSize(lots * lot, affordable < wanted ? SizeBound.BUYING_POWER : wantedBy);
    }
}
