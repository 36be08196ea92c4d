package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.journal.JournalEntry;
import io.robotrader.engine.journal.JournalException;
import io.robotrader.engine.journal.JournalStatus;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A journal that takes nothing while a test says so. */
final class FullDisk implements Journal {

    private final Journal journal;
    /** Once an entry is of this kind it is full. */
    volatile Predicate<EngineEvent> fillsUp = event -> false;

    volatile boolean full;
    final AtomicInteger refused = new AtomicInteger();

    FullDisk(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void append(EngineEvent event) {
        full |= fillsUp.test(event);
        if (full) {
            refused.incrementAndGet();
            throw new JournalException("no space left on device");
        }
        journal.append(event);
    }

    @Override
    public Optional<String> spill(List<EngineEvent> left) {
        return journal.spill(left);
    }

    @Override
    public JournalStatus status() {
        return journal.status();
    }

    @Override
    public long lastSequence() {
        return journal.lastSequence();
    }

    @Override
    public Stream<JournalEntry> entries(long after) {
        return journal.entries(after);
    }

    @Override
    public void close() {
        journal.close();
    }
}
