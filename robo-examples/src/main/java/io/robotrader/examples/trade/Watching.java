package io.robotrader.examples.trade;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.robotrader.engine.EngineListener;
import io.robotrader.engine.EngineState;
import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.TradingEngineBuilder;
import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.health.AlertSink;
import io.robotrader.engine.health.AlertSinks;
import io.robotrader.engine.health.Alerts;
import io.robotrader.engine.health.EngineMeters;
import io.robotrader.engine.health.EventLog;
import io.robotrader.engine.health.HealthMonitor;
import io.robotrader.engine.health.HeartbeatFile;
import io.robotrader.engine.health.WatchServer;
import io.robotrader.engine.ibkr.IbkrClient;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.view.EngineView;
import io.robotrader.examples.console.BadInputException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What looks on while an engine runs: its log, its alerts, its health, the page, the heartbeat. */
final class Watching implements AutoCloseable {

    /** The heartbeat's file in the engine's folder. */
    static final String HEARTBEAT = "heartbeat";

    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final Duration QUIET = Duration.ofMinutes(5);
    private static final Duration AFTER_DEADLINE = Duration.ofSeconds(2);
    private static final int TOKEN_BYTES = 16;
    private static final String TOKEN = "ROBO_WATCH_TOKEN";
    private static final String TROUBLE = "trouble in ";

    private final EngineOptions options;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final EventLog log = new EventLog();
    private final ScheduledExecutorService thread;
    private final Alerts alerts;
    private @Nullable WatchServer server;
    private @Nullable EngineView beaten; // guarded by this
    private @Nullable Thread last;
    private Runnable lastBeat = () -> {};

    @SuppressWarnings("UnusedVariable") // it is held, not read
    private @Nullable EngineMeters meters;

    Watching(EngineOptions options, Map<String, String> environment, PrintStream out) {
        this.options = options;
        this.environment = environment;
        this.out = out;
        thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "robo-watching");
            made.setDaemon(true);
            return made;
        });
        alerts = Alerts.to(List.of(untold(AlertSinks.log())), QUIET, thread);
    }

    /** The engine writes its troubles to the log as they happen: an alert in the same log would tell them twice. */
    static AlertSink untold(AlertSink log) {
        return alert -> {
            if (!alert.subject().startsWith(TROUBLE)) {
                log.deliver(alert);
            }
        };
    }

    void addTo(TradingEngineBuilder builder, EngineListener teller) {
        builder.listener(log::onEvent).listener(alerts::onEvent).listener(teller);
    }

    void begin(
            TradingEngine engine,
            IbkrClient client,
            JdbcJournal journal,
            InstantSource clock,
            MarketCalendar calendar,
            Duration bar)
            throws IOException {
        HealthMonitor health = new HealthMonitor(
                clock,
                EngineChecks.of(
                        engine,
                        client,
                        journal,
                        calendar,
                        bar,
                        options.dir.toAbsolutePath(),
                        options.time == EngineOptions.Time.SYSTEM));
        health.addListener(alerts::onHealth);
        health.addListener(log::onHealth);
        HeartbeatFile heart = new HeartbeatFile(options.dir.resolve(HEARTBEAT));
        beat(engine, heart);
        lastBeat = () -> beatLast(engine, heart);
        last = new Thread(lastBeat, "robo-last-beat-hook");
        Runtime.getRuntime().addShutdownHook(last);
        Future<?> unused = thread.scheduleAtFixedRate(() -> look(engine, health, heart), 1, 1, TimeUnit.SECONDS);
        Integer port = options.watch;
        if (port != null) {
            serve(engine, health, port);
        }
    }

    private void look(TradingEngine engine, HealthMonitor health, HeartbeatFile heart) {
        EngineState state = engine.state();
        // An end in good order is no trouble.
        if (state != EngineState.STOPPING && state != EngineState.STOPPED) {
            health.watch();
        }
        beat(engine, heart);
    }

    /** Only when the engine has shown itself anew: where its thread stands still there is no beat. */
    @SuppressWarnings("ReferenceEquality") // another object is another moment
    private synchronized void beat(TradingEngine engine, HeartbeatFile heart) {
        EngineView view = engine.view();
        if (view == beaten) {
            return;
        }
        beaten = view;
        try {
            heart.beat(view);
        } catch (UncheckedIOException e) {
            if (Files.notExists(options.dir)) {
                LOG.warn("There is no heartbeat any more: {} was removed", options.dir);
            } else {
                LOG.error("The heartbeat cannot be written", e);
            }
        }
    }

    /** The last beat says that it has stopped in good order, or else a watchdog would act. */
    private void beatLast(TradingEngine engine, HeartbeatFile heart) {
        Thread waiting = new Thread(
                () -> {
                    try {
                        engine.awaitEnd();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "robo-last-beat");
        waiting.setDaemon(true);
        waiting.start();
        try {
            waiting.join(options.deadline().plus(AFTER_DEADLINE).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        beat(engine, heart);
    }

    private void serve(TradingEngine engine, HealthMonitor health, int port) throws IOException {
        String given = environment.get(TOKEN);
        String token = given == null ? madeUp() : given;
        try {
            PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            // Kept here, as counters hold what they count weakly.
            EngineMeters made = new EngineMeters(engine::view, health);
            made.bindTo(registry);
            meters = made;
            WatchServer started = WatchServer.builder(engine, health)
                    .port(port)
                    .token(token)
                    .metrics(registry::scrape)
                    .limits(engine::limits)
                    .correlations(engine::correlations)
                    .start();
            server = started;
            out.println("Watch it at http://127.0.0.1:" + started.port() + "/"
                    + (given == null ? ", token " + token : ", token as in " + TOKEN));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(String.valueOf(e.getMessage()));
        }
    }

    private static String madeUp() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        thread.shutdown();
        Thread hook = last;
        if (hook != null) {
            try {
                if (Runtime.getRuntime().removeShutdownHook(hook)) {
                    lastBeat.run();
                }
            } catch (IllegalStateException e) {
                LOG.debug("The JVM is ending, and the hook does it", e);
            }
        }
    }
}
