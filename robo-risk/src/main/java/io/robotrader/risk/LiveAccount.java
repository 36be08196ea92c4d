package io.robotrader.risk;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.AccountView;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.heat.StopDistance;
import io.robotrader.risk.rule.CorrelationLookup;
import io.robotrader.risk.rule.Limit;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final Map<String, Instrument> instruments;
    private final Map<String, Holding> holdings = new HashMap<>();
    private final List<Holding> byId = new ArrayList<>();
    private final Map<String, Sector> sectors = new HashMap<>();
    private final Sums sums = new Sums();
    private final Marks marks = new Marks(sums);
    private final DayCounts day;
    private StopDistance stopDistance;
    private CorrelationLookup correlations;
    private int correlationsVersion = 1;
    /** Counts the changes of what is open, and which way; 0 is none, for what was never worked out. */
    private long openVersion = 1;

    private double cash;
    /** What may be spent, if it was told; else NaN. */
    private double spendable = Double.NaN;

    private double startOfDayEquity = Double.NaN;
    private boolean begun;
    private double paidInToday;
    private double marketVolatility = Double.NaN;
    private double peakEquity = Double.NaN;
    private int changes;

    LiveAccount(
            Map<String, Instrument> instruments,
            StopDistance stopDistance,
            CorrelationLookup correlations,
            DayCounts day) {
        this.instruments = instruments;
        this.stopDistance = stopDistance;
        this.correlations = correlations;
        this.day = day;
        instruments.keySet().forEach(this::holdingOf);
    }

    @Nullable
    Holding holding(String symbol) {
        return holdings.get(symbol);
    }

    Holding holdingOf(String symbol) {
        Holding known = holdings.get(symbol);
        if (known != null) {
            return known;
        }
        Instrument instrument = instruments.getOrDefault(symbol, Instrument.of(symbol));
        Holding made = new Holding(
                holdings.size(), instrument, sectors.computeIfAbsent(instrument.sector(), name -> new Sector()));
        holdings.put(symbol, made);
        byId.add(made);
        return made;
    }

    Sums sums() {
        return sums;
    }

    void use(CorrelationLookup lookup) {
        correlations = lookup;
        correlationsVersion++;
    }

    void assume(StopDistance distance) {
        stopDistance = distance;
        rebuild();
    }

    void marketVolatility(double fraction) {
        marketVolatility = fraction;
        rebuild();
    }

    /** Takes the account's word for cash and positions; working orders stay as they are. */
    void replace(AccountSnapshot snapshot, long now) {
        cash = snapshot.cash();
        spendable = snapshot.buyingPower().orElse(Double.NaN);
        notePaidIn(snapshot.paidInToday());
        for (Holding holding : holdings.values()) {
            holding.quantity = 0;
            holding.stop = Double.NaN;
        }
        for (Position position : snapshot.positions().values()) {
            Holding holding = holdingOf(position.symbol());
            holding.quantity = position.quantity();
            holding.stop = position.stop().orElse(Double.NaN);
        }
        snapshot.market().values().forEach(data -> holdingOf(data.symbol()).mark(data, now));
        rebuild();
        noteStart(snapshot);
        if (snapshot.peakEquity().isPresent()) {
            peakEquity = snapshot.peakEquity().getAsDouble();
        }
        notePeak();
    }

    /**
     * Books shares that were traded, as a part of a change of their symbol. What opens is spent and what closes comes
     * back, for short positions too: what a short sale brings in is owed.
     */
    void pay(OrderIntent order, long shares, double price, Holding holding) {
        long signed = order.side().sign() * shares;
        long before = holding.quantity;
        holding.quantity += signed;
        cash -= signed * price;
        spendable -= (Math.abs(holding.quantity) - Math.abs(before)) * price;
        holding.protect(before, order);
    }

    /** Changes one symbol and keeps the sums in step. */
    void change(Holding holding, Consumer<Holding> edit) {
        boolean wasOpen = holding.isOpen();
        double wasDirection = holding.direction();
        sums.take(holding, stopDistance, marketVolatility);
        try {
            edit.accept(holding);
        } finally {
            holding.recount(stopDistance);
            sums.add(holding, stopDistance, marketVolatility);
            if (wasOpen != holding.isOpen() || wasDirection != holding.direction()) {
                openVersion++;
                holding.keepHighest(openVersion);
            }
            marks.note(holding);
        }
        if (sums.counted == 0) {
            clear();
        }
        if (sums.isHurt() || ++changes >= CHANGES_BEFORE_REBUILD) {
            rebuild();
        }
        notePeak();
    }

    private void rebuild() {
        openVersion++;
        clear();
        for (Holding holding : holdings.values()) {
            holding.recount(stopDistance);
            sums.add(holding, stopDistance, marketVolatility);
        }
        marks.look();
    }

    private void clear() {
        changes = 0;
        sums.clear();
        sectors.values().forEach(sector -> sector.exposure = 0);
    }

    /** Money paid in is no profit, so the peak moves with it. A count that is back at zero is another trade date's. */
    private void notePaidIn(double paidIn) {
        if (paidIn != 0) {
            peakEquity += paidIn - paidInToday;
        }
        paidInToday = paidIn;
    }

    /** What was told counts. A first snapshot without shares is its own start; any other leaves the start as it is. */
    private void noteStart(AccountSnapshot snapshot) {
        if (snapshot.startOfDayEquity().isPresent()) {
            startOfDayEquity = snapshot.startOfDayEquity().getAsDouble();
        } else if (!begun && snapshot.positions().values().stream().allMatch(position -> position.quantity() == 0)) {
            startOfDayEquity = cash - paidInToday;
        }
        begun = true;
    }

    /** The equity now is the start of the trade date, until a snapshot tells another. */
    void beginTradeDate() {
        startOfDayEquity = equity();
        paidInToday = 0;
        begun = true;
    }

    private void notePeak() {
        double equity = equity();
        if (equity > peakEquity || Double.isNaN(peakEquity)) {
            peakEquity = equity;
        }
    }

    /** A sum too large for a number is not known either: what is divided by it would look like nothing. */
    private static double known(boolean complete, double sum) {
        return complete && Double.isFinite(sum) ? sum : Double.NaN;
    }

    private boolean isMarked() {
        return sums.unmarkedPositions + sums.unmarkedOrders == 0;
    }

    @Override
    public double equity() {
        return known(sums.unmarkedPositions == 0, cash + sums.marketValue);
    }

    @Override
    public double buyingPower() {
        if (Double.isNaN(spendable)) {
            return known(isMarked(), cash - 2 * sums.shortValue - sums.reserved);
        }
        return known(sums.unmarkedOrders == 0, spendable - sums.reserved);
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
    public double drawdown() {
        double equity = equity();
        return peakEquity > 0 ? Math.max(0, 1 - equity / peakEquity) : Double.NaN;
    }

    @Override
    public int lossStreak() {
        return day.lossStreak;
    }

    @Override
    public int openedOrders() {
        return day.openedOrders;
    }

    @Override
    public double openedNotional() {
        return day.openedNotional;
    }

    @Override
    public int ordersInLastMinute() {
        return day.ordersInLastMinute();
    }

    @Override
    public double grossExposure() {
        return known(isMarked(), sums.gross);
    }

    @Override
    public double sectorExposure(String sector) {
        Sector found = sectors.get(sector);
        return known(isMarked(), found == null ? 0 : found.exposure);
    }

    @Override
    public double riskAtStops() {
        return known(isMarked(), sums.risk);
    }

    @Override
    public double betaExposure() {
        return known(isMarked() && sums.withoutBeta == 0, sums.betaExposure);
    }

    @Override
    public double residualVariance() {
        return known(isMarked() && sums.withoutVolatility == 0, sums.residualVariance);
    }

    @Override
    public double marketVolatility() {
        return marketVolatility;
    }

    @Override
    public double highestCorrelation(String symbol, int sign) {
        Holding own = holdings.get(symbol);
        if (own == null) {
            return sums.open.isEmpty() ? -1 : Double.NaN;
        }
        double[] row = rowOf(own);
        int side = sign > 0 ? 0 : 1;
        if (own.highestVersion[side] != openVersion) {
            own.highest[side] = highest(own, row, sign);
            own.highestVersion[side] = openVersion;
        }
        return own.highest[side];
    }

    private double highest(Holding own, double[] row, int sign) {
        // With itself a symbol is not compared.
        int end = sums.open.size();
        int gap = own.isOpen() ? own.place : end;
        double before = highest(row, sign, 0, gap, -1);
        return Double.isNaN(before) ? before : highest(row, sign, gap + 1, end, before);
    }

    /** The one loop over positions that there is: one comparison each, the rest is for what is rare. */
    private double highest(double[] row, int sign, int begin, int end, double found) {
        int[] ids = sums.openIds;
        double[] directions = sums.openDirections;
        double highest = found;
        for (int i = begin; i < end; i++) {
            double correlation = row[ids[i]];
            double alike = sign * directions[i] * correlation;
            if (!(alike <= highest)) {
                boolean eitherWay = Double.isNaN(directions[i]);
                highest = Math.max(highest, eitherWay ? Math.abs(correlation) : alike);
                if (Double.isNaN(highest)) {
                    return highest;
                }
            }
        }
        return highest;
    }

    /** The symbol's correlations by number, looked up once and kept until another lookup or another symbol comes. */
    private double[] rowOf(Holding holding) {
        if (holding.correlationsVersion != correlationsVersion || holding.correlations.length < byId.size()) {
            double[] row = new double[byId.size()];
            for (Holding other : byId) {
                double told = correlations.between(holding.instrument.symbol(), other.instrument.symbol());
                // What is no correlation is not known: minus infinity would pass for the best of hedges.
                row[other.id] = Math.abs(told) <= 1 + Limit.TOLERANCE ? told : Double.NaN;
            }
            holding.correlations = row;
            Arrays.fill(holding.highestVersion, 0);
            holding.correlationsVersion = correlationsVersion;
        }
        return holding.correlations;
    }

    Marks marks() {
        return marks;
    }

    @Override
    public double oldestMarkAgeSeconds(double enough) {
        return isMarked() ? marks.ageSeconds(day.now, enough) : Double.NaN;
    }

    @Override
    public int openPositions() {
        return sums.open.size();
    }
}
