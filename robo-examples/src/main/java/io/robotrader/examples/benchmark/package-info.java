/**
 * How fast it is, as ratios within one run. {@link io.robotrader.examples.benchmark.Bench} is the door, and runs all
 * benchmarks or one; {@link io.robotrader.examples.benchmark.Duel} tells how it is measured.
 */
@NullMarked
package io.robotrader.examples.benchmark;

import org.jspecify.annotations.NullMarked;
