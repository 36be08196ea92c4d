/**
 * The kill switch: stops the opening of risk, and remembers that it did.
 *
 * <p>Open {@link io.robotrader.risk.halt.KillSwitch} first. It stands at a {@link io.robotrader.risk.halt.HaltLevel}
 * that rises when a {@link io.robotrader.risk.halt.HaltTrigger} fires, by as much as the
 * {@link io.robotrader.risk.halt.HaltPolicy} says, and comes down when a person says who they are and why. A
 * {@link io.robotrader.risk.halt.HaltStore} makes it outlive the process; a
 * {@link io.robotrader.risk.halt.HaltListener} is told, and acts.
 */
@NullMarked
package io.robotrader.risk.halt;

import org.jspecify.annotations.NullMarked;
