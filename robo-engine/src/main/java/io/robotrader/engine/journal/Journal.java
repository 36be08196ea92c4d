package io.robotrader.engine.journal;

import io.robotrader.engine.event.EngineEvent;
import java.util.List;

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

    /**
     * {@return how many events were added, those of earlier runs included}
     *
     * <p>The ids of orders are made of it. A journal that survives a run must go on counting, or the next run gives its
     * orders the ids of the one before.
     */
    long lastSequence();

    /**
     * {@return what was added by earlier runs and by this one so far, in order; nothing for a journal that cannot be read back}
     *
     * <p>The engine brings itself to where it was by it when it starts. It may be looked through more than once, on one
     * thread, while nothing is added.
     */
    default Iterable<EngineEvent> past() {
        return List.of();
    }

    /** Writes what is not yet written and closes. Closing twice is once. */
    @Override
    void close();
}
