package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.engine.health.HeartbeatFile;
import io.robotrader.engine.ibkr.sim.GatewaySimulator;
import io.robotrader.engine.ibkr.sim.Trade;
import io.robotrader.risk.account.Side;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an engine falls silent, nothing is left working or held. */
class WatchdogTest {

    private static final Instant START = Instant.parse("2026-01-05T15:30:00Z");
    private static final String ACCOUNT = "DU1234567";
    private static final Duration BOUND = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private final GatewaySimulator gateway = GatewaySimulator.builder()
            .trades(List.of(
                    new Trade("AAPL", START.minusSeconds(60), 99, 1_000),
                    new Trade("AAPL", START, 100, 0),
                    new Trade("MSFT", START, 400, 0)))
            .startAt(START)
            .start();
    private final AtomicLong nanos = new AtomicLong();
    private final IbkrClient engine = client(7);
    private final IbkrClient own = client(8);

    private IbkrClient client(int id) {
        return IbkrClient.builder()
                .port(gateway.port())
                .clientId(id)
                .allowOrders(OrderIdStore.inMemory())
                .build();
    }

    @BeforeEach
    void connect() {
        engine.connect().join();
        own.connect().join();
    }

    @AfterEach
    void close() {
        engine.close();
        own.close();
        gateway.close();
    }

    private HeartbeatFile heart() {
        return new HeartbeatFile(directory.resolve("beat"));
    }

    private Watchdog watchdog() {
        return new Watchdog(own, "", IbkrContract::stock, heart(), BOUND, nanos::get, Duration.ofMillis(5));
    }

    private void beats(String text) {
        try {
            Files.writeString(directory.resolve("beat"), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void hold(String symbol, int shares) throws InterruptedException {
        CountDownLatch filled = new CountDownLatch(1);
        engine.orders().events().subscribe(new Listening<>(event -> {
            if (event instanceof OrderEvent.Executed) {
                filled.countDown();
            }
        }));
        Side side = shares > 0 ? Side.BUY : Side.SELL;
        engine.orders().place(IbkrContract.stock(symbol), IbkrOrder.market(side, BigDecimal.valueOf(Math.abs(shares))));
        assertThat(filled.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private void rest() {
        IbkrOrder order = IbkrOrder.limit(Side.BUY, BigDecimal.valueOf(5), BigDecimal.valueOf(50));
        Desk.get(engine.orders().place(IbkrContract.stock("AAPL"), order).acknowledged());
    }

    private static WatchdogReport acted(Watchdog watchdog) {
        assertThat(watchdog.look()).isEqualTo(Watchdog.State.ACTING);
        // It answers from the client's threads; each look is a question, and none waits.
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (watchdog.look() == Watchdog.State.ACTING && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(watchdog.look()).isEqualTo(Watchdog.State.DONE);
        return watchdog.report().orElseThrow();
    }

    @Test
    void a_silent_engine_has_its_orders_cancelled_and_its_positions_closed_long_and_short_once() throws Exception {
        hold("AAPL", 10);
        hold("MSFT", -4);
        rest();
        Watchdog watchdog = watchdog();
        beats("2026-01-05T15:30:00Z RUNNING 1");
        assertThat(watchdog.look()).isEqualTo(Watchdog.State.WATCHING);
        passes(BOUND);
        assertThat(watchdog.look()).isEqualTo(Watchdog.State.WATCHING);
        assertThat(gateway.workingOrders()).isEqualTo(1);

        passes(Duration.ofNanos(1));
        WatchdogReport report = acted(watchdog);

        assertThat(report.isFlat()).isTrue();
        assertThat(report.sent()).containsExactlyInAnyOrder("SELL 10 AAPL", "BUY 4 MSFT");
        assertThat(gateway.workingOrders()).isZero();
        assertThat(gateway.position(ACCOUNT, "AAPL")).isZero();
        assertThat(gateway.position(ACCOUNT, "MSFT")).isZero();

        hold("AAPL", 3);
        passes(BOUND.multipliedBy(10));
        assertThat(watchdog.look()).isEqualTo(Watchdog.State.DONE);
        Watchdog next = watchdog();
        assertThat(next.look()).isEqualTo(Watchdog.State.WAITING);
        passes(BOUND.multipliedBy(10));
        assertThat(next.look()).isEqualTo(Watchdog.State.WAITING);
        assertThat(gateway.position(ACCOUNT, "AAPL")).isEqualByComparingTo("3");
    }

    @Test
    void an_engine_that_beats_is_left_alone_and_its_next_silence_counts_anew() {
        Watchdog watchdog = watchdog();
        for (int beat = 1; beat <= 5; beat++) {
            beats("2026-01-05T15:30:00Z RUNNING " + beat);
            assertThat(watchdog.look()).isEqualTo(Watchdog.State.WATCHING);
            passes(BOUND);
            assertThat(watchdog.look()).isEqualTo(Watchdog.State.WATCHING);
        }

        passes(BOUND);
        assertThat(acted(watchdog).sent()).isEmpty();
        beats("2026-01-05T15:40:00Z RUNNING 1");
        assertThat(watchdog.look()).isEqualTo(Watchdog.State.WATCHING);
    }

    @Test
    void nothing_is_done_before_the_first_beat_and_after_a_stop_in_good_order() {
        Watchdog watchdog = watchdog();
        passes(BOUND.multipliedBy(10));
        assertThat(watchdog.look()).isEqualTo(Watchdog.State.WAITING);
        beats("garbage");
        passes(BOUND.multipliedBy(10));
        assertThat(watchdog.look()).isEqualTo(Watchdog.State.WAITING);
        beats("2026-01-05T15:30:00Z STOPPED 9");
        assertThat(watchdog.look()).isEqualTo(Watchdog.State.WAITING);
        passes(BOUND.multipliedBy(10));
        assertThat(watchdog.look()).isEqualTo(Watchdog.State.WAITING);
        assertThat(watchdog.report()).isEmpty();
    }

    @Test
    void an_engine_that_ended_in_an_error_is_guarded_and_so_is_one_whose_file_is_broken() throws IOException {
        Watchdog watchdog = watchdog();
        beats("2026-01-05T15:30:00Z ERROR 9");
        assertThat(watchdog.look()).isEqualTo(Watchdog.State.WATCHING);
        Files.delete(directory.resolve("beat"));
        passes(BOUND.plusNanos(1));

        assertThat(acted(watchdog).isFlat()).isTrue();
    }

    @Test
    void without_a_connection_it_goes_on_trying() {
        Watchdog watchdog = watchdog();
        beats("2026-01-05T15:30:00Z RUNNING 1");
        assertThat(watchdog.look()).isEqualTo(Watchdog.State.WATCHING);
        own.close();
        passes(BOUND.plusNanos(1));

        assertThat(watchdog.look()).isEqualTo(Watchdog.State.WATCHING);
        assertThat(watchdog.report()).isEmpty();
    }

    @Test
    void a_watchdog_that_could_do_nothing_is_refused() {
        try (IbkrClient reading = IbkrClient.builder().port(gateway.port()).build()) {
            assertThatThrownBy(() -> new Watchdog(reading, "", IbkrContract::stock, heart(), BOUND))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("client must be one that may send orders, but was read-only");
        }
        assertThatThrownBy(() -> new Watchdog(own, "", IbkrContract::stock, heart(), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bound must be positive, but was PT0S");
    }
}
