package io.robotrader.engine;

import io.robotrader.config.RoboConfig;
import io.robotrader.config.section.TradingMode;
import io.robotrader.config.wiring.Wiring;
import io.robotrader.correlation.CorrelationTracker;
import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.loop.Desk;
import io.robotrader.engine.loop.EngineClock;
import io.robotrader.engine.market.MarketDataFeed;
import io.robotrader.engine.portfolio.Portfolio;
import io.robotrader.engine.strategy.Momentum;
import io.robotrader.engine.strategy.Strategy;
import io.robotrader.risk.RiskGate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts an engine together: settings, and what the engine is connected to. Not thread-safe; makes one engine.
 *
 * <p>Feed, broker and journal have no default: where prices come from, where orders go and what is remembered is for the
 * caller to say. The engine closes all three when it ends.
 */
public final class TradingEngineBuilder {

    private RoboConfig config = RoboConfig.defaults();
    private MarketCalendar calendar = MarketCalendars.nyse();
    private InstantSource clock = InstantSource.system();
    private final List<EngineListener> listeners = new ArrayList<>();
    private @Nullable MarketDataFeed feed;
    private @Nullable Broker broker;
    private @Nullable Journal journal;
    private @Nullable Strategy strategy;

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
     * @param newClock default is the system's; a {@link VirtualClock} is set to the time of each bar
     * @return this builder
     */
    public TradingEngineBuilder clock(InstantSource newClock) {
        clock = Objects.requireNonNull(newClock, "newClock");
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
     * @throws IllegalStateException if feed, broker or journal is missing, or if the settings ask for live trading, for
     *     which this version has no broker
     */
    public TradingEngine build() {
        if (config.execution().mode() == TradingMode.LIVE) {
            throw new IllegalStateException(
                    "execution.mode must be paper or backtest, but was live: this version has no live broker");
        }
        Desk desk = new Desk(
                Set.copyOf(config.symbols()),
                calendar,
                new CorrelationTracker(Wiring.correlation(config.data())),
                strategy == null ? new Momentum(config.strategy().momentumLookback()) : strategy,
                Wiring.sizer(config.risk()),
                RiskGate.builder()
                        .limits(Wiring.limits(config.risk()))
                        .clock(clock)
                        .build(),
                needed(broker, "broker"),
                new Portfolio(config.defaultCash()),
                config.data().atrPeriod(),
                config.execution().enableShortSelling());
        return new TradingEngine(desk, needed(feed, "feed"), needed(journal, "journal"), listeners, engineClock(clock));
    }

    private static EngineClock engineClock(InstantSource source) {
        return new EngineClock() {
            @Override
            public Instant instant() {
                return source.instant();
            }

            @Override
            public void advanceTo(Instant time) {
                if (source instanceof VirtualClock virtual) {
                    virtual.advanceTo(time);
                }
            }
        };
    }

    private static <T> T needed(@Nullable T part, String name) {
        if (part == null) {
            throw new IllegalStateException(name + " must be given before the engine is built, but was not");
        }
        return part;
    }
}
