/**
 * How alike do prices move? Rolling correlations that say what they do not know.
 *
 * <p>Open {@link io.robotrader.correlation.CorrelationTracker} first: it takes prices, one by one, bar by bar or as whole
 * histories, and keeps what the look-back needs. Ask it for a {@link io.robotrader.correlation.CorrelationMatrix}, an
 * immutable picture of one moment, and ask that about two symbols or about the
 * {@link io.robotrader.correlation.CorrelatedPair pairs} that move most alike. How far back to look and how little is too
 * little is said in {@link io.robotrader.correlation.CorrelationSettings}. For whole tables of
 * returns there is {@link io.robotrader.correlation.CorrelationBatch}, and for prices that are shared out to several
 * machines {@link io.robotrader.correlation.CorrelationMoments}.
 *
 * <pre>{@code
 * CorrelationTracker tracker = new CorrelationTracker(CorrelationSettings.defaults());
 * tracker.addSeries("AAPL", applePrices);
 * tracker.addSeries("MSFT", microsoftPrices);
 * CorrelationMatrix matrix = tracker.snapshot();
 * OptionalDouble alike = matrix.between("AAPL", "MSFT");
 * }</pre>
 *
 * <p>A tracker's numbers: Pearson's coefficient of simple returns, price / previous price - 1. Two returns are compared only if
 * they end at the same time and began at the same time. Too few of those, or one side that did not move, is unknown:
 * empty or NaN, never 0.
 *
 * <p>More of the same prices: {@link io.robotrader.correlation.AlignedReturns} go into a
 * {@link io.robotrader.correlation.CorrelationEstimator} (ranks, fading weights,
 * {@link io.robotrader.correlation.LedoitWolf shrinkage}). More of a matrix:
 * {@link io.robotrader.correlation.SectorCorrelations}, {@link io.robotrader.correlation.PortfolioRisk},
 * {@link io.robotrader.correlation.ClusterTree}, {@link io.robotrader.correlation.CorrelationBreaks}; and as a file
 * {@link io.robotrader.correlation.CorrelationCsv} or {@link io.robotrader.correlation.CorrelationJson}.
 *
 * <p>Nothing here reads a clock, starts a thread or writes a log.
 */
@NullMarked
package io.robotrader.correlation;

import org.jspecify.annotations.NullMarked;
