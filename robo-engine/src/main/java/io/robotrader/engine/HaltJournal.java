package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.journal.JournalEntry;
import io.robotrader.engine.journal.JournalException;
import io.robotrader.risk.halt.Halt;
import io.robotrader.risk.halt.HaltReset;
import io.robotrader.risk.halt.HaltStore;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The latch of the kill switch, kept in the journal like all else that must survive. */
final class HaltJournal implements HaltStore {

    private final Journal journal;
    private volatile BooleanSupplier isBehind = () -> false;
    private volatile @Nullable Consumer<EngineEvent> writer;
    private volatile @Nullable Halt told;

    HaltJournal(Journal journal) {
        this.journal = journal;
    }

    /**
     * From now on there is somebody who writes.
     *
     * @param newWriter writes an event
     * @param behind whether something waits to be written
     */
    void writeTo(Consumer<EngineEvent> newWriter, BooleanSupplier behind) {
        isBehind = behind;
        writer = newWriter;
    }

    @Override
    public Optional<Halt> load() {
        return journal.last(Set.of(Halted.class, HaltLifted.class))
                .map(JournalEntry::event)
                .filter(Halted.class::isInstance)
                .map(event -> ((Halted) event).halt());
    }

    /** A halt that waits to be written is not saved; it is told once, however often it is asked for. */
    @Override
    public void save(Halt halt) {
        if (!halt.equals(told)) {
            write(new Halted(halt.at(), halt));
            told = halt;
        }
        requireWritten("a restart would not know of the halt before the journal takes entries again");
    }

    /** A halt is lifted only when that is written. */
    @Override
    public void clear(HaltReset reset) {
        requireWritten("no halt is lifted while the journal takes no entries");
        write(new HaltLifted(reset.at(), reset));
        if (isBehind.getAsBoolean()) {
            // It stays in force, and must do so for the run that finds these two.
            write(new Halted(reset.lifted().at(), reset.lifted()));
            requireWritten("that the halt is lifted could not be written");
        }
        told = null;
    }

    private void requireWritten(String message) {
        if (isBehind.getAsBoolean()) {
            throw new JournalException(message);
        }
    }

    private void write(EngineEvent event) {
        Consumer<EngineEvent> to = writer;
        if (to == null) {
            throw new IllegalStateException("the engine was not started, and nothing is written before");
        }
        to.accept(event);
    }
}
