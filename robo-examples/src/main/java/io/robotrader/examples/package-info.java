/** Runnable examples. */
@NullMarked
package io.robotrader.examples;

import org.jspecify.annotations.NullMarked;
