package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a simulator cannot be made of is said in one sentence. */
class BuilderTest {

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void arguments_out_of_their_range_are_refused() {
        GatewaySimulatorBuilder builder = GatewaySimulator.builder();
        refused(builder::start, "prices must be given, but was none");
        refused(() -> builder.port(65_536), "port must be between 0 and 65535, but was 65536");
        refused(() -> builder.account(" ", BigDecimal.ONE), "id must be not blank and without a comma, but was ' '");
        refused(() -> builder.spread(Double.NaN), "spread must be finite and zero or more, but was NaN");
        refused(() -> builder.serverVersion(179), "version must be between 157 and 178, but was 179");
        refused(() -> builder.messagesPerSecond(-1), "limit must be zero or more, but was -1");
        refused(() -> builder.realTime(() -> 0, 0), "speed must be above 0 and finite, but was 0.0");
        refused(
                () -> builder.scriptedFill(Duration.ofSeconds(-1), BigDecimal.ONE, BigDecimal.ONE),
                "after must be zero or more, but was PT-1S");
        refused(
                () -> builder.scriptedFill(Duration.ZERO, BigDecimal.ZERO, BigDecimal.ONE),
                "quantity must be above 0, but was 0");
        refused(
                () -> builder.scriptedFill(Duration.ZERO, BigDecimal.ONE, BigDecimal.ZERO),
                "price must be above 0, but was 0");
        refused(() -> new Trade(" ", Instant.EPOCH, 1, 1), "symbol must not be blank, but was ' '");
        refused(() -> new Trade("A", Instant.EPOCH, 0, 1), "price must be finite and positive, but was 0.0");
        refused(() -> new Trade("A", Instant.EPOCH, 1, -1), "size must be finite and not negative, but was -1.0");
        refused(
                () -> new FillModel(0, Duration.ZERO, 0, 1),
                "participation must be above 0 and at most 1, but was 0.0");
        refused(() -> new FillModel(1, Duration.ofSeconds(-1), 0, 1), "queueDelay must be zero or more, but was PT-1S");
        refused(() -> new FillModel(1, Duration.ZERO, -1, 1), "slippage must be finite and zero or more, but was -1.0");
        refused(() -> new FillModel(1, Duration.ZERO, 0, 0), "largestFill must be at least 1, but was 0");
    }

    @Test
    void prices_that_contradict_each_other_are_refused() {
        refused(
                () -> Sim.builder()
                        .bars(List.of(Sim.day("2026-01-05", 1, 1, 1, 1, 0)))
                        .start(),
                "prices of AAPL must be bars or trades, but was both");
        refused(
                () -> GatewaySimulator.builder()
                        .bars(List.of(Sim.day("2026-01-05", 1, 1, 1, 1, 0), Sim.day("2026-01-05", 2, 2, 2, 2, 0)))
                        .start(),
                "bars of AAPL must be of different times, but was some of the same");
    }

    @Test
    void a_listing_says_more_of_a_symbol() {
        Listing made = Listing.of("ZZZ");
        assertThat(made).isEqualTo(Listing.of("ZZZ"));
        refused(
                () -> new Listing(" ", 1, "", "", "", "", "", "", BigDecimal.ONE),
                "symbol must not be blank, but was ' '");
        refused(() -> new Listing("A", 0, "", "", "", "", "", "", BigDecimal.ONE), "conId must be above 0, but was 0");
        refused(
                () -> new Listing("A", 1, "", "", "", "", "", "", BigDecimal.ZERO),
                "minTick must be above 0, but was 0");
        Listing own = new Listing("AAPL", 7, "OWN", "NYSE", "X", "I", "C", "S", new BigDecimal("0.05"));
        Bench bench = new Bench(Sim.builder().listing(own));
        bench.start(1);
        assertThat(bench.ask("9·8·7·7·······SMART·····0····").get(0)).contains("·OWN·NYSE·");
        Listing twin = new Listing("MSFT", 7, "", "", "", "", "", "", BigDecimal.ONE);
        assertThatThrownBy(() -> Sim.builder().listing(own).listing(twin).start())
                .hasMessageStartingWith("conId must be different for every symbol");
    }

    @Test
    void the_simulator_is_asked_only_for_what_it_has() {
        try (GatewaySimulator simulator = Sim.plain()) {
            refused(() -> simulator.cash("U1"), "account must be one of the simulator, but was 'U1'");
            refused(() -> simulator.cash(""), "account must be one of the simulator, but was ''");
            refused(() -> simulator.trade("NO", 1, 1), "symbol must be one of the data, but was 'NO'");
            refused(() -> simulator.trade("AAPL", 0, 1), "price must be finite and positive, but was 0.0");
            refused(() -> simulator.advance(Duration.ofSeconds(-1)), "duration must be zero or more, but was PT-1S");
            refused(() -> simulator.restart(Duration.ofSeconds(-1)), "down must be zero or more, but was PT-1S");
            assertThatThrownBy(() -> Sim.builder().port(simulator.port()).start())
                    .hasMessage("port " + simulator.port() + " must be free");
        }
        GatewaySimulator closed = Sim.plain();
        closed.close();
        assertThatThrownBy(closed::now).hasMessage("simulator must be running, but was closed");
    }
}
