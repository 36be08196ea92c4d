package io.robotrader.risk;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;

/**
 * Exposure held for an approved order until its fate is known. Guarded by the gate's lock.
 *
 * <p>Of an order that reduces and opens, fills are taken to reduce first, as they do.
 */
final class Hold {

    final OrderIntent order;
    private final double price;
    private final double riskPerShare;
    private final long openingAtStart;
    private long remaining;

    Hold(OrderIntent order, double price, long opening, double addedRisk) {
        this.order = order;
        this.price = price;
        this.riskPerShare = opening == 0 ? 0 : addedRisk / opening;
        this.openingAtStart = opening;
        this.remaining = order.quantity();
    }

    long remaining() {
        return remaining;
    }

    void take(long shares) {
        remaining -= shares;
    }

    void addTo(Holding holding) {
        apply(holding, 1);
    }

    void removeFrom(Holding holding) {
        apply(holding, -1);
    }

    private void apply(Holding holding, int sign) {
        long opening = Math.min(openingAtStart, remaining);
        if (order.side() == Side.BUY) {
            holding.workingBuys += sign * remaining;
        } else {
            holding.workingSells += sign * remaining;
        }
        if (opening > 0) {
            holding.openingOrders += sign;
            holding.workingNotional += sign * opening * price;
            holding.workingRisk += sign * opening * riskPerShare;
        }
        if (holding.openingOrders == 0) {
            // No order is left, so what is not zero here is rounding.
            holding.workingNotional = 0;
            holding.workingRisk = 0;
        }
    }
}
