package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.RunBegan;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.journal.JournalException;
import io.robotrader.engine.loop.EngineClock;
import io.robotrader.engine.loop.EngineInput;
import io.robotrader.engine.view.HoldReason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal of an engine that lives on while its journal takes nothing: what happens meanwhile is kept in order, tried
 * again and again, and written when it can be. As long as something waits the engine is held. When too much waits it is
 * told to stop; what cannot be written at the end is spilled. Used by the engine's one writing thread, but for {@link
 * #isBehind}.
 */
final class Backlog implements AutoCloseable {

    /** So many events wait at most before the engine stops. */
    static final int ROOM = 10_000;

    static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(TradingEngine.class);

    private final Journal journal;
    private final EngineClock clock;
    private final Consumer<EngineInput> loop;
    private final Duration stopDeadline;
    private final Deque<EngineEvent> waiting = new ArrayDeque<>();
    private Duration wait = FIRST_WAIT;
    private long written;
    private long run;
    private boolean patient;
    private volatile boolean behind;

    Backlog(Journal journal, EngineClock clock, Consumer<EngineInput> loop, Duration stopDeadline) {
        this.journal = journal;
        this.clock = clock;
        this.loop = loop;
        this.stopDeadline = stopDeadline;
    }

    /** What was written in earlier runs; to be closed. */
    Stream<EngineEvent> past() {
        return journal.past();
    }

    /** From now on an entry that cannot be written waits; before, it is thrown, so that nothing starts without a journal. */
    void bePatient() {
        patient = true;
    }

    /** Whether something waits to be written. Any thread may ask. */
    boolean isBehind() {
        return behind;
    }

    void append(EngineEvent event) {
        if (behind) {
            add(event);
            return;
        }
        long before = journal.lastSequence();
        try {
            journal.append(event);
        } catch (JournalException broken) {
            if (!patient) {
                throw broken;
            }
            written = before;
            behind = true;
            add(event);
            LOG.error("The journal takes nothing: what happens is kept and tried again", broken);
            tryLater(broken);
            return;
        }
        if (event instanceof RunBegan) {
            run = journal.lastSequence();
        }
    }

    private void add(EngineEvent event) {
        waiting.add(event);
        if (waiting.size() == ROOM) {
            LOG.error("{} events wait for a journal that takes nothing: the engine stops", ROOM);
            loop.accept(new EngineInput.StopRequested(stopDeadline));
        }
    }

    /** The number of the last event, as it is, or will be if all goes well. */
    long lastSequence() {
        return behind ? written + waiting.size() : journal.lastSequence();
    }

    /**
     * What the next order's id is to end in: the number of the next event. Should that never be written, a later run
     * gives the number again, so the number of this run, which is written, is added while something waits.
     */
    String nextNumber() {
        return (lastSequence() + 1) + (behind ? "r" + run : "");
    }

    private void tryLater(JournalException broken) {
        loop.accept(new EngineInput.HoldAsked(HoldReason.JOURNAL, String.valueOf(broken.getMessage())));
        clock.schedule(wait, () -> loop.accept(new EngineInput.Errand(this::tryAgain, () -> {})));
    }

    private void tryAgain() {
        int before = waiting.size();
        JournalException broken = write();
        if (broken == null) {
            wait = FIRST_WAIT;
            LOG.warn("The journal takes entries again: {} that waited are written", before);
            loop.accept(new EngineInput.ReleaseAsked(HoldReason.JOURNAL));
        } else {
            Duration longer = wait.multipliedBy(2);
            wait = longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
            tryLater(broken);
        }
    }

    /** Writes what waits, in order, as far as that goes; returns what it failed on. */
    private @Nullable JournalException write() {
        for (EngineEvent next = waiting.peek(); next != null; next = waiting.peek()) {
            try {
                journal.append(next);
            } catch (JournalException broken) {
                return broken;
            }
            waiting.remove();
            written++;
        }
        behind = false;
        return null;
    }

    /**
     * Writes, or else spills, what waits, and closes the journal.
     *
     * @throws JournalException if something could not be written; it tells what became of it
     */
    @Override
    public void close() {
        JournalException broken = behind ? write() : null;
        if (broken == null) {
            journal.close();
            return;
        }
        JournalException lacking = new JournalException(
                "the journal lacks the last " + waiting.size() + " events, which "
                        + spill().map(where -> "are in " + where).orElse("are in the log alone"),
                broken);
        try {
            journal.close();
        } catch (RuntimeException trouble) {
            lacking.addSuppressed(trouble);
        }
        throw lacking;
    }

    private Optional<String> spill() {
        List<EngineEvent> left = List.copyOf(waiting);
        Optional<String> where = Optional.empty();
        try {
            where = journal.spill(left);
        } catch (RuntimeException trouble) {
            LOG.error("What the journal lacks could not be kept elsewhere either", trouble);
        }
        if (where.isEmpty()) {
            left.forEach(event -> LOG.error("This is not in the journal: {}", event));
        }
        return where;
    }
}
