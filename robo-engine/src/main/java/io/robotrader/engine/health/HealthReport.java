package io.robotrader.engine.health;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What all checks found. Immutable and thread-safe.
 *
 * @param at when, on the engine's clock
 * @param status the worst of the findings; {@link HealthStatus#UNHEALTHY} if there are none, as nothing was looked at
 * @param findings one a check
 */
public record HealthReport(Instant at, HealthStatus status, List<HealthFinding> findings) {

    /** Copies the list. */
    public HealthReport {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(status, "status");
        findings = List.copyOf(findings);
    }

    /**
     * {@return a report of findings}
     *
     * @param at when
     * @param findings one a check
     */
    public static HealthReport of(Instant at, List<HealthFinding> findings) {
        HealthStatus worst = findings.isEmpty() ? HealthStatus.UNHEALTHY : HealthStatus.HEALTHY;
        for (HealthFinding finding : findings) {
            worst = finding.status().compareTo(worst) > 0 ? finding.status() : worst;
        }
        return new HealthReport(at, worst, findings);
    }

    /** {@return what is not healthy, in words; {@code all checks passed} if nothing is} */
    public String reasons() {
        if (findings.isEmpty()) {
            return "nothing is checked";
        }
        String reasons = findings.stream()
                .filter(finding -> finding.status() != HealthStatus.HEALTHY)
                .map(finding -> finding.name() + ": " + finding.message())
                .collect(Collectors.joining("; "));
        return reasons.isEmpty() ? "all checks passed" : reasons;
    }
}
