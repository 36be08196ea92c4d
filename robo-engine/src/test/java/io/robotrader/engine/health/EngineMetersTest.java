package io.robotrader.engine.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineMetersTest {

    @Test
    void prometheus_gets_the_engines_figures() {
        WatchedEngine engine = new WatchedEngine();
        HealthMonitor health = new HealthMonitor(
                () -> WatchedEngine.NOW, List.of(now -> new HealthFinding("x", HealthStatus.DEGRADED, "as told")));
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        EngineMeters meters = new EngineMeters(engine::view, health);

        meters.bindTo(registry);
        engine.halt("ann", "test");

        assertThat(registry.scrape().lines())
                .contains(
                        "robo_equity 101250.5",
                        "robo_pnl_daily 1250.5",
                        "robo_positions 2.0",
                        "robo_orders_working 1.0",
                        "robo_halted 1.0",
                        "robo_connected 1.0",
                        "robo_data_age 60.0",
                        "robo_fills_total 12.0",
                        "robo_orders_rejected_total 3.0",
                        "robo_health 1.0");
    }
}
