package io.robotrader.risk;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.heat.StopDistance;
import io.robotrader.risk.rule.OrderImpact;

/**
 * Works out what an order would do to its symbol. One instance serves the gate for all orders, under its lock, so that
 * an approval allocates nothing.
 */
final class Assessment implements OrderImpact {

    private OrderIntent order = OrderIntent.market("none", "none", Side.BUY, 1);
    private double price;
    private long opening;
    private double exposureAfter;
    private double addedRisk;
    private boolean opensSymbol;

    void assess(OrderIntent newOrder, Holding holding, StopDistance distance) {
        order = newOrder;
        price = price(newOrder, holding.mark);
        opening = newOrder.quantity() - Math.min(newOrder.quantity(), holding.reducible(newOrder.side()));
        exposureAfter = holding.worstQuantityAfter(newOrder.side(), newOrder.quantity()) * price;
        double perShare = distance.riskPerShare(
                newOrder.side(), price, newOrder.stopPrice().orElse(Double.NaN), holding.atr);
        addedRisk = opening == 0 ? 0 : opening * perShare;
        opensSymbol = opening > 0 && !holding.isOpen();
    }

    // A purchase pays its limit at the worst. A sale gets its limit or more: one at a cent trades near the market, and
    // valued at a cent it would look like nothing.
    private static double price(OrderIntent order, double mark) {
        double limit = order.limitPrice().orElse(mark);
        return order.side() == Side.SELL && mark > limit ? mark : limit;
    }

    @Override
    public OrderIntent order() {
        return order;
    }

    @Override
    public double price() {
        return price;
    }

    @Override
    public long openingQuantity() {
        return opening;
    }

    @Override
    public long reducingQuantity() {
        return order.quantity() - opening;
    }

    @Override
    public double openingNotional() {
        return opening * price;
    }

    @Override
    public double symbolExposureAfter() {
        return exposureAfter;
    }

    @Override
    public double addedRisk() {
        return addedRisk;
    }

    @Override
    public boolean opensSymbol() {
        return opensSymbol;
    }
}
