package io.robotrader.engine.loop;

import io.robotrader.engine.time.EngineTimer;
import java.time.Instant;

/** What time it is for the engine, and the news that a bar brings about it. */
public interface EngineClock extends EngineTimer {

    /**
     * {@return whether a bar of that time can be over by now; a clock that follows the bars takes them at their word}
     *
     * @param time a bar's time
     */
    boolean hasReached(Instant time);

    /** {@return whether time is that of the bars, however old they are} */
    boolean followsBars();

    /**
     * The market has got this far. A clock that goes by itself does not mind.
     *
     * @param time a bar's time
     */
    void advanceTo(Instant time);
}
