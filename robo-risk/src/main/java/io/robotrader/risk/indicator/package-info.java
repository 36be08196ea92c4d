/**
 * Indicators that sizing and stops need, one bar at a time and in constant time a bar.
 *
 * <p>{@link io.robotrader.risk.indicator.WilderAtr} is the average true range.
 */
@NullMarked
package io.robotrader.risk.indicator;

import org.jspecify.annotations.NullMarked;
