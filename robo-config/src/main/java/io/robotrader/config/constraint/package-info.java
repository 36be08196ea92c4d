/**
 * What a record component says about its setting besides the bounds of Jakarta Validation: its
 * {@link io.robotrader.config.constraint.Default}, its {@link io.robotrader.config.constraint.Description}, and whether a
 * running program can take another value.
 */
@NullMarked
package io.robotrader.config.constraint;

import org.jspecify.annotations.NullMarked;
