package io.robotrader.risk;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.heat.StopDistance;
import io.robotrader.risk.rule.OrderImpact;
import io.robotrader.risk.rule.SessionLookup;
import org.jspecify.annotations.Nullable;

/**
 * Works out what an order would do to its symbol. One instance serves the gate for all orders, under its lock, so that
 * an approval allocates nothing.
 */
final class Assessment implements OrderImpact {

    private OrderIntent order = OrderIntent.market("none", "none", Side.BUY, 1);
    private Holding holding = new Holding(0, Instrument.of("none"), new Sector());
    private @Nullable SessionLookup session;
    private long now;
    private double marketVolatility;
    private double price;
    private double riskPerShare;
    private double exposureBefore;
    private long reducible;

    private long quantity;
    private long opening;
    private double exposureAfter;

    void assess(
            OrderIntent newOrder,
            Holding newHolding,
            StopDistance distance,
            double newMarketVolatility,
            @Nullable SessionLookup newSession,
            long newNow) {
        order = newOrder;
        holding = newHolding;
        session = newSession;
        now = newNow;
        marketVolatility = newMarketVolatility;
        price = price(newOrder, newHolding.mark);
        riskPerShare = distance.riskPerShare(
                newOrder.side(), price, newOrder.stopPrice().orElse(Double.NaN), newHolding.atr);
        exposureBefore = newHolding.signedExposure();
        reducible = newHolding.reducible(newOrder.side());
        resize(newOrder.quantity());
    }

    /** Judges another quantity of the same order. */
    void resize(long newQuantity) {
        quantity = newQuantity;
        opening = newQuantity - Math.min(newQuantity, reducible);
        // No order leaves the symbol at its mark, whatever the limit of the order that is not there.
        exposureAfter =
                newQuantity == 0 ? exposureBefore : holding.worstQuantityAfter(order.side(), newQuantity) * price;
    }

    long reducible() {
        return reducible;
    }

    Holding holding() {
        return holding;
    }

    // A purchase pays its limit at the worst. A sale gets its limit or more: one at a cent trades near the market, and
    // valued at a cent it would look like nothing.
    private static double price(OrderIntent order, double mark) {
        double limit = order.limitPrice().orElse(mark);
        return order.side() == Side.SELL && mark > limit ? mark : limit;
    }

    /** Where the order would trade now: at the mark, unless its limit is worse for whoever is on the other side. */
    double expectedFill() {
        double limit = order.limitPrice().orElse(holding.mark);
        return order.side() == Side.BUY ? Math.min(limit, holding.mark) : Math.max(limit, holding.mark);
    }

    /** Shares of this side that are being traded already by orders that reduce the position. */
    long reducedByOthers() {
        long working = order.side() == Side.BUY ? holding.workingBuys : holding.workingSells;
        boolean against = order.side().sign() * holding.quantity < 0;
        return against ? Math.min(working, Math.abs(holding.quantity)) : 0;
    }

    @Override
    public OrderIntent order() {
        return order;
    }

    @Override
    public Instrument instrument() {
        return holding.instrument;
    }

    @Override
    public long quantity() {
        return quantity;
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
        return quantity - opening;
    }

    @Override
    public double openingNotional() {
        return opening * price;
    }

    @Override
    public boolean opensSymbol() {
        return opening > 0 && !holding.isOpen();
    }

    @Override
    public double symbolExposureBefore() {
        return Math.abs(exposureBefore);
    }

    @Override
    public double symbolExposureAfter() {
        return Math.abs(exposureAfter);
    }

    @Override
    public double signedExposureBefore() {
        return exposureBefore;
    }

    @Override
    public double signedExposureAfter() {
        return exposureAfter;
    }

    @Override
    public long sharesShortAfter() {
        long more = order.side() == Side.SELL ? quantity : 0;
        return Math.max(0, holding.workingSells + more - holding.quantity);
    }

    @Override
    public double addedRisk() {
        return opening == 0 ? 0 : opening * riskPerShare;
    }

    @Override
    public double mark() {
        return holding.mark;
    }

    @Override
    public double markAgeSeconds() {
        return holding.markAgeSeconds(now);
    }

    @Override
    public double secondsSinceSameOrder() {
        return holding.recent.secondsSince(order, quantity, now);
    }

    @Override
    public double outsideSession() {
        if (session == null) {
            return Double.NaN;
        }
        return session.isOpen(order.symbol(), now) ? 0 : 1;
    }

    @Override
    public double averageVolume() {
        return holding.averageVolume;
    }

    @Override
    public double marketCap() {
        return holding.marketCap;
    }

    @Override
    public double beta() {
        return holding.beta;
    }

    @Override
    public double residualVolatility() {
        return holding.residualVolatility(marketVolatility);
    }
}
