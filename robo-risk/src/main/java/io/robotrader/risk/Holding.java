package io.robotrader.risk;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.InstrumentFacts;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.heat.StopDistance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gate knows of one symbol: position, market, facts and working orders. Guarded by the gate's lock. */
final class Holding {

    static final double EITHER = 0;

    final int id;
    final Instrument instrument;
    final Sector sector;
    /** Correlations with the other symbols by their numbers, and which lookup they came from. */
    double[] correlations = {};

    int correlationsVersion;
    /** The highest correlation of a purchase and of a sale with what is open, and to which state of what is open each belongs. */
    final double[] highest = new double[2];

    final long[] highestVersion = new long[2];
    /** The working orders as they were reserved: the earlier ones are taken to reduce, the later ones to open. */
    final List<Hold> holds = new ArrayList<>();
    /** Where this stands in the account's list of what is open. */
    int place;

    long quantity;
    double stop = Double.NaN;

    @Nullable
    Instant marked;

    long markedMillis;
    double mark = Double.NaN;
    double atr = Double.NaN;

    @Nullable
    Instant factsTime;

    double averageVolume = Double.NaN;
    double marketCap = Double.NaN;
    double beta = Double.NaN;
    double volatility = Double.NaN;
    /** The residual volatility as it was worked out last, and for which deviation of the market. */
    private double residual;

    private double residualMarket = Double.NaN;

    /** The orders that were held lately. */
    final RecentOrders recent = new RecentOrders();

    long workingBuys;
    long workingSells;
    /** The shares of the working orders that would open, what they cost, and what they lose at their stops. */
    long workingOpening;

    double workingNotional;
    double workingRisk;

    Holding(int id, Instrument instrument, Sector sector) {
        this.id = id;
        this.instrument = instrument;
        this.sector = sector;
    }

    void mark(MarketData data, long now) {
        // A message from the future does not keep the present out.
        if (marked != null && data.time().isBefore(marked) && markedMillis <= now) {
            return;
        }
        marked = data.time();
        markedMillis = data.time().toEpochMilli();
        mark = data.price();
        atr = data.atr().orElse(atr);
    }

    /** Seconds between the mark's time and now, either way; NaN without a mark. */
    double markAgeSeconds(long now) {
        return marked == null ? Double.NaN : Math.abs((double) now - markedMillis) / 1000;
    }

    void learn(InstrumentFacts facts, long now) {
        if (factsTime != null && facts.time().isBefore(factsTime) && factsTime.toEpochMilli() <= now) {
            return;
        }
        factsTime = facts.time();
        averageVolume = facts.averageVolume().orElse(averageVolume);
        marketCap = facts.marketCap().orElse(marketCap);
        beta = facts.beta().orElse(beta);
        volatility = facts.dailyVolatility().orElse(volatility);
        residualMarket = Double.NaN;
    }

    /** This symbol alone was opened, closed or turned, and with itself it is not compared. */
    void keepHighest(long version) {
        for (int side = 0; side < highest.length; side++) {
            if (highestVersion[side] == version - 1) {
                highestVersion[side] = version;
            }
        }
    }

    /**
     * Works out afresh what the working orders would open. Which of them do depends on the position, and that changes
     * while they work: an exit left over when its position is gone would open one the other way.
     */
    void recount(StopDistance distance) {
        workingBuys = 0;
        workingSells = 0;
        workingOpening = 0;
        workingNotional = 0;
        workingRisk = 0;
        for (int i = 0; i < holds.size(); i++) {
            add(holds.get(i), distance);
        }
    }

    private void add(Hold hold, StopDistance distance) {
        Side side = hold.order.side();
        long opens = hold.remaining() - Math.min(hold.remaining(), reducible(side));
        if (side == Side.BUY) {
            workingBuys += hold.remaining();
        } else {
            workingSells += hold.remaining();
        }
        if (opens > 0) {
            double price = hold.price(mark);
            double ownStop = hold.order.stopPrice().orElse(Double.NaN);
            workingOpening += opens;
            workingNotional += opens * price;
            workingRisk += opens * distance.riskPerShare(side, price, ownStop, atr);
        }
    }

    /** The signed shares after the working orders of one side, whichever is worse. */
    long worstQuantity() {
        return worst(quantity + workingBuys, quantity - workingSells);
    }

    long worstQuantityAfter(Side side, long more) {
        return side == Side.BUY
                ? worst(quantity + workingBuys + more, quantity - workingSells)
                : worst(quantity + workingBuys, quantity - workingSells - more);
    }

    /**
     * Says where the stop is after a trade. A position that is new has the one of its order; one that grew has the one that
     * is farther away, and none if either had none; the stop of a position that is gone protects nothing.
     */
    void protect(long before, OrderIntent order) {
        double ordered = order.stopPrice().orElse(Double.NaN);
        if (quantity == 0) {
            stop = Double.NaN;
        } else if (before == 0 || quantity > 0 != before > 0) {
            stop = ordered;
        } else if (Math.abs(quantity) > Math.abs(before)) {
            stop = quantity > 0 ? Math.min(stop, ordered) : Math.max(stop, ordered);
        }
    }

    /** The shares that an order on this side can trade before it opens something. */
    long reducible(Side side) {
        long left = side == Side.BUY ? -quantity - workingBuys : quantity - workingSells;
        return Math.max(0, left);
    }

    boolean isOpen() {
        return quantity != 0 || workingOpening > 0;
    }

    /** 1 if this is, or may become, a long position, -1 if short; {@link #EITHER} if its working orders could make it both. */
    double direction() {
        boolean mayBeLong = quantity + workingBuys > 0;
        boolean mayBeShort = quantity - workingSells < 0;
        if (mayBeLong && mayBeShort) {
            return EITHER;
        }
        return mayBeShort ? -1 : 1;
    }

    double signedExposure() {
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

    /** The deviation that the market does not explain; zero if the market explains it all. */
    double residualVolatility(double marketVolatility) {
        if (residualMarket != marketVolatility) {
            double explained = beta * marketVolatility;
            double variance = volatility * volatility - explained * explained;
            residual = variance < 0 ? 0 : Math.sqrt(variance);
            residualMarket = marketVolatility;
        }
        return residual;
    }

    private static long worst(long afterBuys, long afterSells) {
        return Math.abs(afterBuys) >= Math.abs(afterSells) ? afterBuys : afterSells;
    }
}
