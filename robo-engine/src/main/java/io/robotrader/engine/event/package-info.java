/**
 * What happens in the engine, as facts with their instants.
 *
 * <p>{@link io.robotrader.engine.event.EngineEvent} lists them all; listeners and the journal are told each one, in
 * order, and can only look on.
 */
@NullMarked
package io.robotrader.engine.event;

import org.jspecify.annotations.NullMarked;
