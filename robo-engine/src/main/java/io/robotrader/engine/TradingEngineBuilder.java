package io.robotrader.engine;

import io.robotrader.config.ConfigFormat;
import io.robotrader.config.LiveInterlock;
import io.robotrader.config.RoboConfig;
import io.robotrader.config.section.EntryHours;
import io.robotrader.config.wiring.Wiring;
import io.robotrader.correlation.CorrelationTracker;
import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.calendar.MarketPhase;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.loop.Desk;
import io.robotrader.engine.loop.EntryTimes;
import io.robotrader.engine.loop.GateTime;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.engine.portfolio.Portfolio;
import io.robotrader.engine.strategy.Strategy;
import io.robotrader.risk.RiskGate;
import io.robotrader.risk.halt.KillSwitch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts an engine together: settings, and what the engine is connected to. Not thread-safe; makes one engine.
 *
 * <p>Clock, feed, broker and journal have no default: where time and prices come from, where orders go and what is
 * remembered is for the caller to say. The engine closes the last three when it ends. Until it is started they are the
 * caller's: if it is never started, or {@link #build} throws, nothing was taken and nothing is closed.
 */
public final class TradingEngineBuilder extends RulesBuilder {

    private RoboConfig config = RoboConfig.defaults();
    private MarketCalendar calendar = MarketCalendars.nyse();
    private Duration stopDeadline = Duration.ofSeconds(10);
    private final List<EngineListener> listeners = new ArrayList<>();
    private @Nullable InstantSource clock;
    private @Nullable MarketDataFeed feed;
    private @Nullable Broker broker;
    private @Nullable Journal journal;
    private @Nullable Strategy strategy;
    private Duration awake = Duration.ZERO;

    TradingEngineBuilder() {}

    @Override
    TradingEngineBuilder self() {
        return this;
    }

    /**
     * The settings: which symbols are traded, and from which limits, sizes, correlations and the built-in strategies follow.
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
     * A strategy of your own in place of the built-in ones that the settings choose, by themselves the momentum.
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
     * @throws IllegalStateException if clock, feed, broker or journal is missing, or a strategy while all built-in ones are
     *     off
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
        EntryTimes hours = new EntryTimes(calendar, phases(config.execution().entryHours()));
        Desk desk = new Desk(
                Set.copyOf(config.symbols()),
                calendar,
                new CorrelationTracker(Wiring.correlation(config.data())),
                strategy == null ? builtIn() : strategy,
                Wiring.sizer(config.risk()),
                RiskGate.builder()
                        .limits(Wiring.limits(config))
                        .clock(gateTime)
                        .killSwitch(killSwitch)
                        .session((symbol, millis) -> hours.include(Instant.ofEpochMilli(millis)))
                        .build(),
                killSwitch,
                gateTime,
                trader,
                new Portfolio(config.defaultCash()),
                rules(config, hours),
                config.data().atrPeriod(),
                config.execution().enableShortSelling(),
                stopDeadline);
        return new TradingEngine(desk, bars, memory, listeners, time, halts, ConfigFormat.JSON.write(config));
    }

    private Strategy builtIn() {
        return BuiltIn.of(config.strategy())
                .orElseThrow(() -> new IllegalStateException(
                        "strategy must be given before the engine is built, as all built-in ones are off"));
    }

    private static Set<MarketPhase> phases(EntryHours hours) {
        return switch (hours) {
            case REGULAR -> EnumSet.of(MarketPhase.REGULAR);
            case EXTENDED -> EnumSet.complementOf(EnumSet.of(MarketPhase.CLOSED));
            case ANY -> EnumSet.allOf(MarketPhase.class);
        };
    }

    private static <T> T needed(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalStateException(name + " must be given before the engine is built, but was not");
        }
        return part;
    }
}
