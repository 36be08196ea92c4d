/**
 * What happens in the engine, as facts with their instants.
 *
 * <p>Open {@link io.robotrader.engine.event.EngineEvent} first: it lists them all. Listeners and the journal are told each
 * one, in order, and can only look on.
 */
@NullMarked
package io.robotrader.engine.event;

import org.jspecify.annotations.NullMarked;
