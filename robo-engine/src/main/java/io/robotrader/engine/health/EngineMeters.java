package io.robotrader.engine.health;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.robotrader.engine.EngineState;
import io.robotrader.engine.view.EngineView;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The engine's figures as Micrometer meters, for Prometheus or whatever the program's registry feeds.
 *
 * <p>Names begin with {@code robo.}; money is in the account's currency, ages in seconds. What is not known is NaN. The meters
 * read what the engine shows of itself when they are asked: between two scrapes nothing is done. Thread-safe.
 */
public final class EngineMeters implements MeterBinder {

    private final Supplier<EngineView> view;
    private final HealthMonitor health;

    /**
     * Makes them; bind them by {@link #bindTo}.
     *
     * @param view what the engine shows of itself
     * @param health judges it
     */
    public EngineMeters(Supplier<EngineView> view, HealthMonitor health) {
        this.view = Objects.requireNonNull(view, "view");
        this.health = Objects.requireNonNull(health, "health");
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "robo.equity", "equity in money", v -> v.figures().equity());
        gauge(
                registry,
                "robo.pnl.daily",
                "profit and loss of the trade date in money",
                v -> v.figures().dailyPnl());
        gauge(
                registry,
                "robo.exposure.gross",
                "gross exposure in money",
                v -> v.figures().grossExposure());
        gauge(
                registry,
                "robo.buying.power",
                "buying power in money",
                v -> v.figures().buyingPower());
        gauge(
                registry,
                "robo.risk.at.stops",
                "what is lost if every stop is hit, in money",
                v -> v.figures().riskAtStops());
        gauge(registry, "robo.positions", "open positions", v -> v.positions().size());
        gauge(registry, "robo.orders.working", "working orders", v -> v.orders().size());
        gauge(registry, "robo.halted", "1 if a halt is in force", v -> v.halt().isPresent() ? 1 : 0);
        gauge(
                registry,
                "robo.running",
                "1 if the engine is running and not held back",
                v -> v.state() == EngineState.RUNNING ? 1 : 0);
        gauge(registry, "robo.connected", "1 if the broker is there", v -> v.isConnected() ? 1 : 0);
        gauge(registry, "robo.data.age", "seconds since the newest bar", EngineMeters::dataAge);
        counter(registry, "robo.fills", "fills since the start", v -> v.counts().tradesExecuted());
        counter(
                registry,
                "robo.orders.placed",
                "orders sent since the start",
                v -> v.counts().ordersPlaced());
        counter(
                registry,
                "robo.orders.rejected",
                "orders refused since the start",
                v -> v.counts().ordersRejected());
        gauge(
                registry,
                "robo.data.doubts",
                "symbols whose price is in doubt",
                v -> v.doubts().size());
        counter(
                registry,
                "robo.data.refused",
                "bars refused since the start",
                v -> v.counts().dataRefused());
        counter(
                registry,
                "robo.errors",
                "troubles since the start",
                v -> v.counts().errors());
        Gauge.builder("robo.health", health, monitor -> number(monitor.report().status()))
                .description("0 healthy, 1 degraded, 2 unhealthy")
                .strongReference(true)
                .register(registry);
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<EngineView> value) {
        Gauge.builder(name, view, source -> value.applyAsDouble(source.get()))
                .description(what)
                .strongReference(true)
                .register(registry);
    }

    private void counter(MeterRegistry registry, String name, String what, ToDoubleFunction<EngineView> value) {
        // Held by this object, which the caller keeps: a counter of Micrometer's holds what it counts weakly.
        FunctionCounter.builder(name, view, source -> value.applyAsDouble(source.get()))
                .description(what)
                .register(registry);
    }

    private static int number(HealthStatus status) {
        return switch (status) {
            case HEALTHY -> 0;
            case DEGRADED -> 1;
            case UNHEALTHY -> 2;
        };
    }

    private static double dataAge(EngineView view) {
        Collection<Instant> times = view.lastBars().values();
        return times.stream()
                .max(Instant::compareTo)
                .map(newest -> Duration.between(newest, view.at()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }
}
