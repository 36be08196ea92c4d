/**
 * How the engine is, and who is told.
 *
 * <p>Open {@link io.robotrader.engine.health.HealthMonitor} first: it judges what the engine shows of itself. {@link
 * io.robotrader.engine.health.WatchServer} serves that, figures for Prometheus and a page on loopback, {@link
 * io.robotrader.engine.health.Alerts} brings what matters to a person, and {@link
 * io.robotrader.engine.health.EventLog} writes every event to the program's log. None of them runs unless asked to.
 */
@NullMarked
package io.robotrader.engine.health;

import org.jspecify.annotations.NullMarked;
