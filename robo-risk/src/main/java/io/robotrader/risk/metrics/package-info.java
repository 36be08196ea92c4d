/**
 * What a series of returns says: reward, risk, and losses that may come.
 *
 * <p>Open {@link io.robotrader.risk.metrics.ReturnMetrics} first. Each answer is an
 * {@link io.robotrader.risk.metrics.Estimate}: a number, or the reason why there is none. Losses, value at risk and
 * drawdowns are positive numbers.
 *
 * <p>{@link io.robotrader.risk.metrics.StreamingReturns} is the same for a series that grows,
 * {@link io.robotrader.risk.metrics.TailRisk} and {@link io.robotrader.risk.metrics.Drawdowns} look closer,
 * {@link io.robotrader.risk.metrics.BenchmarkMetrics} holds a series against another one,
 * {@link io.robotrader.risk.metrics.TradeStatistics} looks at trades, and
 * {@link io.robotrader.risk.metrics.VarBacktest} at whether a value at risk kept its word.
 */
@NullMarked
package io.robotrader.risk.metrics;

import org.jspecify.annotations.NullMarked;
