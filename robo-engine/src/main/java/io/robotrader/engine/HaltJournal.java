package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.journal.JournalEntry;
import io.robotrader.risk.halt.Halt;
import io.robotrader.risk.halt.HaltReset;
import io.robotrader.risk.halt.HaltStore;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The latch of the kill switch, kept in the journal like all else that must survive. */
final class HaltJournal implements HaltStore {

    private final Journal journal;
    private volatile @Nullable Consumer<EngineEvent> writer;

    HaltJournal(Journal journal) {
        this.journal = journal;
    }

    /** From now on there is somebody who writes. */
    void writeTo(Consumer<EngineEvent> newWriter) {
        writer = newWriter;
    }

    @Override
    public Optional<Halt> load() {
        return journal.last(Set.of(Halted.class, HaltLifted.class))
                .map(JournalEntry::event)
                .filter(Halted.class::isInstance)
                .map(event -> ((Halted) event).halt());
    }

    @Override
    public void save(Halt halt) {
        write(new Halted(halt.at(), halt));
    }

    @Override
    public void clear(HaltReset reset) {
        write(new HaltLifted(reset.at(), reset));
    }

    private void write(EngineEvent event) {
        Consumer<EngineEvent> to = writer;
        if (to == null) {
            throw new IllegalStateException("the engine was not started, and nothing is written before");
        }
        to.accept(event);
    }
}
