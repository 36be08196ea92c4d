/** A recorded run done again: {@link io.robotrader.examples.replay.Replay} is the command. */
@NullMarked
package io.robotrader.examples.replay;

import org.jspecify.annotations.NullMarked;
