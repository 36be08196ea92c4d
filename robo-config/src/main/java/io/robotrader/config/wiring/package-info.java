/**
 * From settings to what they set: the only place that knows both sides.
 *
 * <p>Open {@link io.robotrader.config.wiring.Wiring} first, the one type here: it makes limits, sizers, stops, the policy of
 * the kill switch and correlation settings.
 */
@NullMarked
package io.robotrader.config.wiring;

import org.jspecify.annotations.NullMarked;
