package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.calendar.MarketCalendar;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.calendar.TradingSession;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.view.EngineView;
import io.robotrader.engine.view.HoldReason;
import io.robotrader.engine.view.LoopStatus;
import io.robotrader.engine.view.LoopStatus.Health;
import io.robotrader.risk.halt.HaltTrigger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Five loops, of which none can hurt another. */
@Timeout(60)
class TradingEngineLoopsTest {

    private final Stage stage = new Stage();

    @AfterEach
    void end() throws Exception {
        stage.close();
    }

    /** Lets time pass second by second, as it does. */
    private void pass(int seconds) {
        for (int second = 0; second < seconds; second++) {
            stage.pass(Duration.ofSeconds(1));
        }
    }

    private static LoopStatus loop(EngineView view, String name) {
        return view.loops().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void en_14_each_loop_runs_by_its_own_period() {
        stage.start();

        pass(121);

        EngineView view = stage.engine.view();
        assertThat(view.loops())
                .extracting(LoopStatus::name)
                .containsExactly("market data", "trading", "risk", "market hours", "health");
        assertThat(loop(view, "market data").runs()).isEqualTo(121);
        assertThat(loop(view, "trading").runs()).isEqualTo(24);
        assertThat(loop(view, "risk").runs()).isEqualTo(4);
        assertThat(loop(view, "market hours").runs()).isEqualTo(2);
        assertThat(loop(view, "health").runs()).isEqualTo(2);
        assertThat(view.loops()).allMatch(it -> it.health(view.at()) == Health.HEALTHY);
    }

    @Test
    void en_3_a_position_is_no_trouble_to_the_risk_loop() throws Exception {
        stage.start().open("AAPL", 1);
        long before = loop(stage.engine.view(), "risk").runs();

        pass(61);

        assertThat(stage.engine.view().positions()).hasSize(1);
        assertThat(loop(stage.engine.view(), "risk").runs()).isGreaterThan(before);
        assertThat(loop(stage.engine.view(), "risk").errors()).isZero();
        assertThat(stage.heard(TroubleNoted.class)).isEmpty();
    }

    private static final class BrokenCalendar implements MarketCalendar {
        @Override
        public Instant closeOf(LocalDate tradeDate) {
            throw new IllegalStateException("no closes today");
        }

        @Override
        public LocalDate tradeDate(Instant instant) {
            return MarketCalendars.nyse().tradeDate(instant);
        }

        @Override
        public Optional<TradingSession> session(LocalDate tradeDate) {
            return MarketCalendars.nyse().session(tradeDate);
        }

        @Override
        public Instant at(LocalDate date, LocalTime time) {
            return MarketCalendars.nyse().at(date, time);
        }
    }

    @Test
    void en_17_a_loop_that_fails_is_told_waits_longer_and_leaves_the_others_alone() throws Exception {
        stage.start(it -> it.calendar(new BrokenCalendar()));
        stage.bar("AAPL", 0, 100);

        pass(60 + 120 + 120 + 120);

        EngineView view = stage.engine.view();
        LoopStatus broken = loop(view, "market hours");
        assertThat(broken.errors()).isEqualTo(4);
        assertThat(broken.pause()).isEqualTo(Duration.ofMinutes(2));
        assertThat(broken.lastError()).hasValueSatisfying(it -> assertThat(it).contains("no closes today"));
        assertThat(stage.heard(TroubleNoted.class).map(it -> it.where() + " " + it.message()))
                .hasSize(4)
                .containsOnly("market hours loop java.lang.IllegalStateException: no closes today");
        assertThat(view.counts().errors()).isEqualTo(4);
        assertThat(loop(view, "health").runs()).isEqualTo(7);
        assertThat(loop(view, "health").errors()).isZero();
        assertThat(view.state()).isEqualTo(EngineState.RUNNING);
        // The day cannot be closed with such a calendar, and the engine cannot be stopped in good order.
        stage.engine.stop();
        assertThat(stage.engine.awaitEnd()).isPresent();
    }

    @Test
    void en_17_a_loop_beyond_its_budget_is_degraded_and_then_unhealthy() {
        LoopStatus within = status(Instant.EPOCH, 10);

        assertThat(within.health(Instant.EPOCH)).isEqualTo(Health.HEALTHY);
        assertThat(status(Instant.EPOCH, 11).health(Instant.EPOCH)).isEqualTo(Health.DEGRADED);
        assertThat(status(Instant.EPOCH, 20).health(Instant.EPOCH)).isEqualTo(Health.DEGRADED);
        assertThat(status(Instant.EPOCH, 21).health(Instant.EPOCH)).isEqualTo(Health.UNHEALTHY);
    }

    @Test
    void en_17_a_silent_loop_is_degraded_and_then_unhealthy() {
        LoopStatus status = status(Instant.EPOCH, 0);

        assertThat(status.health(Instant.EPOCH.plusSeconds(35))).isEqualTo(Health.HEALTHY);
        assertThat(status.health(Instant.EPOCH.plusSeconds(36))).isEqualTo(Health.DEGRADED);
        assertThat(status.health(Instant.EPOCH.plusSeconds(105))).isEqualTo(Health.DEGRADED);
        assertThat(status.health(Instant.EPOCH.plusSeconds(106))).isEqualTo(Health.UNHEALTHY);
    }

    private static LoopStatus status(Instant heartbeat, int recentErrors) {
        Duration period = Duration.ofSeconds(10);
        return new LoopStatus("x", period, heartbeat, period, 1, 0, recentErrors, 10, Optional.empty());
    }

    @Test
    void dt_4_silent_market_data_holds_back_until_it_is_heard_again_and_not_after_the_close() throws Exception {
        stage.start(it -> it.marketDataSilence(Duration.ofMinutes(5)));
        stage.bar("AAPL", 1, 100);

        pass(300);
        assertThat(stage.engine.view().holds()).isEmpty();
        pass(1);
        assertThat(stage.engine.view().holds()).containsOnlyKeys(HoldReason.MARKET_DATA);
        assertThat(stage.engine.view().state()).isEqualTo(EngineState.PAUSED);

        stage.bar("AAPL", 7, 100);
        assertThat(stage.engine.view().state()).isEqualTo(EngineState.RUNNING);
        stage.bar("AAPL", 59, 100);
        stage.passTo(Sample.close(0).plusSeconds(7200));
        pass(1);
        assertThat(stage.engine.view().holds()).isEmpty();
    }

    @Test
    void ks_5_a_loop_that_fails_all_the_time_makes_the_engine_hold_back_until_a_person_has_looked() throws Exception {
        // The silence is held against a close that is not known, so the loop of the market data fails.
        stage.start(it -> it.calendar(new BrokenCalendar()).marketDataSilence(Duration.ofNanos(1)));
        stage.bar("AAPL", 0, 100);

        for (int step = 0; step < 240; step++) {
            stage.pass(Duration.ofSeconds(5));
        }

        EngineView view = stage.engine.view();
        assertThat(loop(view, "market data").health(view.at())).isEqualTo(Health.UNHEALTHY);
        assertThat(view.holds()).containsOnlyKeys(HoldReason.UNHEALTHY);
        assertThat(view.state()).isEqualTo(EngineState.PAUSED);
        assertThat(view.halt())
                .hasValueSatisfying(it -> assertThat(it.trigger()).isEqualTo(HaltTrigger.UNHEALTHY));
    }
}
