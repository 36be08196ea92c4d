package io.robotrader.engine;

import io.robotrader.config.ConfigFormat;
import io.robotrader.config.LiveInterlock;
import io.robotrader.config.RoboConfig;
import io.robotrader.config.section.RiskConfig;
import io.robotrader.config.wiring.Wiring;
import io.robotrader.correlation.CorrelationTracker;
import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.ReconcilePolicy;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.loop.Desk;
import io.robotrader.engine.loop.GateTime;
import io.robotrader.engine.loop.StopPlacer;
import io.robotrader.engine.loop.TradingRules;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.engine.portfolio.Portfolio;
import io.robotrader.engine.strategy.Momentum;
import io.robotrader.engine.strategy.Strategy;
import io.robotrader.risk.RiskGate;
import io.robotrader.risk.halt.KillSwitch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts an engine together: settings, and what the engine is connected to. Not thread-safe; makes one engine.
 *
 * <p>Clock, feed, broker and journal have no default: where time and prices come from, where orders go and what is
 * remembered is for the caller to say. The engine closes the last three when it ends. Until it is started they are the
 * caller's: if it is never started, or {@link #build} throws, nothing was taken and nothing is closed.
 */
public final class TradingEngineBuilder {

    private RoboConfig config = RoboConfig.defaults();
    private MarketCalendar calendar = MarketCalendars.nyse();
    private Duration stopDeadline = Duration.ofSeconds(10);
    private final List<EngineListener> listeners = new ArrayList<>();
    private @Nullable InstantSource clock;
    private @Nullable MarketDataFeed feed;
    private @Nullable Broker broker;
    private @Nullable Journal journal;
    private @Nullable Strategy strategy;

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
    private boolean journalBars = true;
    private Duration awake = Duration.ZERO;
    private boolean keepProtective;
    private Duration reconcileEvery = Duration.ofMinutes(5);
    private ReconcilePolicy reconcilePolicy = ReconcilePolicy.CAUTIOUS;

    TradingEngineBuilder() {}

    /**
     * The settings: which symbols are traded, and from which limits, sizes, correlations and the built-in strategy follow.
     *
     * @param newConfig settings that are within their bounds
     * @return this builder
     */
    public TradingEngineBuilder config(RoboConfig newConfig) {
        config = newConfig.validated();
        return this;
    }

    /**
     * Where bars come from.
     *
     * @param newFeed a feed that was not started
     * @return this builder
     */
    public TradingEngineBuilder feed(MarketDataFeed newFeed) {
        feed = newFeed;
        return this;
    }

    /**
     * Where orders go.
     *
     * @param newBroker a broker that is not connected
     * @return this builder
     */
    public TradingEngineBuilder broker(Broker newBroker) {
        broker = newBroker;
        return this;
    }

    /**
     * What remembers.
     *
     * @param newJournal an open journal
     * @return this builder
     */
    public TradingEngineBuilder journal(Journal newJournal) {
        journal = newJournal;
        return this;
    }

    /**
     * A strategy of your own in place of the built-in momentum.
     *
     * @param newStrategy used by this engine alone
     * @return this builder
     */
    public TradingEngineBuilder strategy(Strategy newStrategy) {
        strategy = newStrategy;
        return this;
    }

    /**
     * Which trade date an instant belongs to.
     *
     * @param newCalendar the exchange's; default is the New York Stock Exchange's
     * @return this builder
     */
    public TradingEngineBuilder calendar(MarketCalendar newCalendar) {
        calendar = Objects.requireNonNull(newCalendar, "newCalendar");
        return this;
    }

    /**
     * What time it is.
     *
     * <p>A {@link VirtualClock} is set to the time of each bar, and takes every bar at its word. Any other clock goes by
     * itself: a bar that is more than a minute ahead of it is from the future, and is ignored with a warning.
     *
     * @param newClock a {@link VirtualClock} for history, {@link InstantSource#system()} for the present
     * @return this builder
     */
    public TradingEngineBuilder clock(InstantSource newClock) {
        clock = newClock;
        return this;
    }

    /**
     * How long the broker has to end the working orders when trading stops. It is counted in real time, whatever the
     * clock, and only where a broker does not answer at once.
     *
     * @param deadline zero to one day; default is ten seconds
     * @return this builder
     * @throws IllegalArgumentException if the deadline is negative or above one day
     */
    public TradingEngineBuilder stopDeadline(Duration deadline) {
        stopDeadline = upToADay(deadline, "deadline");
        return this;
    }

    static Duration upToADay(Duration value, String name) {
        if (value.isNegative() || value.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(name + " must be from zero to one day, but was " + value);
        }
        return value;
    }

