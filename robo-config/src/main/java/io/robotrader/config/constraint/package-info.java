/**
 * What a record component says about its setting besides the bounds of Jakarta Validation.
 *
 * <p>Open {@link io.robotrader.config.constraint.Default} first, the value of a setting that nobody gave, then {@link
 * io.robotrader.config.constraint.Description} and {@link io.robotrader.config.constraint.FixedAtStart}, on what a running
 * program cannot change. {@link io.robotrader.config.constraint.Symbols} and {@link
 * io.robotrader.config.constraint.Lasting} are bounds of our own; their validators are public for a validator of Jakarta
 * Validation to make, and nobody else needs them.
 */
@NullMarked
package io.robotrader.config.constraint;

import org.jspecify.annotations.NullMarked;
