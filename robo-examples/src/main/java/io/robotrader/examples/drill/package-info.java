/**
 * A halt, tried out: {@link io.robotrader.examples.drill.Drill} is the command, {@link
 * io.robotrader.examples.drill.DrillRun} does it.
 */
@NullMarked
package io.robotrader.examples.drill;

import org.jspecify.annotations.NullMarked;
