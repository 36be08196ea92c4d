package io.robotrader.risk;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.AccountView;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.heat.StopDistance;
import io.robotrader.risk.rule.CorrelationLookup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The account as the gate keeps it: every sum is held ready, and a change of one symbol changes the sums by what that
 * symbol gave before and gives now. Guarded by the gate's lock.
 */
final class LiveAccount implements AccountView {

    // A sum that is added to and taken from for ever drifts by rounding. Adding up afresh every so often keeps it
    // within a few units in the last place, and costs one pass in thousands of changes.
    private static final int CHANGES_BEFORE_REBUILD = 1 << 13;

    // Taking a very large number off a sum leaves its rounding behind, and taking off infinity leaves NaN: after a
    // sum has shrunk this much it is added up afresh.
    private static final double SHRINKAGE_BEFORE_REBUILD = 16;

    private final Map<String, Instrument> instruments;
    private final Map<String, Holding> holdings = new HashMap<>();
    private StopDistance stopDistance;
    private CorrelationLookup correlations = CorrelationLookup.UNKNOWN;

    private double cash;
    private double spendable;
    private double startOfDayEquity;
    private double paidInToday;

    private double marketValue;
    private double gross;
    private double risk;
    private double reserved;
    /** The holdings that are open, in no order: each knows its place, so that it leaves by swapping with the last. */
    private final List<Holding> open = new ArrayList<>();

    private int counted;
    private int unmarkedPositions;
    private int unmarkedOrders;
    private int changes;
    private double peak;

    LiveAccount(Map<String, Instrument> instruments, StopDistance stopDistance) {
        this.instruments = instruments;
        this.stopDistance = stopDistance;
        instruments.values().forEach(instrument -> holdings.put(instrument.symbol(), new Holding(instrument)));
    }

    @Nullable
    Holding holding(String symbol) {
        return holdings.get(symbol);
    }

    void use(CorrelationLookup lookup) {
        correlations = lookup;
    }

    void assume(StopDistance distance) {
        stopDistance = distance;
        rebuild();
    }

    /** Takes the account's word for cash and positions; working orders stay as they are. */
    void replace(AccountSnapshot snapshot) {
        cash = snapshot.cash();
        spendable = snapshot.buyingPower();
        startOfDayEquity = snapshot.startOfDayEquity();
        paidInToday = snapshot.paidInToday();
        for (Holding holding : holdings.values()) {
            holding.quantity = 0;
            holding.stop = Double.NaN;
        }
        for (Position position : snapshot.positions().values()) {
            Holding holding = holdingOf(position.symbol());
            holding.quantity = position.quantity();
            holding.stop = position.stop().orElse(Double.NaN);
        }
        snapshot.market().values().forEach(data -> holdingOf(data.symbol()).mark(data));
        rebuild();
    }

    void update(MarketData data) {
        change(holdingOf(data.symbol()), holding -> holding.mark(data));
    }

    /** Changes one symbol and keeps the sums in step. */
    void change(Holding holding, Consumer<Holding> edit) {
        count(holding, -1);
        edit.accept(holding);
        holding.recount(stopDistance);
        count(holding, 1);
        if (counted == 0) {
            clear();
        }
        double size = gross + risk + reserved;
        peak = Math.max(peak, size);
        // Written so that NaN, too, leads to adding up afresh.
        if (!(size >= peak / SHRINKAGE_BEFORE_REBUILD && size < Double.POSITIVE_INFINITY)
                || ++changes >= CHANGES_BEFORE_REBUILD) {
            rebuild();
        }
    }

    private Holding holdingOf(String symbol) {
        return holdings.computeIfAbsent(symbol, s -> new Holding(instruments.getOrDefault(s, Instrument.of(s))));
    }

    private void rebuild() {
        clear();
        for (Holding holding : holdings.values()) {
            holding.recount(stopDistance);
            count(holding, 1);
        }
        peak = gross + risk + reserved;
    }

    private void clear() {
        changes = 0;
        peak = 0;
        marketValue = 0;
        gross = 0;
        risk = 0;
        reserved = 0;
        open.clear();
        counted = 0;
        unmarkedPositions = 0;
        unmarkedOrders = 0;
    }

    private void count(Holding holding, int sign) {
        if (!holding.isOpen() && holding.worstQuantity() == 0) {
            return;
        }
        counted += sign;
        if (holding.isOpen()) {
            list(holding, sign);
        }
        if (Double.isNaN(holding.mark)) {
            unmarkedPositions += holding.quantity != 0 ? sign : 0;
            unmarkedOrders += holding.workingOpening > 0 ? sign : 0;
            return;
        }
        reserved += sign * holding.workingNotional;
        marketValue += sign * holding.quantity * holding.mark;
        gross += sign * holding.exposure();
        risk += sign * (holding.workingRisk + holding.positionRisk(stopDistance));
    }

    private void list(Holding holding, int sign) {
        if (sign > 0) {
            holding.place = open.size();
            open.add(holding);
            return;
        }
        Holding last = open.remove(open.size() - 1);
        if (last != holding) {
            last.place = holding.place;
            open.set(last.place, last);
        }
    }

    /** A sum too large for a number is not known either: what is divided by it would look like nothing. */
    private static double known(boolean marked, double sum) {
        return marked && Double.isFinite(sum) ? sum : Double.NaN;
    }

    @Override
    public double equity() {
        return known(unmarkedPositions == 0, cash + marketValue);
    }

    @Override
    public double buyingPower() {
        return known(unmarkedOrders == 0, spendable - reserved);
    }

    @Override
    public double startOfDayEquity() {
        return startOfDayEquity;
    }

    @Override
    public double dailyPnl() {
        return equity() - startOfDayEquity - paidInToday;
    }

    @Override
    public double grossExposure() {
        return known(unmarkedPositions + unmarkedOrders == 0, gross);
    }

    @Override
    public double riskAtStops() {
        return known(unmarkedPositions + unmarkedOrders == 0, risk);
    }

    @Override
    public double highestCorrelation(String symbol, int sign) {
        double highest = -1;
        for (int i = 0; i < open.size(); i++) { // by index, as an iterator would be one more object an order
            Holding other = open.get(i);
            if (other.instrument.symbol().equals(symbol)) {
                continue;
            }
            double alike = sign * other.direction() * correlations.between(symbol, other.instrument.symbol());
            if (Double.isNaN(alike)) {
                return alike;
            }
            highest = Math.max(highest, alike);
        }
        return highest;
    }

    @Override
    public int openPositions() {
        return open.size();
    }
}
