package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.engine.ibkr.wire.ErrorMessage;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small types: what they mean, what they refuse, and what they do not tell. */
class ValuesTest {

    private static ErrorClass classOf(int code, String text, boolean aboutOrder) {
        return ErrorCodes.of(new ErrorMessage(1, code, text, ""), aboutOrder).errorClass();
    }

    @ParameterizedTest
    @CsvSource({
        "2104, INFORMATION",
        "2158, INFORMATION",
        "399, INFORMATION",
        "202, INFORMATION",
        "10167, INFORMATION",
        "1100, CONNECTION",
        "1101, CONNECTION",
        "1102, CONNECTION",
        "326, CONNECTION",
        "502, CONNECTION",
        "504, CONNECTION",
        "1300, CONNECTION",
        "2110, CONNECTION",
        "100, PACING",
        "101, PACING",
        "420, PACING",
        "503, FATAL",
        "200, REQUEST",
        "354, REQUEST",
        "10168, REQUEST",
        "99999, REQUEST"
    })
    void each_code_has_its_class(int code, ErrorClass expected) {
        assertThat(classOf(code, "", false)).isEqualTo(expected);
    }

    @Test
    void what_fails_about_an_order_is_of_class_order() {
        assertThat(classOf(201, "Order rejected", true)).isEqualTo(ErrorClass.ORDER);
        assertThat(classOf(10147, "", true)).isEqualTo(ErrorClass.ORDER);
        assertThat(classOf(399, "Order Message:", true)).isEqualTo(ErrorClass.INFORMATION);
    }

    @Test
    void history_errors_are_told_apart_by_their_text() {
        assertThat(classOf(162, "Historical Market Data Service error message:API pacing violation", false))
                .isEqualTo(ErrorClass.PACING);
        assertThat(classOf(162, "HMDS query returned no data: X@SMART Trades", false))
                .isEqualTo(ErrorClass.REQUEST);
    }

    @Test
    void account_numbers_are_not_told_by_what_is_logged() {
        IbkrPosition position = new IbkrPosition(
                "DU1234567", Desk.AAPL, BigDecimal.TEN, BigDecimal.ONE, null, BigDecimal.TEN, null, null);
        List<Object> all = List.of(
                position,
                new AccountValue("DU1234567", "AccountCode", "DU1234567", ""),
                new AccountValue("DU1234567", "NetLiquidation", "1", "USD"),
                new AccountUpdate.Complete("DU1234567"),
                IbkrOrder.market(Side.BUY, BigDecimal.TEN).withAccount("DU1234567"),
                new OrderEvent.Acknowledged(
                        1,
                        2,
                        3,
                        Desk.AAPL,
                        IbkrOrder.market(Side.BUY, BigDecimal.TEN).withAccount("DU1234567"),
                        "Submitted"),
                new IbkrException(IbkrError.connection(504, "account DU1234567 is closed")),
                Wired.executed(
                        Desk.fill(Wired.place(1, Desk.AAPL, Desk.buy("r"), false), "e.01", 1, "1.5"), HandTimer.START));

        assertThat(all).allSatisfy(it -> assertThat(it.toString()).doesNotContain("1234567"));
        assertThat(position.toString()).contains("***67").contains("AAPL");
        assertThat(Redacted.account("")).isEmpty();
        assertThat(Redacted.text("nothing to hide: AAPL 2104")).isEqualTo("nothing to hide: AAPL 2104");
    }

    @Test
    void times_of_gateways_are_read_where_they_name_a_zone() {
        Instant when = Instant.parse("2023-11-15T09:20:44Z");
        assertThat(GatewayTime.parse("20231115 09:20:44 GB-Eire")).contains(when);
        assertThat(GatewayTime.parse("20231115-09:20:44")).contains(when);
        assertThat(GatewayTime.parse("20231115 04:20:44 US/Eastern")).contains(when);
        for (String none : List.of("", "20250415  19:38:31", "20231115 09:20:44 Nowhere", "20231315-09:20:44")) {
            assertThat(GatewayTime.parse(none)).isEmpty();
        }
    }

