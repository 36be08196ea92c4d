package io.robotrader.engine.health;

/** How well something is; the later the worse. */
public enum HealthStatus {
    /** As it should be. */
    HEALTHY,
    /** It works, and somebody should look. */
    DEGRADED,
    /** It cannot be relied on: nothing that opens risk should be sent. */
    UNHEALTHY
}
