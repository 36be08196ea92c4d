/**
 * Portfolio heat: what is lost if every protective stop is hit.
 *
 * <p>{@link io.robotrader.risk.heat.StopDistance} says how much one share loses until its stop, and what to assume where
 * there is no stop.
 */
@NullMarked
package io.robotrader.risk.heat;

import org.jspecify.annotations.NullMarked;
