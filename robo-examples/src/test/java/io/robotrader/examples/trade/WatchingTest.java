package io.robotrader.examples.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.health.AlertSink;
import io.robotrader.engine.health.Alerts;
import io.robotrader.risk.halt.Halt;
import io.robotrader.risk.halt.HaltLevel;
import io.robotrader.risk.halt.HaltTrigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an engine says of itself while somebody looks on. */
class WatchingTest {

    private static final Instant NOW = Instant.parse("2024-03-04T15:00:00Z");

    @Test
    void a_trouble_that_the_engine_has_logged_is_not_told_by_an_alert_in_the_same_log() {
        List<String> told = new ArrayList<>();
        AlertSink log = Watching.untold(alert -> told.add(alert.subject()));
        Alerts alerts = Alerts.to(List.of(log), Duration.ofMinutes(5), Runnable::run);

        alerts.onEvent(new TroubleNoted(NOW, "market data", "AAPL GAP: 2 missing"));
        alerts.onEvent(new Halted(NOW, new Halt(HaltLevel.HALT, HaltTrigger.PERSON, "me: walk", NOW, false)));

        assertThat(told).containsExactly("halt PERSON");
    }
}
