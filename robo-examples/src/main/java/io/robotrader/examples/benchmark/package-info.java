/**
 * How fast it is, as ratios within one run. {@link io.robotrader.examples.benchmark.RiskBench} is the door; {@link
 * io.robotrader.examples.benchmark.Duel} tells how it is measured.
 */
@NullMarked
package io.robotrader.examples.benchmark;

import org.jspecify.annotations.NullMarked;
