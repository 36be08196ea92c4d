/**
 * What a series of returns says: reward, risk, and losses that may come.
 *
 * <p>Open {@link io.robotrader.risk.metrics.ReturnMetrics} first. Each answer is an
 * {@link io.robotrader.risk.metrics.Estimate}: a number, or the reason why there is none. Losses, value at risk and
 * drawdowns are positive numbers.
 */
@NullMarked
package io.robotrader.risk.metrics;

import org.jspecify.annotations.NullMarked;
