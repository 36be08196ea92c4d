package io.robotrader.risk;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.heat.StopDistance;

/** What the gate knows of one symbol: position, market and working orders. Guarded by the gate's lock. */
final class Holding {

    final Instrument instrument;
    long quantity;
    double stop = Double.NaN;
    double mark = Double.NaN;
    double atr = Double.NaN;
    long workingBuys;
    long workingSells;
    /** Money that opening working orders cost, and what they lose at their stops. */
    double workingNotional;

    double workingRisk;
    int openingOrders;

    Holding(Instrument instrument) {
        this.instrument = instrument;
    }

    /** The shares at risk when the working orders of one side, whichever is worse, are filled. */
    long worstQuantity() {
        return worst(quantity + workingBuys, quantity - workingSells);
    }

    long worstQuantityAfter(Side side, long more) {
        return side == Side.BUY
                ? worst(quantity + workingBuys + more, quantity - workingSells)
                : worst(quantity + workingBuys, quantity - workingSells - more);
    }

    /** The shares that an order on this side can trade before it opens something. */
    long reducible(Side side) {
        long left = side == Side.BUY ? -quantity - workingBuys : quantity - workingSells;
        return Math.max(0, left);
    }

    boolean isOpen() {
        return quantity != 0 || openingOrders > 0;
    }

    /** 1 if this is, or is about to be, a long position, -1 if short. */
    int direction() {
        return quantity > 0 || (quantity == 0 && workingBuys >= workingSells) ? 1 : -1;
    }

    double exposure() {
        long worst = worstQuantity();
        return worst == 0 ? 0 : worst * mark;
    }

    double positionRisk(StopDistance distance) {
        if (quantity == 0) {
            return 0;
        }
        Side opened = quantity > 0 ? Side.BUY : Side.SELL;
        return Math.abs(quantity) * distance.riskPerShare(opened, mark, stop, atr);
    }

    private static long worst(long afterBuys, long afterSells) {
        return Math.max(Math.abs(afterBuys), Math.abs(afterSells));
    }
}
