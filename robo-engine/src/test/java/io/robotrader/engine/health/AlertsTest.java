package io.robotrader.engine.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.event.EngineEvent.ConnectionChanged;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.Reconciled;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.execution.Difference;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.health.Alert.Severity;
import io.robotrader.risk.halt.Halt;
import io.robotrader.risk.halt.HaltLevel;
import io.robotrader.risk.halt.HaltReset;
import io.robotrader.risk.halt.HaltTrigger;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");

    private final List<Alert> heard = new ArrayList<>();
    private final Alerts alerts = Alerts.to(List.of(heard::add), Duration.ofMinutes(10), Runnable::run);

    @Test
    void the_same_subject_is_told_once_in_a_window_and_then_with_its_count() {
        alerts.onEvent(trouble(0));
        alerts.onEvent(trouble(1));
        alerts.onEvent(trouble(599));
        alerts.onEvent(trouble(600));

        assertThat(heard)
                .extracting(Alert::text)
                .containsExactly(
                        "risk loop: division failed",
                        "risk loop: division failed (2 more since the last time that this was told)");
    }

    @Test
    void something_worse_of_the_same_subject_is_told_at_once() {
        alerts.raise(new Alert(NOON, Severity.WARNING, "disk", "nearly full"));
        alerts.raise(new Alert(NOON.plusSeconds(1), Severity.CRITICAL, "disk", "full"));
        alerts.raise(new Alert(NOON.plusSeconds(2), Severity.WARNING, "disk", "nearly full"));

        assertThat(heard).extracting(Alert::text).containsExactly("nearly full", "full");
    }

    @Test
    void different_subjects_do_not_hold_each_other_back() {
        alerts.raise(new Alert(NOON, Severity.WARNING, "one", "1"));
        alerts.raise(new Alert(NOON, Severity.WARNING, "two", "2"));

        assertThat(heard).hasSize(2);
    }

    @Test
    void a_journal_in_trouble_is_told_and_its_end_and_no_other_hold() {
        alerts.onEvent(new HoldChanged(NOON, "JOURNAL", true, "no space"));
        alerts.onEvent(new HoldChanged(NOON, "JOURNAL", false, "no space"));
        alerts.onEvent(new HoldChanged(NOON, "PERSON", true, "ann: lunch"));

        assertThat(heard)
                .extracting(Alert::severity, Alert::text)
                .containsExactly(
                        tuple(Severity.CRITICAL, "The journal is in trouble, nothing is opened: no space"),
                        tuple(Severity.INFO, "The journal takes entries again."));
    }

    @Test
    void a_price_in_doubt_is_told_with_its_symbol_and_both_prices() {
        alerts.onEvent(new HoldChanged(NOON, "PRICES OF AAPL", true, "AAPL SPLIT_LIKE: went from 100.0 to 25.0"));
        alerts.onEvent(new HoldChanged(NOON, "PRICES OF AAPL", false, "its price is where it was"));

        assertThat(heard)
                .extracting(Alert::severity, Alert::text)
                .containsExactly(tuple(
                        Severity.CRITICAL,
                        "Nothing is opened until a person resumes: AAPL SPLIT_LIKE: went from 100.0 to 25.0"));
    }

    @Test
    void what_matters_of_the_engine_is_told() {
        Halt halt = new Halt(HaltLevel.HALT, HaltTrigger.DAILY_LOSS, "3 % lost", NOON, false);
        alerts.onEvent(new Halted(NOON, halt));
        alerts.onEvent(new HaltLifted(NOON, new HaltReset(halt, "ann", "looked at it", NOON)));
        alerts.onEvent(new ConnectionChanged(NOON, false, "1100"));
        alerts.onEvent(new ConnectionChanged(NOON, true, "1102"));
        alerts.onEvent(new OrderEnded(NOON, new OrderEnd("A-1", OrderEnd.Kind.UNKNOWN, "no answer")));
        alerts.onEvent(new StateChanged(NOON, EngineState.RUNNING, EngineState.ERROR));

        assertThat(heard)
                .extracting(Alert::severity)
                .containsExactly(
                        Severity.CRITICAL,
                        Severity.INFO,
                        Severity.WARNING,
                        Severity.INFO,
                        Severity.WARNING,
                        Severity.CRITICAL);
        assertThat(heard.get(0).text()).isEqualTo("Trading is at HALT: 3 % lost");
        assertThat(heard.get(1).text()).isEqualTo("HALT was lifted by ann: looked at it");
    }

    @Test
    void books_that_differ_are_told_with_both_sides_and_nothing_is_told_of_books_that_agree() {
        alerts.onEvent(new Reconciled(NOON, List.of()));
        alerts.onEvent(new Reconciled(
                NOON,
                List.of(new Difference(Difference.Kind.POSITION, "AAPL", "10", "12", Difference.Action.BLOCKED))));

        assertThat(heard).singleElement().satisfies(alert -> {
            assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(alert.text())
                    .isEqualTo("The books differed from the broker's: POSITION AAPL, ours 10, theirs 12, BLOCKED");
        });
    }

    @Test
    void ordinary_events_and_ends_of_orders_are_not_told() {
        alerts.onEvent(new StateChanged(NOON, EngineState.READY, EngineState.RUNNING));
        alerts.onEvent(new OrderEnded(NOON, new OrderEnd("A-1", OrderEnd.Kind.CANCELLED, "asked for")));

        assertThat(heard).isEmpty();
    }

    @Test
    void a_change_of_health_is_told_with_its_reasons() {
        HealthReport report =
                HealthReport.of(NOON, List.of(new HealthFinding("disk", HealthStatus.UNHEALTHY, "3 MB are left")));

        alerts.onHealth(HealthStatus.HEALTHY, report);

        assertThat(heard).singleElement().satisfies(alert -> {
            assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(alert.text()).isEqualTo("Health went from HEALTHY to UNHEALTHY: disk: 3 MB are left");
        });
    }

    @Test
    void a_sink_that_fails_keeps_nothing_from_the_others_and_is_counted() {
        Alerts broken = Alerts.to(
                List.of(
                        alert -> {
                            throw new IOException("no route");
                        },
                        alert -> {
                            throw new IllegalStateException("worse");
                        },
                        heard::add),
                Duration.ZERO,
                Runnable::run);

        broken.onEvent(trouble(0));

        assertThat(heard).hasSize(1);
        assertThat(broken.undelivered()).isEqualTo(2);
    }

    @Test
    void no_more_subjects_are_remembered_than_promised() {
        for (int i = 0; i <= Alerts.MOST_SUBJECTS; i++) {
            alerts.raise(new Alert(NOON.plusMillis(i), Severity.INFO, "subject " + i, "text"));
        }
        heard.clear();

        alerts.raise(new Alert(NOON.plusSeconds(2), Severity.INFO, "subject 0", "forgotten, so told again"));
        alerts.raise(new Alert(NOON.plusSeconds(2), Severity.INFO, "subject 900", "remembered"));

        assertThat(heard).extracting(Alert::text).containsExactly("forgotten, so told again");
    }

    @Test
    void a_window_must_be_from_zero_to_a_day() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Alerts.to(List.of(), Duration.ofHours(25), Runnable::run))
                .withMessage("window must be from zero to one day, but was PT25H");
    }

    @Test
    void an_alert_has_a_subject() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Alert(NOON, Severity.INFO, " ", "text"))
                .withMessage("subject must not be blank, but was ' '");
    }

    private static TroubleNoted trouble(long seconds) {
        return new TroubleNoted(NOON.plusSeconds(seconds), "risk loop", "division failed");
    }
}
