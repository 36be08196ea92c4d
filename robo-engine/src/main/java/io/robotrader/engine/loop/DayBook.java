package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent.DayBegan;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.view.PeriodLoss;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.halt.HaltTrigger;
import io.robotrader.risk.halt.KillSwitch;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The trade date: what its losses, and those of its week and month, are counted from, and that it is closed exactly once.
 */
final class DayBook {

    private static final Logger LOG = LoggerFactory.getLogger(DayBook.class);
    private static final double ROUNDING = 1e-9;
    // The gate raises a peak that is told to the equity that there is, or to the first that is known.
    private static final double LOWEST_PEAK = Double.MIN_NORMAL;

    private final Floor floor;
    private final Guards guards;
    private final Period week = new Period("week");
    private final Period month = new Period("month");
    private @Nullable LocalDate tradeDate;
    private @Nullable LocalDate closed;
    private double startOfDayEquity;
    // The highest equity of earlier runs, as far as the journal tells.
    private double peak = Double.NaN;
    private BigDecimal paidInToday = BigDecimal.ZERO;

    DayBook(Floor floor, Guards guards) {
        this.floor = floor;
        this.guards = guards;
        startOfDayEquity = floor.desk.portfolio().cash().doubleValue();
    }

    @Nullable
    LocalDate tradeDate() {
        return tradeDate;
    }

    void begin(LocalDate date) {
        floor.desk.gate().beginTradeDate();
        double equity = floor.desk.gate().figures().equity();
        if (Double.isFinite(equity)) {
            startOfDayEquity = equity;
        } else {
            // What was paid in since then is no profit of this date either.
            startOfDayEquity = tradeDate == null ? worth() : startOfDayEquity + paidInToday.doubleValue();
            LOG.warn(
                    "The equity at the start of {} is not known, as a price is missing: its loss is counted from {}, the last"
                            + " start of a trade date that was known, and what was paid in since",
                    date,
                    startOfDayEquity);
        }
        note(date, startOfDayEquity);
        floor.host.publish(new DayBegan(floor.now(), date, startOfDayEquity));
        tellGate();
        // What is known of correlations changes once a trade date: all its decisions look at the same matrix.
        useCorrelations();
    }

    /** What is held before the first trade date, at cost where no price is known. */
    private double worth() {
        var portfolio = floor.desk.portfolio();
        double worth = portfolio.cash().doubleValue();
        for (String symbol : portfolio.symbols()) {
            worth += portfolio.quantity(symbol) * floor.tape.markOf(symbol).orElse(portfolio.averagePrice(symbol));
        }
        return worth;
    }

    void useCorrelations() {
        floor.desk.gate().use(floor.desk.correlations().snapshot()::coefficient);
    }

    /** A trade date of an earlier run began. */
    void remember(DayBegan day) {
        floor.desk.gate().beginTradeDate();
        startOfDayEquity = day.equity();
        note(day.tradeDate(), day.equity());
        rise(day.equity());
        tellGate();
    }

    void remember(DayClosed day) {
        closed = day.tradeDate();
        rise(day.figures().equity());
    }

    /** What the equity was at some moment of an earlier run. */
    void rise(double equity) {
        if (tradeDate != null && (equity > peak || Double.isNaN(peak))) {
            peak = equity;
        }
    }

    /** Tells the gate of the highest equity of earlier runs, of which it may not have been told: bars need not be journaled. */
    void tellPeak() {
        if (peak > 0) {
            tellPeak(peak);
        }
    }

    private void tellPeak(double equity) {
        AccountSnapshot now = snapshot();
        AccountSnapshot.Builder told = AccountSnapshot.builder(now.cash())
                .startOfDayEquity(startOfDayEquity)
                .paidInToday(now.paidInToday())
                .peakEquity(equity);
        now.positions().values().forEach(told::position);
        floor.desk.gate().update(told.build());
    }

