package io.robotrader.engine;

import io.robotrader.config.RoboConfig;
import io.robotrader.config.section.RiskConfig;
import io.robotrader.config.wiring.Wiring;
import io.robotrader.engine.execution.ReconcilePolicy;
import io.robotrader.engine.loop.EntryTimes;
import io.robotrader.engine.loop.StopPlacer;
import io.robotrader.engine.loop.TradingRules;
import io.robotrader.engine.market.QualityBounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** The part of an engine's builder that says what is done besides following signals. */
abstract class RulesBuilder {

    private boolean protectiveStops = true;
    private OptionalDouble takeProfit = OptionalDouble.empty();
    private Optional<Duration> orderTimeout = Optional.empty();
    private Optional<Duration> positionTimeout = Optional.empty();
    private OptionalDouble weeklyLoss = OptionalDouble.empty();
    private OptionalDouble monthlyLoss = OptionalDouble.empty();
    private Optional<Duration> silence = Optional.empty();
    private Duration dayEnd = Duration.ofMinutes(15);
    private Optional<Path> tripFile = Optional.empty();
    private boolean shadow;
    private Optional<QualityBounds> quality = Optional.empty();
    private boolean trusting;
    private Optional<Path> exportFolder = Optional.empty();
    private boolean journalBars = true;
    private boolean keepProtective;
    private boolean leaveStops;
    private Duration reconcileEvery = Duration.ofMinutes(5);
    private Duration reconcileWithin = Duration.ofSeconds(30);
    private ReconcilePolicy reconcilePolicy = ReconcilePolicy.CAUTIOUS;

    /** Itself, so that calls can be chained. */
    abstract TradingEngineBuilder self();

    /**
     * Whether each position has a protective stop, as far away as {@code risk.stopLossPct} or
     * {@code risk.trailingStopPct} says, that the engine holds against every bar.
     *
     * @param wanted default is true
     * @return this builder
     */
    public TradingEngineBuilder protectiveStops(boolean wanted) {
        protectiveStops = wanted;
        return self();
    }

    /**
     * Where the profit of a position is taken.
     *
     * @param fraction of its average price, above it for a long position and below it for a short one; positive, finite;
     *     default is nowhere
     * @return this builder
     * @throws IllegalArgumentException if the fraction is not positive and finite
     */
    public TradingEngineBuilder takeProfit(double fraction) {
        takeProfit = OptionalDouble.of(positive(fraction, "fraction"));
        return self();
    }

    /**
     * How long an order that opens may work before it is taken back. Exits may work for ever.
     *
     * @param timeout positive; default is for ever
     * @return this builder
     * @throws IllegalArgumentException if the time-out is not positive
     */
    public TradingEngineBuilder orderTimeout(Duration timeout) {
        orderTimeout = Optional.of(positive(timeout, "timeout"));
        return self();
    }

    /**
     * How long a position may be held before it is closed, counted from the fill that opened it.
     *
     * @param timeout positive; default is for ever
     * @return this builder
     * @throws IllegalArgumentException if the time-out is not positive
     */
    public TradingEngineBuilder positionTimeout(Duration timeout) {
        positionTimeout = Optional.of(positive(timeout, "timeout"));
        return self();
    }

    /**
     * The loss of a week, mark to market, that trips the kill switch. Counted from the first trade date of the week that the
     * journal knows; deposits and withdrawals do not count.
     *
     * @param fraction of the equity at the start; reaching it trips; positive, finite; default is none
     * @return this builder
     * @throws IllegalArgumentException if the fraction is not positive and finite
     */
    public TradingEngineBuilder maxWeeklyLoss(double fraction) {
        weeklyLoss = OptionalDouble.of(positive(fraction, "fraction"));
        return self();
    }

    /**
     * The loss of a calendar month that trips the kill switch, as {@link #maxWeeklyLoss}.
     *
     * @param fraction of the equity at the start; reaching it trips; positive, finite; default is none
     * @return this builder
     * @throws IllegalArgumentException if the fraction is not positive and finite
     */
    public TradingEngineBuilder maxMonthlyLoss(double fraction) {
        monthlyLoss = OptionalDouble.of(positive(fraction, "fraction"));
        return self();
    }

    /**
     * How long no bar at all may come between the first of a trade date and the close before nothing is opened any more.
     *
     * @param longest positive; default is for ever
     * @return this builder
     * @throws IllegalArgumentException if the time is not positive
     */
    public TradingEngineBuilder marketDataSilence(Duration longest) {
        silence = Optional.of(positive(longest, "longest"));
        return self();
    }

    /**
     * How long after the regular close a trade date is closed, if no bar of a later one comes before.
     *
     * @param wait zero to one day; default is fifteen minutes
     * @return this builder
     * @throws IllegalArgumentException if the time is negative or above one day
     */
    public TradingEngineBuilder endOfDayAfterClose(Duration wait) {
        dayEnd = upToADay(wait, "wait");
        return self();
    }

