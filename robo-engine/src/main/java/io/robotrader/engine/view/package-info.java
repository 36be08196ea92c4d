/**
 * What whoever watches the engine sees of it, and the few things that he may ask of it.
 *
 * <p>Open {@link io.robotrader.engine.view.EngineView} first: one moment of the engine, whole and immutable.
 * {@link io.robotrader.engine.view.EngineControls} is where it comes from.
 */
@NullMarked
package io.robotrader.engine.view;

import org.jspecify.annotations.NullMarked;
