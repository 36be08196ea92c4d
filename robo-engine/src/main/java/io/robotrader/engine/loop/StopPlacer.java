package io.robotrader.engine.loop;

import io.robotrader.risk.account.Side;
import io.robotrader.risk.stop.Stop;

/** Says where the stop of a new position is. */
@FunctionalInterface
public interface StopPlacer {

    /**
     * {@return the stop of a position}
     *
     * @param opened the side that opened it
     * @param entry what was paid or received per share, positive
     */
    Stop place(Side opened, double entry);
}
