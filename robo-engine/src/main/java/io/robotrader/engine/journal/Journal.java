package io.robotrader.engine.journal;

import io.robotrader.engine.event.EngineEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
     * @throws JournalException if it could not be written. The engine then opens nothing, and hands the same event in
     *     again later, and those that came after it behind it, in order. What else is thrown ends the engine
     */
    void append(EngineEvent event);

    /**
     * Keeps elsewhere what could not be appended up to the end of the engine, which closes this next. This default has no
     * such place, and does nothing.
     *
     * @param left what was not appended, in order; the append of the first has failed
     * @return where it is, in words for a person; empty if it is not kept
     */
    default Optional<String> spill(List<EngineEvent> left) {
        return Optional.empty();
    }

    /**
     * {@return whether this takes entries, from what is known without a look at the disk; any thread may ask, at any time}
     *
     * <p>This default knows of no trouble.
     */
    default JournalStatus status() {
        return JournalStatus.WRITABLE;
    }

    /**
     * {@return how many events were added, those of earlier runs included}
     *
     * <p>The ids of orders are made of it. A journal that survives a run must go on counting, or the next run gives its
     * orders the ids of the one before.
     */
    long lastSequence();

    /**
     * Gives back what was written after some entry, in order. It is read as it is asked for, not all at once, and what is
     * appended meanwhile may come or not. Used on the thread that appends.
     *
     * <p>Without this a journal remembers nothing for the next run: an engine on it begins anew each time. That is what
     * this default does, which gives nothing.
     *
     * @param after the sequence of the entry before the first that is wanted; zero for all
     * @return the entries
     * @throws JournalException if they cannot be read, also later while they are read
     */
    default Stream<JournalEntry> entries(long after) {
        return Stream.empty();
    }

    /**
     * Gives back the entries of some kinds, otherwise as {@link #entries(long)}. A journal with an index need not look at
     * the others; this default does.
     *
     * @param after the sequence of the entry before the first that is wanted; zero for all
     * @param kinds the types of events that are wanted
     * @return the entries
     * @throws JournalException if they cannot be read, also later while they are read
     */
    default Stream<JournalEntry> entries(long after, Set<Class<? extends EngineEvent>> kinds) {
        Set<String> names = Set.copyOf(EntryFormat.names(kinds));
        return entries(after).filter(entry -> names.contains(entry.kind()));
    }

    /**
     * {@return the newest entry of some kinds; empty if there is none}
     *
     * @param kinds the types of events that are looked for
     * @throws JournalException if it cannot be read
     */
    default Optional<JournalEntry> last(Set<Class<? extends EngineEvent>> kinds) {
        return entries(0, kinds).reduce((before, next) -> next);
    }

    /**
     * {@return every event that was ever written, in order; read as it is asked for}
     *
     * @throws JournalException if an entry cannot be read, also later while they are read
     */
    default Stream<EngineEvent> past() {
        return entries(0).map(JournalEntry::event);
    }

    /** Writes what is not yet written and closes. Closing twice is once. */
    @Override
    void close();
}
