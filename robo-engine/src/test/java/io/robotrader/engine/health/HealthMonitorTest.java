package io.robotrader.engine.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthMonitorTest {

    private static final Instant NOON = Instant.parse("2026-03-02T17:00:00Z");

    @Test
    void the_report_is_as_bad_as_its_worst_finding() {
        HealthMonitor monitor = new HealthMonitor(
                () -> NOON,
                List.of(
                        HealthChecks.holds("journal", () -> true, "it writes", "it does not write"),
                        HealthChecks.holds("connection", () -> false, "there", "the broker is not connected")));

        HealthReport report = monitor.report();

        assertThat(report.status()).isEqualTo(HealthStatus.UNHEALTHY);
        assertThat(report.reasons()).isEqualTo("connection: the broker is not connected");
        assertThat(report.findings())
                .containsExactly(
                        new HealthFinding("journal", HealthStatus.HEALTHY, "it writes"),
                        new HealthFinding("connection", HealthStatus.UNHEALTHY, "the broker is not connected"));
    }

    @Test
    void en_13_no_checks_are_not_health() {
        HealthReport report = new HealthMonitor(() -> NOON, List.of()).report();

        assertThat(report.status()).isEqualTo(HealthStatus.UNHEALTHY);
        assertThat(report.reasons()).isEqualTo("nothing is checked");
    }

    @Test
    void a_check_that_fails_is_not_health() {
        HealthCheck broken = now -> {
            throw new IllegalStateException("no such disk");
        };

        HealthReport report = new HealthMonitor(() -> NOON, List.of(broken)).report();

        assertThat(report.status()).isEqualTo(HealthStatus.UNHEALTHY);
        assertThat(report.reasons()).contains("the check itself failed", "no such disk");
    }

    @Test
    void listeners_hear_of_changes_only_and_one_that_fails_harms_nobody() {
        AtomicReference<HealthStatus> status = new AtomicReference<>(HealthStatus.HEALTHY);
        HealthMonitor monitor =
                new HealthMonitor(() -> NOON, List.of(now -> new HealthFinding("x", status.get(), "as told")));
        List<String> heard = new ArrayList<>();
        monitor.addListener((before, report) -> {
            throw new IllegalStateException("broken listener");
        });
        monitor.addListener((before, report) -> heard.add(before + " to " + report.status()));

        monitor.watch();
        status.set(HealthStatus.DEGRADED);
        monitor.watch();
        monitor.watch();
        status.set(HealthStatus.HEALTHY);
        monitor.report();
        monitor.watch();

        assertThat(heard).containsExactly("HEALTHY to DEGRADED", "DEGRADED to HEALTHY");
    }

    @ParameterizedTest
    @CsvSource({
        "9, true, HEALTHY",
        "10, true, DEGRADED",
        "29, true, DEGRADED",
        "30, true, UNHEALTHY",
        "90, false, HEALTHY"
    })
    void dt_4_market_data_ages_while_the_market_is_open(long age, boolean open, HealthStatus expected) {
        HealthCheck check = HealthChecks.marketData(
                () -> Optional.of(NOON.minusSeconds(age)), now -> open, Duration.ofSeconds(10), Duration.ofSeconds(30));

        assertThat(check.look(NOON).status()).isEqualTo(expected);
    }

    @Test
    void no_data_at_all_is_no_health_while_the_market_is_open() {
        HealthCheck check =
                HealthChecks.marketData(Optional::empty, now -> true, Duration.ofSeconds(10), Duration.ofSeconds(30));

        assertThat(check.look(NOON))
                .isEqualTo(new HealthFinding("market data", HealthStatus.DEGRADED, "none has come yet"));
    }

    @ParameterizedTest
    @CsvSource({"0, HEALTHY", "1, HEALTHY", "2, DEGRADED", "-2, DEGRADED", "5, UNHEALTHY", "-90, UNHEALTHY"})
    void a_clock_may_be_off_either_way(long skew, HealthStatus expected) {
        HealthCheck check = HealthChecks.clockSkew(
                () -> Optional.of(Duration.ofSeconds(skew)), Duration.ofSeconds(2), Duration.ofSeconds(5));

        assertThat(check.look(NOON).status()).isEqualTo(expected);
    }

    @Test
    void a_clock_that_was_not_asked_says_nothing() {
        HealthCheck check = HealthChecks.clockSkew(Optional::empty, Duration.ofSeconds(2), Duration.ofSeconds(5));

        assertThat(check.look(NOON).status()).isEqualTo(HealthStatus.HEALTHY);
    }

    @ParameterizedTest
    @CsvSource({"0.0, HEALTHY", "0.79, HEALTHY", "0.8, DEGRADED", "0.95, UNHEALTHY"})
    void a_full_heap_is_no_health(double used, HealthStatus expected) {
        assertThat(HealthChecks.heap(() -> used).look(NOON).status()).isEqualTo(expected);
    }

    @Test
    void the_heap_of_this_jvm_can_be_looked_at() {
        HealthFinding finding = HealthChecks.heap().look(NOON);

        assertThat(finding.message()).matches("\\d+ % used after a collection");
    }

    @ParameterizedTest
    @CsvSource({"100, HEALTHY", "99, DEGRADED", "50, DEGRADED", "49, UNHEALTHY"})
    void a_full_disk_is_no_health(long left, HealthStatus expected) {
        assertThat(HealthChecks.disk(Path.of("x"), 100, 50, path -> left)
                        .look(NOON)
                        .status())
                .isEqualTo(expected);
    }

    @Test
    void the_disk_of_a_file_can_be_looked_at_and_one_that_is_not_there_cannot(@TempDir Path folder) {
        assertThat(HealthChecks.disk(folder, 2, 1).look(NOON).status()).isEqualTo(HealthStatus.HEALTHY);

        HealthCheck missing = HealthChecks.disk(folder.resolve("missing"), 2, 1);
        assertThat(new HealthMonitor(() -> NOON, List.of(missing)).report().status())
                .isEqualTo(HealthStatus.UNHEALTHY);
    }

    @Test
    void a_cached_finding_counts_for_its_time() {
        AtomicInteger looks = new AtomicInteger();
        HealthCheck cached = HealthChecks.cached(
                now -> new HealthFinding("x", HealthStatus.HEALTHY, "look " + looks.incrementAndGet()),
                Duration.ofSeconds(10));

        assertThat(cached.look(NOON).message()).isEqualTo("look 1");
        assertThat(cached.look(NOON.plusSeconds(9)).message()).isEqualTo("look 1");
        assertThat(cached.look(NOON.plusSeconds(10)).message()).isEqualTo("look 2");
        assertThat(cached.look(NOON).message()).isEqualTo("look 3");
    }

    @Test
    void bounds_come_in_order() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HealthChecks.marketData(
                        Optional::empty, now -> true, Duration.ofSeconds(30), Duration.ofSeconds(30)))
                .withMessageStartingWith("degraded must be zero or more and below the other bound");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HealthChecks.disk(Path.of("x"), 50, 100))
                .withMessageStartingWith("unhealthy must be zero or more and below the other bound");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HealthChecks.cached(HealthChecks.heap(), Duration.ZERO))
                .withMessage("every must be positive, but was PT0S");
    }
}
