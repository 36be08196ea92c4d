package io.robotrader.engine.journal;

import io.robotrader.engine.event.EngineEvent;

/**
 * Remembers what happened, in order, for good. The engine writes from one thread.
 *
 * <p>The engine appends an event before it acts on it: an order leaves only after its decision is in the journal.
 */
public interface Journal extends AutoCloseable {

    /**
     * Adds an event at the end.
     *
     * @param event what happened
     * @throws JournalException if it could not be written; the engine then stops
     */
    void append(EngineEvent event);

    /** Writes what is not yet written and closes. Closing twice is once. */
    @Override
    void close();
}