    private void note(LocalDate date, double equity) {
        tradeDate = date;
        floor.ledger.beginDay();
        paidInToday = BigDecimal.ZERO;
        week.note(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), equity);
        month.note(date.withDayOfMonth(1), equity);
    }

    /** Money came in or went out that is neither profit nor loss, nor is anything before the first trade date. */
    void paidIn(BigDecimal moved) {
        if (tradeDate == null) {
            return;
        }
        paidInToday = paidInToday.add(moved);
        week.paidIn += moved.doubleValue();
        month.paidIn += moved.doubleValue();
        // Money paid in is no profit, so the peak moves with it.
        peak += moved.doubleValue();
    }

    /** Closes the trade date, unless it was closed before, be it in an earlier run. */
    void end() {
        if (tradeDate != null && !tradeDate.equals(closed)) {
            AccountFigures figures = floor.desk.gate().figures();
            // Before the entry: what the program's end interrupts is done again by the next start.
            export(tradeDate, figures);
            closed = tradeDate;
            floor.host.publish(new DayClosed(floor.now(), tradeDate, figures));
        }
    }

    private void export(LocalDate date, AccountFigures figures) {
        floor.desk.rules().exportFolder().ifPresent(folder -> {
            try {
                new DayExport(floor, folder).write(date, figures, losses(figures.equity()));
            } catch (IOException | RuntimeException broken) {
                LOG.warn("The export of {} to {} failed", date, folder, broken);
                floor.tally.erred();
                floor.host.publish(new TroubleNoted(
                        floor.now(), "export", "the export of " + date + " to " + folder + " failed: " + broken));
            }
        });
    }

    /** Closes the trade date if its market has been closed for long enough that nothing more is to come. */
    void endIfOver() {
        if (isAfterClose(true)) {
            end();
        }
    }

    /** Closes the trade date if its market has closed. */
    void endIfClosed() {
        if (isAfterClose(false)) {
            end();
        }
    }

    private boolean isAfterClose(boolean withGrace) {
        if (tradeDate == null) {
            return false;
        }
        var close = floor.desk.calendar().closeOf(tradeDate);
        var from = withGrace ? close.plus(floor.desk.rules().dayEnd()) : close;
        return !floor.now().isBefore(from);
    }

    /** Before the first trade date there is nothing to lose from: what there is now is both its start and its peak. */
    void tellGate() {
        if (tradeDate == null) {
            startOfDayEquity = worth();
            tellPeak(LOWEST_PEAK);
        } else {
            floor.desk.gate().update(snapshot());
        }
    }

    private AccountSnapshot snapshot() {
        return floor.desk.portfolio().snapshot(startOfDayEquity, paidInToday.doubleValue(), guards::stopOf);
    }

    /** Holds the week and the month against their limits. The day and all else is the gate's. */
    void watch() {
        double equity = floor.desk.gate().figures().equity();
        KillSwitch killSwitch = floor.desk.killSwitch();
        week.watch(equity, floor.desk.rules().weeklyLoss(), HaltTrigger.WEEKLY_LOSS, killSwitch);
        month.watch(equity, floor.desk.rules().monthlyLoss(), HaltTrigger.MONTHLY_LOSS, killSwitch);
    }

    List<PeriodLoss> losses(double equity) {
        List<PeriodLoss> losses = new ArrayList<>();
        if (tradeDate != null) {
            double pnl = equity - startOfDayEquity - paidInToday.doubleValue();
            losses.add(new PeriodLoss("day", startOfDayEquity, pnl, OptionalDouble.empty()));
            losses.add(week.loss(equity, floor.desk.rules().weeklyLoss()));
            losses.add(month.loss(equity, floor.desk.rules().monthlyLoss()));
        }
        return losses;
    }

    /** A week or a month, known by its first date, and counted from the first trade date in it. */
    private static final class Period {
        private final String name;
        private @Nullable LocalDate first;
        private double start = Double.NaN;
        private double paidIn;

        Period(String name) {
            this.name = name;
        }

        void note(LocalDate newFirst, double equity) {
            if (!newFirst.equals(first)) {
                first = newFirst;
                start = equity;
                paidIn = 0;
            }
        }

        PeriodLoss loss(double equity, OptionalDouble limit) {
            return new PeriodLoss(name, start, equity - start - paidIn, limit);
        }

        void watch(double equity, OptionalDouble limit, HaltTrigger trigger, KillSwitch killSwitch) {
            if (limit.isEmpty() || Double.isNaN(start)) {
                return;
            }
            double most = limit.getAsDouble();
            double lost = loss(equity, limit).lossFraction();
            if (Double.isNaN(lost)) {
                killSwitch.warn(trigger, "the loss of the " + name + " is not known, as a price is missing");
            } else if (lost >= most * (1 - ROUNDING)) {
                killSwitch.trip(trigger, "the loss of the " + name + " is at " + lost + ", its limit is " + most);
            } else if (lost >= killSwitch.policy().warnAt() * most * (1 - ROUNDING)) {
                killSwitch.warn(trigger, "the loss of the " + name + " is at " + lost + ", its limit is " + most);
            } else {
                killSwitch.clearWarning(trigger);
            }
        }
    }
}