    /**
     * Whether each position has a protective stop, as far away as {@code risk.stopLossPct} or
     * {@code risk.trailingStopPct} says, that the engine holds against every bar.
     *
     * @param wanted default is true
     * @return this builder
     */
    public TradingEngineBuilder protectiveStops(boolean wanted) {
        protectiveStops = wanted;
        return this;
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
        return this;
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
        return this;
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
        return this;
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
        return this;
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
        return this;
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
        return this;
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
        return this;
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
        return this;
    }

    /**
     * {@return this builder, for an engine that decides and writes down everything, and sends no order}
     */
    public TradingEngineBuilder shadow() {
        shadow = true;
        return this;
    }

    /**
     * Whether each bar that is let in goes to the journal, so that a restart and a replay know what was seen.
     *
     * @param wanted default is true
     * @return this builder
     */
    public TradingEngineBuilder journalBars(boolean wanted) {
        journalBars = wanted;
        return this;
    }

    /**
     * How long the engine's thread stays awake, on a processor of its own, when nothing waits to be done. Who sleeps takes
     * some ten microseconds to wake and often more, which an order would be late by.
     *
     * @param longest zero to one day; default is zero
     * @return this builder
     * @throws IllegalArgumentException if the time is negative or above one day
     */
    public TradingEngineBuilder stayAwake(Duration longest) {
        awake = upToADay(longest, "longest");
        return this;
    }

    /**
     * Whether orders that only reduce a position are left at the broker when trading stops.
     *
     * @param keep default is false: all are taken back
     * @return this builder
     */
    public TradingEngineBuilder keepProtective(boolean keep) {
        keepProtective = keep;
        return this;
    }

    /**
     * How often the books are held against the broker's, besides the start and each reconnect, on the engine's clock. A
     * broker that does not show its books is not asked.
     *
     * @param period positive; default is five minutes
     * @return this builder
     * @throws IllegalArgumentException if the period is not positive
     */
    public TradingEngineBuilder reconcileEvery(Duration period) {
        reconcileEvery = positive(period, "period");
        return this;
    }

    /**
     * What is done about what differs between the books and the broker's.
     *
     * @param policy default is {@link ReconcilePolicy#CAUTIOUS}
     * @return this builder
     */
    public TradingEngineBuilder reconcilePolicy(ReconcilePolicy policy) {
        reconcilePolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    private static double positive(double value, String name) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " must be positive and finite, but was " + value);
        }
        return value;
    }

    private static Duration positive(Duration value, String name) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, but was " + value);
        }
        return value;
    }

    /**
     * Adds somebody who looks on.
     *
     * @param listener told each event
     * @return this builder
     */
    public TradingEngineBuilder listener(EngineListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * {@return the engine, not started}
     *
     * @throws IllegalStateException if clock, feed, broker or journal is missing
     * @throws io.robotrader.config.ConfigException if the settings ask for live trading and a key of the {@link LiveInterlock}
     *     is missing
     */
    public TradingEngine build() {
        LiveInterlock.check(config);
        InstantSource source = needed(clock, "clock");
        MarketDataFeed bars = needed(feed, "feed");
        Broker trader = needed(broker, "broker");
        Journal memory = needed(journal, "journal");
        EngineTime time = new EngineTime(source, awake);
        GateTime gateTime = new GateTime(source);
        HaltJournal halts = new HaltJournal(memory);
        KillSwitch killSwitch = KillSwitch.of(Wiring.haltPolicy(config.risk()), halts, gateTime);
        Desk desk = new Desk(
                Set.copyOf(config.symbols()),
                calendar,
                new CorrelationTracker(Wiring.correlation(config.data())),
                strategy == null ? new Momentum(config.strategy().momentumLookback()) : strategy,
                Wiring.sizer(config.risk()),
                RiskGate.builder()
                        .limits(Wiring.limits(config))
                        .clock(gateTime)
                        .killSwitch(killSwitch)
                        .build(),
                killSwitch,
                gateTime,
                trader,
                new Portfolio(config.defaultCash()),
                rules(),
                config.data().atrPeriod(),
                config.execution().enableShortSelling(),
                stopDeadline);
        return new TradingEngine(desk, bars, memory, listeners, time, halts, ConfigFormat.JSON.write(config));
    }

    private TradingRules rules() {
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
                journalBars,
                keepProtective,
                reconcileEvery,
                reconcilePolicy);
    }

    private static <T> T needed(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalStateException(name + " must be given before the engine is built, but was not");
        }
        return part;
    }
}
