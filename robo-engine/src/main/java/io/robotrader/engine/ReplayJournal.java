package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.journal.JournalEntry;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a replay: its past is what was written before the run, and what is appended is held against what was
 * written then. Keeps nothing. Thread-safe.
 */
final class ReplayJournal implements Journal {

    private final Journal record;
    private final RecordedRun run;
    private final Map<String, Long> compared = new TreeMap<>();
    private int next;
    private long last;
    private boolean over;
    private @Nullable ReplayDifference difference;

    ReplayJournal(Journal record, RecordedRun run) {
        this.record = record;
        this.run = run;
        last = run.began - 1;
    }

    @Override
    public synchronized void append(EngineEvent event) {
        if (over || Told.isAside(event)) {
            return;
        }
        EngineEvent recorded = run.event(next);
        if (Told.isSame(recorded, event)) {
            compared.merge(recorded.getClass().getSimpleName(), 1L, Long::sum);
            last = run.sequence(next);
            goOn();
        } else {
            end(new ReplayDifference(run.sequence(next), recorded, Optional.of(event)));
        }
    }

    private void goOn() {
        do {
            next++;
        } while (next < run.size() && Told.isAside(run.event(next)));
        over = next == run.size();
    }

    private void end(@Nullable ReplayDifference found) {
        difference = found;
        over = true;
    }

    /** The engine has come to its end, or waits for something, and the record goes on. */
    synchronized void missNext() {
        if (!over) {
            end(new ReplayDifference(run.sequence(next), run.event(next), Optional.empty()));
        }
    }

    /** Nothing is compared any more. */
    synchronized void stopComparing() {
        over = true;
    }

    synchronized boolean isOver() {
        return over;
    }

    /** The index of the entry that is to come. */
    synchronized int next() {
        return next;
    }

    synchronized ReplayResult result() {
        return new ReplayResult(
                run.began,
                last,
                compared,
                Optional.ofNullable(difference),
                difference == null ? Optional.ofNullable(run.cut) : Optional.empty());
    }

    /** Orders are named by the number of their entry, so it is that of the record. */
    @Override
    public synchronized long lastSequence() {
        return run.sequence(Math.min(next, run.size() - 1)) - 1;
    }

    @Override
    public Stream<JournalEntry> entries(long after) {
        return record.entries(after).takeWhile(entry -> entry.sequence() < run.began);
    }

    @Override
    public void close() {}
}
