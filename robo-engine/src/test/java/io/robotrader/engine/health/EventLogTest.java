package io.robotrader.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.CommissionCharged;
import io.robotrader.engine.event.EngineEvent.ConnectionChanged;
import io.robotrader.engine.event.EngineEvent.DataRefused;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.EntrySized;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.PositionAdopted;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.RiskGate;
import io.robotrader.risk.RiskLimits;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.halt.Halt;
import io.robotrader.risk.halt.HaltLevel;
import io.robotrader.risk.halt.HaltReset;
import io.robotrader.risk.halt.HaltTrigger;
import io.robotrader.risk.sizing.PositionSize;
import io.robotrader.risk.sizing.SizeBound;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.AbstractLogger;
import org.slf4j.spi.LoggingEventAware;

class EventLogTest {

    private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");
    private static final OrderIntent ORDER = OrderIntent.limit("AAPL-1", "AAPL", Side.BUY, 10, 99.5);
    private static final Halt HALT = new Halt(HaltLevel.HALT, HaltTrigger.DAILY_LOSS, "3 % lost", NOON, false);

    private final Recorder recorder = new Recorder();
    private final EventLog log = new EventLog(recorder);

    @Test
    void an_approved_order_is_a_trade_placed_with_its_parts() {
        log.onEvent(new OrderDecided(NOON, ORDER, RiskDecision.Approved.APPROVED));

        assertThat(recorder.lines)
                .containsExactly("INFO trade.placed event=trade.placed at=2026-03-02T17:00:00Z order=AAPL-1 symbol=AAPL"
                        + " side=BUY quantity=10 limit=99.5");
    }

