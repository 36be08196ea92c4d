package io.robotrader.engine.loop;

import io.robotrader.engine.view.HoldReason;
import io.robotrader.engine.view.LoopStatus;
import io.robotrader.engine.view.LoopStatus.Health;
import io.robotrader.risk.halt.HaltTrigger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the five supervised loops do, and a sixth where the broker shows its books. */
final class Rounds {

    private static final int ERROR_BUDGET = 10;

    private final Floor floor;
    private final DayBook day;
    private final Guards guards;
    private final OrderDesk orders;
    private final Emergency emergency;
    private final Leaver leaver;
    private final Reconciling reconciling;
    private final Supervisor supervisor;
    private @Nullable Instant marketHeard;

    /** Gives up a position. */
    @FunctionalInterface
    interface Leaver {
        void leave(String symbol, String who, String why);
    }

    Rounds(
            Floor floor,
            DayBook day,
            Guards guards,
            OrderDesk orders,
            Emergency emergency,
            Reconciling reconciling,
            Leaver leaver) {
        this.floor = floor;
        this.day = day;
        this.guards = guards;
        this.orders = orders;
        this.emergency = emergency;
        this.reconciling = reconciling;
        this.leaver = leaver;
        this.supervisor = new Supervisor(floor);
    }

    void begin() {
        supervisor.add("market data", Duration.ofSeconds(1), ERROR_BUDGET, this::lookAtMarketData);
        supervisor.add("trading", Duration.ofSeconds(5), ERROR_BUDGET, this::lookAtTimeouts);
        supervisor.add("risk", Duration.ofSeconds(30), ERROR_BUDGET, this::watch);
        supervisor.add("market hours", Duration.ofSeconds(60), ERROR_BUDGET, day::endIfOver);
        supervisor.add("health", Duration.ofSeconds(60), ERROR_BUDGET, this::lookAtLoops);
        if (reconciling.isPossible()) {
            supervisor.add("reconciliation", floor.desk.rules().reconcileEvery(), ERROR_BUDGET, reconciling::round);
        }
        supervisor.start();
    }

    void run(SupervisedLoop loop) {
        supervisor.run(loop);
    }

    List<LoopStatus> statuses() {
        return supervisor.statuses();
    }

    void heardOfMarket(Instant at) {
        // One that a person has confirmed may be older than what other symbols' bars told.
        marketHeard = marketHeard == null || at.isAfter(marketHeard) ? at : marketHeard;
    }

    /** Holds the real portfolio against its limits. */
    void watch() {
        floor.desk.gate().monitor();
        day.watch();
    }

    private void lookAtMarketData() {
        Path file = floor.desk.rules().tripFile().orElse(null);
        if (file != null && Files.exists(file)) {
            floor.desk.killSwitch().trip(HaltTrigger.PERSON, "the trip file " + file + " is there");
        }
        Duration most = floor.desk.rules().silence().orElse(null);
        if (most == null) {
            return;
        }
        if (isSilent(most)) {
            floor.host.hold(HoldReason.MARKET_DATA, "no bar has come since " + marketHeard);
        } else {
            floor.host.release(HoldReason.MARKET_DATA);
        }
    }

    /** Before the first bar of a trade date and after its close nothing need be heard. */
    private boolean isSilent(Duration most) {
        Instant heard = marketHeard;
        if (heard == null) {
            return false;
        }
        Instant now = floor.now();
        LocalDate date = floor.desk.calendar().tradeDate(heard);
        return Duration.between(heard, now).compareTo(most) > 0
                && now.isBefore(floor.desk.calendar().closeOf(date));
    }

    private void lookAtTimeouts() {
        if (!floor.deciding) {
            return;
        }
        floor.desk.rules().orderTimeout().ifPresent(orders::cancelOverdue);
        floor.desk
                .rules()
                .positionTimeout()
                .ifPresent(timeout -> guards.overdue(timeout)
                        .forEach(symbol -> leaver.leave(symbol, "position time-out", "it was held for " + timeout)));
        emergency.goOn();
    }

    private void lookAtLoops() {
        // Silence is for those to see who look on from another thread: on this one, who looks is not silent, and
        // whether another is depends on whose turn it is.
        String broken = supervisor.statuses().stream()
                .filter(status -> status.health(status.heartbeat()) == Health.UNHEALTHY)
                .map(status -> status.name() + " (" + status.lastError().orElse("no error") + ")")
                .collect(Collectors.joining(", "));
        if (broken.isEmpty()) {
            floor.host.release(HoldReason.UNHEALTHY);
        } else {
            floor.host.hold(HoldReason.UNHEALTHY, "loops have failed: " + broken);
            floor.desk.killSwitch().trip(HaltTrigger.UNHEALTHY, "loops have failed: " + broken);
        }
    }
}
