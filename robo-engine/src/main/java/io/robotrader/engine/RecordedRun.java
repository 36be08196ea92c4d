package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.PositionAdopted;
import io.robotrader.engine.event.EngineEvent.Reconciled;
import io.robotrader.engine.event.EngineEvent.RunBegan;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.journal.JournalEntry;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.view.HoldReason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The entries of one run, as far as they can be replayed. */
final class RecordedRun {

    final long began;
    final String settings;
    /** Whether its clock followed its bars: by a machine's clock no bar comes at its own time, to the nanosecond. */
    final boolean virtual;

    final @Nullable String cut;
    private final List<JournalEntry> entries;
    private final List<EngineEvent> events;

    private RecordedRun(List<JournalEntry> entries, List<EngineEvent> events, @Nullable String cut) {
        this.entries = entries;
        this.events = events;
        this.cut = cut;
        began = entries.get(0).sequence();
        settings = ((RunBegan) events.get(0)).settings();
        virtual = events.stream()
                .anyMatch(it -> it instanceof BarTaken taken
                        && taken.at().equals(taken.bar().time()));
    }

    static RecordedRun read(Journal journal, long began) {
        List<JournalEntry> entries = new ArrayList<>();
        List<EngineEvent> events = new ArrayList<>();
        String cut = null;
        boolean isOver = false;
        boolean isFollowed = false;
        try (Stream<JournalEntry> all = journal.entries(began - 1)) {
            Iterator<JournalEntry> rest = all.iterator();
            while (rest.hasNext() && !isOver && cut == null) {
                JournalEntry entry = rest.next();
                EngineEvent event = entry.event();
                if (event instanceof RunBegan && !entries.isEmpty()) {
                    isFollowed = true;
                    break;
                }
                cut = whyNotBeyond(entry.sequence(), event);
                if (cut == null) {
                    entries.add(entry);
                    events.add(event);
                }
                isOver = event instanceof StateChanged change && change.to() == EngineState.STOPPED;
            }
        }
        if (entries.isEmpty() || !(events.get(0) instanceof RunBegan)) {
            throw new IllegalArgumentException(
                    "began must be the number of an entry at which a run began, but was " + began);
        }
        if (isFollowed) {
            // What the next run found lost is written before it begins.
            while (events.get(events.size() - 1) instanceof OrderEnded ended
                    && ended.end().kind() == OrderEnd.Kind.UNKNOWN) {
                entries.remove(entries.size() - 1);
                events.remove(events.size() - 1);
            }
        }
        return new RecordedRun(entries, events, cut);
    }

    private static @Nullable String whyNotBeyond(long sequence, EngineEvent event) {
        if (event instanceof StateChanged change && change.to() == EngineState.ERROR) {
            return "the run failed at entry " + sequence + ", and the journal does not tell of what";
        }
        if (event instanceof HoldChanged hold && hold.reason().equals(HoldReason.JOURNAL.name()) && hold.placed()) {
            return "the journal was in trouble at entry " + sequence + ", which is not replayed";
        }
        boolean isAdopted = event instanceof PositionAdopted
                || event instanceof CashAdopted
                || (event instanceof Reconciled reconciled
                        && !reconciled.differences().isEmpty());
        return isAdopted
                ? "the books were held against the broker's at entry " + sequence + ", which is not replayed"
                : null;
    }

    /** The bars of before that it learned from before it was ready. */
    List<Bar> history() {
        return events.stream()
                .takeWhile(it -> !(it instanceof StateChanged))
                .filter(BarTaken.class::isInstance)
                .map(it -> ((BarTaken) it).bar())
                .toList();
    }

    int size() {
        return entries.size();
    }

    long sequence(int index) {
        return entries.get(index).sequence();
    }

    EngineEvent event(int index) {
        return events.get(index);
    }
}