    @Test
    void lg_4_a_refused_order_is_a_warning_with_every_reason() {
        RiskDecision refused = RiskGate.of(RiskLimits.defaults()).check(ORDER);

        log.onEvent(new OrderDecided(NOON, ORDER, refused));

        assertThat(recorder.lines)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("WARN risk.violation event=risk.violation")
                        .contains("violations=")
                        .contains(refused.violations().get(0).message()));
    }

    @Test
    void a_journal_in_trouble_is_a_warning_that_is_cleared() {
        log.onEvent(new HoldChanged(NOON, "JOURNAL", true, "no space"));
        log.onEvent(new HoldChanged(NOON, "JOURNAL", false, "no space"));
        log.onEvent(new HoldChanged(NOON, "PERSON", true, "ann: lunch"));

        assertThat(recorder.lines)
                .containsExactly(
                        "WARN risk.warning event=risk.warning at=2026-03-02T17:00:00Z where=journal reason=no space",
                        "INFO risk.cleared event=risk.cleared at=2026-03-02T17:00:00Z where=journal reason=no space");
    }

    @Test
    void a_fill_is_a_trade_executed_with_its_notional_and_an_update_of_the_profit() {
        Fill fill =
                new Fill("f1", "AAPL-1", "AAPL", Side.BUY, 10, new BigDecimal("99.50"), new BigDecimal("1.00"), NOON);

        log.onEvent(new OrderFilled(NOON, fill, new BigDecimal("-1.00")));

        assertThat(recorder.lines)
                .containsExactly(
                        "INFO trade.executed event=trade.executed at=2026-03-02T17:00:00Z order=AAPL-1 fill=f1 symbol=AAPL"
                                + " side=BUY quantity=10 price=99.50 notional=995.00 commission=1.00",
                        "INFO pnl.update event=pnl.update at=2026-03-02T17:00:00Z symbol=AAPL realized=-1.00");
    }

    @Test
    void all_the_names_are_there() {
        Set<String> names = new TreeSet<>();

        everything().forEach(log::onEvent);
        log.onHealth(
                HealthStatus.HEALTHY,
                HealthReport.of(NOON, List.of(new HealthFinding("disk", HealthStatus.DEGRADED, "little"))));
        recorder.lines.forEach(line -> names.add(nameOf(line)));

        assertThat(names)
                .containsExactlyInAnyOrder(
                        "trade.placed",
                        "trade.executed",
                        "trade.cancelled",
                        "trade.rejected",
                        "risk.violation",
                        "risk.warning",
                        "risk.cleared",
                        "risk.emergency_shutdown",
                        "data.received",
                        "data.error",
                        "data.gap",
                        "engine.started",
                        "engine.stopped",
                        "connection.established",
                        "connection.lost",
                        "health.check",
                        "signal.generated",
                        "signal.ignored",
                        "strategy.error",
                        "performance.metric",
                        "portfolio.update",
                        "pnl.update");
    }

    @Test
    void every_line_has_its_name_and_the_engines_time() {
        everything().forEach(log::onEvent);

        assertThat(recorder.lines).allSatisfy(line -> {
            String name = nameOf(line);
            assertThat(line).contains(" event=" + name + " at=2026-03-02T17:00:00Z");
        });
    }

    @Test
    void what_is_bad_is_loud() {
        log.onEvent(new Halted(NOON, HALT));
        log.onEvent(new StateChanged(NOON, EngineState.RUNNING, EngineState.ERROR));
        log.onEvent(new OrderEnded(NOON, new OrderEnd("AAPL-1", OrderEnd.Kind.UNKNOWN, "no answer")));
        log.onEvent(new StateChanged(NOON, EngineState.RUNNING, EngineState.PAUSED));

        assertThat(recorder.lines)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("ERROR risk.emergency_shutdown"),
                        line -> assertThat(line).startsWith("ERROR engine.stopped"),
                        line -> assertThat(line).startsWith("WARN risk.warning"));
    }

    private static String nameOf(String line) {
        int start = line.indexOf(' ') + 1;
        return line.substring(start, line.indexOf(' ', start));
    }

    private static List<EngineEvent> everything() {
        Fill fill = new Fill("f1", "AAPL-1", "AAPL", Side.BUY, 10, BigDecimal.TEN, BigDecimal.ONE, NOON);
        AccountFigures figures = new AccountFigures(1, 2, 3, 4, 5, 6, 7);
        return List.of(
                new StateChanged(NOON, EngineState.READY, EngineState.RUNNING),
                new ConnectionChanged(NOON, true, "connected"),
                new ConnectionChanged(NOON, false, "1100"),
                new BarTaken(NOON, new Bar("AAPL", NOON, 1, 1, 1, 1, OptionalDouble.empty())),
                new DataRefused(NOON, "AAPL", "outlier: 12 deviations"),
                new DataRefused(NOON, "AAPL", "gap: 3 bars"),
                new SignalRaised(NOON, new Signal("momentum", "AAPL", Signal.Direction.LONG, "up")),
                new EntrySized(NOON, "AAPL", new PositionSize(0, SizeBound.NO_EQUITY)),
                new OrderDecided(NOON, ORDER, RiskDecision.Approved.APPROVED),
                new OrderDecided(NOON, ORDER, RiskGate.of(RiskLimits.defaults()).check(ORDER)),
                new OrderFilled(NOON, fill, BigDecimal.ZERO),
                new CommissionCharged(NOON, new LateCommission("f1", "AAPL-1", "AAPL", BigDecimal.ONE, NOON)),
                new OrderEnded(NOON, new OrderEnd("AAPL-1", OrderEnd.Kind.CANCELLED, "asked for")),
                new OrderEnded(NOON, new OrderEnd("AAPL-2", OrderEnd.Kind.REJECTED, "no funds")),
                new TroubleNoted(NOON, "risk loop", "division failed"),
                new TroubleNoted(NOON, "strategy momentum", "it threw"),
                new PositionAdopted(NOON, "AAPL", 5, BigDecimal.ONE, BigDecimal.TEN),
                new CashAdopted(NOON, BigDecimal.TEN, BigDecimal.ONE),
                new Halted(NOON, HALT),
                new HaltLifted(NOON, new HaltReset(HALT, "ann", "looked at it", NOON)),
                new DayClosed(NOON, LocalDate.of(2026, 3, 2), figures),
                new StateChanged(NOON, EngineState.STOPPING, EngineState.STOPPED));
    }

    /** Notes what would be logged: level, message, and the pairs in their order. */
    private static final class Recorder extends AbstractLogger implements LoggingEventAware {
        private static final long serialVersionUID = 1L;

        private final transient List<String> lines = new ArrayList<>();

        @Override
        public void log(LoggingEvent event) {
            StringBuilder line = new StringBuilder(event.getLevel() + " " + event.getMessage());
            event.getKeyValuePairs()
                    .forEach(pair ->
                            line.append(' ').append(pair.key).append('=').append(pair.value));
            lines.add(line.toString());
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return Recorder.class.getName();
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level,
                @Nullable Marker marker,
                String message,
                Object @Nullable [] arguments,
                @Nullable Throwable throwable) {
            lines.add(level + " " + message);
        }

        @Override
        public boolean isTraceEnabled() {
            return true;
        }

        @Override
        public boolean isTraceEnabled(Marker marker) {
            return true;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isDebugEnabled(Marker marker) {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled(Marker marker) {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled(Marker marker) {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled(Marker marker) {
            return true;
        }
    }
}
