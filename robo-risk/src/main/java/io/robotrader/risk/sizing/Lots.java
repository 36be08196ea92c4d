package io.robotrader.risk.sizing;

import io.robotrader.risk.account.OrderIntent;

/** Rounds shares down to whole lots. */
final class Lots {

    // 100 x 0.29 is a little less than 29; what is meant to be a whole lot must not lose one to rounding.
    private static final double ROUNDING = 1 + 1e-12;

    private Lots() {}

    /** The shares in whole lots, from zero to the most that an order may be. */
    static long floor(double shares, long lot) {
        double bounded = Math.max(0, Math.min(shares, OrderIntent.MAX_QUANTITY));
        long lots = Math.min((long) Math.floor(bounded / lot * ROUNDING), OrderIntent.MAX_QUANTITY / lot);
        return lots * lot;
    }

    /**
     * The shares in whole lots that equity and buying power allow.
     *
     * @param wanted shares, positive, perhaps infinite
     * @param wantedBy what bounds them if the buying power does not
     */
    static PositionSize affordable(SizingRequest request, double wanted, SizeBound wantedBy) {
        if (request.equity() <= 0) {
            return new PositionSize(0, SizeBound.NO_EQUITY);
        }
        double affordable = Math.max(0, request.buyingPower()) / request.entryPrice();
        long lot = request.instrument().lotSize();
        long shares = floor(Math.min(wanted, affordable), lot);
        if (shares * request.entryPrice() > request.buyingPower()) {
            shares = Math.max(0, shares - lot);
        }
        if (Math.min(wanted, affordable) > OrderIntent.MAX_QUANTITY) {
            return new PositionSize(shares, SizeBound.ORDER_QUANTITY);
        }
        return new PositionSize(shares, affordable < wanted ? SizeBound.BUYING_POWER : wantedBy);
    }
}