    /**
     * A file that trips the kill switch, as a person would, when it is there. It is looked for every second, and goes on
     * tripping the switch until it is taken away.
     *
     * @param file where it would be; default is nowhere
     * @return this builder
     */
    public TradingEngineBuilder tripFile(Path file) {
        tripFile = Optional.of(file);
        return self();
    }

    /**
     * {@return this builder, for an engine that decides and writes down everything, and sends no order}
     */
    public TradingEngineBuilder shadow() {
        shadow = true;
        return self();
    }

    /**
     * Where the lines are between which a bar is believed, in place of those that follow from the settings {@code data.checkQuality},
     * {@code data.maxBarAge} and {@code data.maxBarJumpPct}.
     *
     * @param bounds the lines; how far a bar may be ahead of the clock is a minute, whatever they say
     * @return this builder
     */
    public TradingEngineBuilder dataQuality(QualityBounds bounds) {
        quality = Optional.of(bounds);
        return self();
    }

    /**
     * Where the portfolio and the figures of each trade date are written when it ends, as {@code portfolio_YYYYMMDD.csv} and
     * {@code metrics_YYYYMMDD.csv}. A file is there as a whole or not at all; one that cannot be written is told as trouble.
     *
     * @param folder made if it is missing; default is nowhere
     * @return this builder
     */
    public TradingEngineBuilder exportFolder(Path folder) {
        exportFolder = Optional.of(folder);
        return self();
    }

    /** For bars that were let in before. */
    TradingEngineBuilder trusting() {
        trusting = true;
        return self();
    }

    /**
     * Whether each bar that is let in goes to the journal, so that a restart and a replay know what was seen.
     *
     * @param wanted default is true
     * @return this builder
     */
    public TradingEngineBuilder journalBars(boolean wanted) {
        journalBars = wanted;
        return self();
    }

    /**
     * Whether orders that only reduce a position are left at the broker when trading stops.
     *
     * @param keep default is false: all are taken back
     * @return this builder
     */
    public TradingEngineBuilder keepProtective(boolean keep) {
        keepProtective = keep;
        return self();
    }

    /**
     * Whether each position's protective stop is placed at the broker when trading stops in good order, for the shares that no
     * working order gives back, where the stop stands then; the broker holds it while nobody here does. Only at a broker that
     * {@linkplain io.robotrader.engine.execution.Broker#holdsStops holds stops}, and not in shadow mode. Each is in the
     * journal before it is placed. An engine that fails leaves none.
     *
     * <p>The next run on the journal takes them back once the broker's books have shown them, and holds the stops itself
     * again; until the broker has told their end they count as exits that work, so that nothing is sold twice. What they traded
     * meanwhile is booked. If the broker does not show its books and does not name them by itself either, they stay unknown:
     * such a position is not left by a stop of the engine's own until they are settled.
     *
     * @param leave default is false: none is placed
     * @return this builder
     */
    public TradingEngineBuilder leaveStops(boolean leave) {
        leaveStops = leave;
        return self();
    }

    /**
     * How the books are held against the broker's. That is done at the start and after each reconnect, before anything opens
     * risk, and every so often.
     *
     * @param policy what is done about differences; default is {@link ReconcilePolicy#CAUTIOUS}
     * @param every how often besides, in the engine's time; positive; default is five minutes
     * @param within how long the broker may take to show its books, in real time, before it is told as trouble and asked
     *     again; positive; default is thirty seconds
     * @return this builder
     * @throws IllegalArgumentException if a time is not positive
     */
    public TradingEngineBuilder reconcile(ReconcilePolicy policy, Duration every, Duration within) {
        reconcilePolicy = Objects.requireNonNull(policy, "policy");
        reconcileEvery = positive(every, "every");
        reconcileWithin = positive(within, "within");
        return self();
    }

    static double positive(double value, String name) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be positive and finite, but was " + value);
        }
        return value;
    }

    static Duration positive(Duration value, String name) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, but was " + value);
        }
        return value;
    }

    static Duration upToADay(Duration value, String name) {
        if (value.isNegative() || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(name + " must be from zero to one day, but was " + value);
        }
        return value;
    }

    TradingRules rules(RoboConfig config, EntryTimes entryTimes) {
        RiskConfig risk = config.risk();
        Optional<StopPlacer> stops =
                protectiveStops ? Optional.of((side, entry) -> Wiring.stop(risk, side, entry)) : Optional.empty();
        return new TradingRules(
                stops,
                takeProfit,
                orderTimeout,
                positionTimeout,
                weeklyLoss,
                monthlyLoss,
                silence,
                dayEnd,
                tripFile,
                shadow,
                trusting ? Optional.empty() : quality.or(() -> Bounds.of(config.data())),
                entryTimes,
                exportFolder,
                journalBars,
                keepProtective,
                leaveStops,
                reconcileEvery,
                reconcileWithin,
                reconcilePolicy);
    }
}