    @Test
    void a_bar_is_of_a_day_or_starts_at_an_instant() {
        IbkrBar daily = new IbkrBar("20230413", 1, 2, 0.5, 1.5, 10, 1, 3);
        IbkrBar short_ = new IbkrBar("1767645010", 1, 2, 0.5, 1.5, 10, 1, 3);

        assertThat(daily.day()).contains(LocalDate.of(2023, 4, 13));
        assertThat(daily.start()).isEmpty();
        assertThat(short_.start()).contains(Instant.ofEpochSecond(1767645010));
        assertThat(short_.day()).isEmpty();
        assertThat(new IbkrBar("20231399", 1, 1, 1, 1, 1, 1, 1).day()).isEmpty();
        assertThat(new IbkrBar("yesterday evening", 1, 1, 1, 1, 1, 1, 1).start())
                .isEmpty();
    }

    @Property
    void waits_grow_to_the_longest_and_no_further_and_jitter_only_shortens(
            @ForAll @IntRange(min = 1, max = 10_000) int attempt, @ForAll long seed) {
        Duration wait = ReconnectPolicy.USUAL.wait(attempt, new SplittableRandom(seed));

        double full = Math.min(1e9 * Math.pow(2, attempt - 1), 60e9);
        assertThat((double) wait.toNanos()).isBetween(full * 0.8 - 1, full);
    }

    @Test
    void what_cannot_be_is_refused_with_its_name_and_value() {
        refuses(() -> new ReconnectPolicy(Duration.ZERO, Duration.ofSeconds(1), 2, 0), "first must be positive");
        refuses(
                () -> new ReconnectPolicy(Duration.ofSeconds(2), Duration.ofSeconds(1), 2, 0),
                "longest must be at least PT2S, but was PT1S");
        refuses(
                () -> new ReconnectPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), Double.NaN, 0),
                "factor must be in [1, 1000], but was NaN");
        refuses(
                () -> new ReconnectPolicy(Duration.ofSeconds(1), Duration.ofSeconds(1), 2, 1.5),
                "jitter must be a fraction in [0, 1], but was 1.5");
        refuses(() -> IbkrOrder.market(Side.BUY, BigDecimal.ZERO), "quantity must be positive, but was 0");
        refuses(() -> IbkrOrder.limit(Side.BUY, BigDecimal.ONE, BigDecimal.ZERO), "price must be positive, but was 0");
        refuses(
                () -> IbkrOrder.market(Side.BUY, BigDecimal.ONE).withOcaGroup("g", 4),
                "type must be 1, 2 or 3, but was 4");
        refusesSetting(b -> b.port(0), "port must be in [1, 65535], but was 0");
        refusesSetting(b -> b.clientId(-1), "clientId must be in [0, 2147483647], but was -1");
        refusesSetting(b -> b.messagesPerSecond(51), "messagesPerSecond must be in [1, 50], but was 51");
        refusesSetting(b -> b.marketDataLines(0), "marketDataLines must be");
        refusesSetting(b -> b.tickRoom(0), "tickRoom must be");
        refusesSetting(b -> b.deadline(Duration.ZERO), "deadline must be positive, but was PT0S");
        refusesSetting(b -> b.allowLivePort(" "), "account must not be blank, but was ' '");
        refuses(
                () -> Desk.reading()
                        .client
                        .marketData()
                        .historyKeptUpToDate(
                                new HistoryQuery(Desk.AAPL, "20260105-12:00:00", "1 D", "1 min", "TRADES", true)),
                "end must be empty to be kept up to date");
    }

    private static void refusesSetting(Consumer<IbkrClientBuilder> setting, String message) {
        refuses(() -> setting.accept(IbkrClient.builder()), message);
    }

    private static void refuses(Runnable what, String message) {
        assertThatThrownBy(what::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_client_reads_only_unless_it_was_said_otherwise() {
        assertThat(IbkrClient.builder().build().isReadOnly()).isTrue();
        assertThat(IbkrClient.builder()
                        .allowOrders(OrderIdStore.inMemory())
                        .build()
                        .isReadOnly())
                .isFalse();
    }

    @Test
    void the_machines_own_time_goes_on_and_calls_back() throws InterruptedException {
        SystemTimer timer = new SystemTimer("test-timer");
        java.util.concurrent.CountDownLatch called = new java.util.concurrent.CountDownLatch(1);
        long before = timer.nanoTime();

        timer.schedule(Duration.ofMillis(1), called::countDown);
        Runnable cancel = timer.schedule(Duration.ofDays(1), () -> {
            throw new AssertionError("cancelled");
        });
        cancel.run();

        called.await();
        assertThat(timer.nanoTime() - before).isGreaterThanOrEqualTo(1_000_000);
        assertThat(timer.now()).isAfter(Instant.EPOCH);
        timer.close();
        timer.schedule(Duration.ofMillis(1), () -> {}).run();
    }
}
