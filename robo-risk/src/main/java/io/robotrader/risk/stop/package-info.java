/**
 * Stops: the price at which a position is given up.
 *
 * <p>Open {@link io.robotrader.risk.stop.Stop} first: a protective or a trailing stop of a long or a short position, as
 * a value that each price or bar turns into the next. {@link io.robotrader.risk.stop.StopRules} says how far away it is,
 * and {@link io.robotrader.risk.stop.StopGap} finds the positions of an account that no stop protects.
 */
@NullMarked
package io.robotrader.risk.stop;

import org.jspecify.annotations.NullMarked;
