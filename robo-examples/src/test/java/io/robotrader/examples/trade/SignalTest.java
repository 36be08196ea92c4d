package io.robotrader.examples.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.CancelRequested;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.health.HeartbeatFile;
import io.robotrader.engine.ibkr.sim.FillModel;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.examples.RoboExamples;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What SIGTERM does to a process that trades, with orders open at the gateway. */
@DisabledOnOs(OS.WINDOWS)
class SignalTest {

    private static final int SIGTERM = 143;
    private static final int DEADLINE = 20;
    private static final int TO_CLOSE = 2;

    @TempDir
    private Path folder;

    @Test
    void an_order_that_opens_risk_is_taken_back_within_the_deadline() throws Exception {
        assertTakenBack();
    }

    @Test
    void it_is_taken_back_too_where_protective_orders_are_kept() throws Exception {
        assertTakenBack("--keep-protective");
    }

    private void assertTakenBack(String... more) throws Exception {
        // Up and down, as what it wished before the start it does not do now. One share of each order is filled at
        // once; the rest works until it is taken back.
        List<Bar> bars = Market.minutes(minute -> 100 + 3 * Math.sin(minute / 4.0));
        try (Market market = new Market(
                builder -> builder.bars(bars).scriptedFill(Duration.ZERO, BigDecimal.ONE, new BigDecimal("100")))) {
            Process process = start(market, more);
            try {
                market.moveUntil(
                        () -> {
                            assertThat(process.isAlive()).as("see the console").isTrue();
                            return market.gateway.workingOrders() == 1;
                        },
                        now -> hasHad(process));

                process.destroy();
                boolean ended = process.waitFor(DEADLINE + TO_CLOSE, TimeUnit.SECONDS);

                assertThat(ended).isTrue();
                assertThat(process.exitValue()).isEqualTo(SIGTERM);
                assertThat(market.gateway.workingOrders()).isZero();
                assertThat(market.gateway.position(Market.ACCOUNT, "AAPL")).isEqualByComparingTo("1");
                assertJournalEndsWell();
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void an_order_that_closes_a_position_is_left_where_protective_orders_are_kept() throws Exception {
        try (Market market = slow()) {
            terminateWhileItSells(market, "--keep-protective");

            assertThat(market.gateway.workingOrders()).isOne();
            assertThat(events()).noneMatch(CancelRequested.class::isInstance);
            assertStopped();
            // The gateway goes on with it while nobody is there.
            market.gateway.advance(Duration.ofMinutes(2));
            assertThat(market.gateway.workingOrders()).isZero();
            assertThat(market.gateway.position(Market.ACCOUNT, "AAPL")).isEqualByComparingTo("0");
        }
    }

    @Test
    void an_order_that_closes_a_position_is_taken_back_where_they_are_not() throws Exception {
        try (Market market = slow()) {
            terminateWhileItSells(market);

            assertThat(market.gateway.workingOrders()).isZero();
            assertThat(market.gateway.position(Market.ACCOUNT, "AAPL")).isPositive();
            assertJournalEndsWell();
        }
    }

    /** Every order is filled whole, a minute after it came. */
    private static Market slow() {
        List<Bar> bars = Market.minutes(minute -> 100 + 3 * Math.sin(minute / 4.0));
        return new Market(
                builder -> builder.bars(bars).fills(new FillModel(1, Duration.ofMinutes(1), 0, Long.MAX_VALUE)));
    }

    private void terminateWhileItSells(Market market, String... more) throws Exception {
        Process process = start(market, more);
        try {
            market.moveUntil(
                    () -> {
                        assertThat(process.isAlive()).as("see the console").isTrue();
                        // What works when something is held can only be what sells it.
                        return market.gateway.position(Market.ACCOUNT, "AAPL").signum() > 0
                                && market.gateway.workingOrders() == 1;
                    },
                    now -> hasHad(process));

            process.destroy();

            assertThat(process.waitFor(DEADLINE + TO_CLOSE, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(SIGTERM);
        } finally {
            process.destroyForcibly();
        }
    }

    /** A process that cannot be asked is given time: five seconds of the market in a twentieth of one. */
    private static boolean hasHad(Process process) {
        try {
            return !process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<EngineEvent> events() {
        try (JdbcJournal journal = JdbcJournal.inFile(folder.resolve("paper").resolve("journal"))) {
            return journal.past().toList();
        }
    }

    private void assertJournalEndsWell() {
        assertThat(events())
                .anySatisfy(event -> assertThat(event).isInstanceOf(CancelRequested.class))
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                OrderEnded.class,
                                ended -> assertThat(ended.end().kind()).isEqualTo(OrderEnd.Kind.CANCELLED)));
        assertStopped();
    }

    private void assertStopped() {
        List<EngineEvent> events = events();
        assertThat(events.get(events.size() - 1))
                .isInstanceOfSatisfying(
                        StateChanged.class, last -> assertThat(last.to()).isEqualTo(EngineState.STOPPED));
        assertThat(new HeartbeatFile(folder.resolve("paper").resolve("heartbeat")).read())
                .hasValueSatisfying(beat -> assertThat(beat.state()).isEqualTo(EngineState.STOPPED));
    }

    private Process start(Market market, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                RoboExamples.class.getName(),
                "paper",
                "--without-stops",
                "--stop-within",
                String.valueOf(DEADLINE)));
        command.addAll(List.of(market.options(folder, more)));
        return new ProcessBuilder(command).inheritIO().start();
    }
}
