/**
 * Where the parts of the engine have their time from.
 *
 * <p>Open {@link io.robotrader.engine.time.EngineTimer} first: what time it is, how much of it has passed, and being
 * called later. {@link io.robotrader.engine.time.RealTimer} is the machine's; {@link io.robotrader.engine.VirtualClock},
 * which is told the time, is another.
 */
@NullMarked
package io.robotrader.engine.time;

import org.jspecify.annotations.NullMarked;
