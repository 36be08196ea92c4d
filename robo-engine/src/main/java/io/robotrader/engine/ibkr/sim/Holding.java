package io.robotrader.engine.ibkr.sim;

import java.math.BigDecimal;
import java.math.MathContext;

/** What an account has of one share: how many, at what cost, and what was gained on those that are gone. */
final class Holding {

    final Listing listing;
    private BigDecimal quantity = BigDecimal.ZERO;
    private BigDecimal cost = BigDecimal.ZERO; // of all of them; below zero if sold short
    private BigDecimal realized = BigDecimal.ZERO;

    Holding(Listing listing) {
        this.listing = listing;
    }

    /**
     * Books a fill.
     *
     * @return what it has realised, its part of the commission included; null if it closes nothing
     */
    @org.jspecify.annotations.Nullable
    BigDecimal book(BigDecimal signed, BigDecimal price, BigDecimal commission) {
        boolean closes = signed.signum() * quantity.signum() < 0;
        BigDecimal closing = closes ? signed.abs().min(quantity.abs()) : BigDecimal.ZERO;
        BigDecimal opening = signed.abs().subtract(closing);
        BigDecimal closingFee = opening.signum() == 0
                ? commission
                : commission.multiply(closing).divide(signed.abs(), MathContext.DECIMAL64);
        BigDecimal gain = null;
        if (closes) {
            BigDecimal share = cost.multiply(closing).divide(quantity.abs(), MathContext.DECIMAL128);
            BigDecimal proceeds = price.multiply(closing).multiply(BigDecimal.valueOf(quantity.signum()));
            gain = proceeds.subtract(share).subtract(closingFee);
            realized = realized.add(gain);
            boolean all = closing.compareTo(quantity.abs()) == 0;
            cost = all ? BigDecimal.ZERO : cost.subtract(share);
            quantity = quantity.add(closing.multiply(BigDecimal.valueOf(signed.signum())));
        }
        if (opening.signum() > 0) {
            BigDecimal signedOpening = opening.multiply(BigDecimal.valueOf(signed.signum()));
            quantity = quantity.add(signedOpening);
            cost = cost.add(signedOpening.multiply(price)).add(commission.subtract(closingFee));
        }
        return gain;
    }

    BigDecimal quantity() {
        return quantity;
    }

    BigDecimal realized() {
        return realized;
    }

    /** What all of it cost, commissions included; below zero for what was sold short. */
    BigDecimal cost() {
        return cost;
    }

    BigDecimal averageCost() {
        return quantity.signum() == 0 ? BigDecimal.ZERO : cost.divide(quantity, MathContext.DECIMAL64);
    }
}
