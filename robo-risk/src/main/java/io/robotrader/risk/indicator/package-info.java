/**
 * Indicators that sizing and stops need, one bar at a time and in constant time a bar.
 *
 * <p>Open {@link io.robotrader.risk.indicator.WilderAtr} first, the average true range; there is no other.
 */
@NullMarked
package io.robotrader.risk.indicator;

import org.jspecify.annotations.NullMarked;
