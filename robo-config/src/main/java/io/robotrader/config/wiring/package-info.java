/**
 * From settings to what they set: the only place that knows both sides.
 *
 * <p>{@link io.robotrader.config.wiring.Wiring} makes limits, sizers and correlation settings.
 */
@NullMarked
package io.robotrader.config.wiring;

import org.jspecify.annotations.NullMarked;
