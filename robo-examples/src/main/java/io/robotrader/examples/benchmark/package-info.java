/**
 * How fast it is, as ratios within one run. {@link io.robotrader.examples.benchmark.RiskBench} and {@link
 * io.robotrader.examples.benchmark.CorrelationBench} are the doors; {@link
 * io.robotrader.examples.benchmark.Duel} tells how it is measured.
 */
@NullMarked
package io.robotrader.examples.benchmark;

import org.jspecify.annotations.NullMarked;
