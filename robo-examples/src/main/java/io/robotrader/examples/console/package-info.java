/**
 * What the commands share towards who called them. {@link io.robotrader.examples.console.Console} is what a person sees
 * while a run goes on: lines above a progress bar on a terminal, and plain lines into a file or pipe; {@link
 * io.robotrader.examples.console.Json} is what a program is answered.
 */
@NullMarked
package io.robotrader.examples.console;

import org.jspecify.annotations.NullMarked;
