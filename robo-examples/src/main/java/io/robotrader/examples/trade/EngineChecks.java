package io.robotrader.examples.trade;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.health.HealthCheck;
import io.robotrader.engine.health.HealthChecks;
import io.robotrader.engine.health.HealthFinding;
import io.robotrader.engine.health.HealthStatus;
import io.robotrader.engine.ibkr.IbkrClient;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.view.EngineView;
import io.robotrader.engine.view.LoopStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What makes an engine on a gateway healthy. */
final class EngineChecks {

    private static final long MEGABYTE = 1024 * 1024;

    private EngineChecks() {}

    static List<HealthCheck> of(
            TradingEngine engine,
            IbkrClient client,
            JdbcJournal journal,
            MarketCalendar calendar,
            Duration bar,
            Path folder,
            boolean machineTime) {
        List<HealthCheck> checks = new ArrayList<>(List.of(
                now -> state(engine.view()),
                HealthChecks.holds(
                        "connection", () -> engine.view().isConnected(), "the broker is there", "the broker is lost"),
                now -> risk(engine.view()),
                now -> loops(engine.view(), now),
                now -> prices(engine.view()),
                HealthChecks.marketData(
                        () -> engine.view().lastBars().values().stream().max(Comparator.naturalOrder()),
                        // The first bar of a day is there only after its length.
                        now -> calendar.isOpen(now) && calendar.isOpen(now.minus(bar)),
                        bar.multipliedBy(2).plusSeconds(15),
                        bar.multipliedBy(10).plusSeconds(15)),
                HealthChecks.holds(
                        "journal",
                        () -> journal.status().writable(),
                        "it takes entries",
                        "it takes no entries: its last words are in the log"),
                HealthChecks.heap(),
                HealthChecks.cached(HealthChecks.disk(folder, 500 * MEGABYTE, 50 * MEGABYTE), Duration.ofSeconds(30))));
        if (machineTime) {
            checks.add(HealthChecks.clockSkew(client::clockSkew, Duration.ofSeconds(5), Duration.ofSeconds(60)));
        }
        return checks;
    }

    private static HealthFinding state(EngineView view) {
        String words = view.state() + (view.holds().isEmpty() ? "" : " " + view.holds());
        HealthStatus status = view.state() == EngineState.RUNNING
                ? HealthStatus.HEALTHY
                : view.state().isLive() ? HealthStatus.DEGRADED : HealthStatus.UNHEALTHY;
        return new HealthFinding("engine", status, words);
    }

    private static HealthFinding risk(EngineView view) {
        if (view.halt().isPresent()) {
            return new HealthFinding(
                    "risk",
                    HealthStatus.DEGRADED,
                    "halted: " + view.halt().get().reason());
        }
        return new HealthFinding(
                "risk",
                view.warnings().isEmpty() ? HealthStatus.HEALTHY : HealthStatus.DEGRADED,
                view.warnings().isEmpty() ? "no limit is near" : view.warnings().toString());
    }

    private static HealthFinding prices(EngineView view) {
        return view.doubts().isEmpty()
                ? new HealthFinding(
                        "prices", HealthStatus.HEALTHY, view.counts().dataRefused() + " bars were refused")
                : new HealthFinding("prices", HealthStatus.DEGRADED, "in doubt: " + view.doubts());
    }

    private static HealthFinding loops(EngineView view, Instant now) {
        Optional<LoopStatus.Health> worst =
                view.loops().stream().map(loop -> loop.health(now)).max(Comparator.naturalOrder());
        String words = view.loops().stream()
                .filter(loop -> loop.health(now) != LoopStatus.Health.HEALTHY)
                .map(loop -> loop.name() + " " + loop.lastError().orElse("is silent"))
                .collect(Collectors.joining(", "));
        return new HealthFinding(
                "loops",
                worst.map(health -> HealthStatus.valueOf(health.name())).orElse(HealthStatus.UNHEALTHY),
                words.isEmpty() ? view.loops().size() + " run" : words);
    }
}
