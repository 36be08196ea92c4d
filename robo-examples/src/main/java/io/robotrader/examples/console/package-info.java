/**
 * What a person sees while a run goes on: {@link io.robotrader.examples.console.Console} prints lines above a progress
 * bar on a terminal, and plain lines into a file or pipe.
 */
@NullMarked
package io.robotrader.examples.console;

import org.jspecify.annotations.NullMarked;
