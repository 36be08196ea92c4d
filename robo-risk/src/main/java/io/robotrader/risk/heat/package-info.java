/**
 * Portfolio heat: what is lost if every protective stop is hit.
 *
 * <p>Open {@link io.robotrader.risk.heat.PortfolioHeat} first: the report over a whole account, plain and
 * correlation-adjusted, with a {@link io.robotrader.risk.heat.HeatContribution} of each position and working order.
 * {@link io.robotrader.risk.heat.StopDistance} says how much one share loses until its stop, and what to assume where
 * there is no stop.
 */
@NullMarked
package io.robotrader.risk.heat;

import org.jspecify.annotations.NullMarked;
