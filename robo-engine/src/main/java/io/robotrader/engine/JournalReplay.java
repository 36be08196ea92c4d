package io.robotrader.engine;

import io.robotrader.config.ConfigLoader;
import io.robotrader.config.RoboConfig;
import io.robotrader.config.wiring.Wiring;
import io.robotrader.engine.event.EngineEvent.RunBegan;
import io.robotrader.engine.journal.Journal;
import io.robotrader.engine.journal.JournalEntry;
import io.robotrader.risk.RiskPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Does a recorded run again and holds every signal, size, decision, request to cancel, halt and booking against the journal.
 *
 * <p>A fresh engine recovers from what was in the journal before the run, and is handed the bars, the broker's reports and
 * what people asked for in the order of the record. Nothing is sent to anybody and nothing is written. What is compared is
 * all that an event tells but the instant at which it happened. The settings are those that the run began with; what was set
 * on the engine's builder beside them, its own strategy included, is not in the journal and has to be {@linkplain #engine
 * handed in} again.
 *
 * <p>The journal does not tell whether the broker answered within a call of the engine, as one that simulates does, or later.
 * Both are tried, and the run is the same if it is the same in one of them. Nor does it tell when a supervised loop made a
 * round that found nothing: of a run that went by a machine's clock, a round is made where the record shows what it found, and
 * a figure that hangs on the time between two entries, such as the age of a price, may differ in its last digits.
 *
 * <p>Not thread-safe; the journal must not be closed, nor written to, meanwhile.
 */
public final class JournalReplay {

    private static final String PAPER_PORT = "4002";

    private final Journal journal;
    private UnaryOperator<TradingEngineBuilder> setUp = builder -> builder;
    private @Nullable RoboConfig config;

    private JournalReplay(Journal journal) {
        this.journal = journal;
    }

    /**
     * {@return a replay of the runs in a journal}
     *
     * @param journal an open journal that gives back what was written; it is left open
     */
    public static JournalReplay of(Journal journal) {
        return new JournalReplay(journal);
    }

    /**
     * Sets what the engine had beside its settings, such as a strategy of its own or a time-out of orders.
     *
     * @param newSetUp called once or more for each run that is replayed, with a builder that has the settings, and has to give
     *     a strategy of its own to each; clock, feed, broker and journal that it sets are not used
     * @return this replay
     */
    public JournalReplay engine(UnaryOperator<TradingEngineBuilder> newSetUp) {
        setUp = newSetUp;
        return this;
    }

    /**
     * Sets other settings than those that a run began with, to see at which entry they first come to something else.
     *
     * @param newConfig valid settings
     * @return this replay
     */
    public JournalReplay config(RoboConfig newConfig) {
        config = newConfig.validated();
        return this;
    }

    /**
     * {@return the numbers of the entries at which runs began, in order}
     *
     * @throws io.robotrader.engine.journal.JournalException if the journal cannot be read
     */
    public List<Long> runs() {
        try (Stream<JournalEntry> began = journal.entries(0, Set.of(RunBegan.class))) {
            return began.map(JournalEntry::sequence).toList();
        }
    }

    /**
     * Replays all runs, each from what the journal held before it.
     *
     * @return a result for each, in order
     * @throws InterruptedException if the calling thread was interrupted while an engine worked
     * @throws io.robotrader.engine.journal.JournalException if the journal cannot be read
     * @throws IllegalArgumentException if the settings of a run are not valid for this version
     */
    public List<ReplayResult> all() throws InterruptedException {
        List<ReplayResult> results = new ArrayList<>();
        for (long began : runs()) {
            results.add(run(began));
        }
        return List.copyOf(results);
    }

    /**
     * Replays one run.
     *
     * @param began the number of the entry at which it began
     * @return what came of it
     * @throws InterruptedException if the calling thread was interrupted while the engine worked
     * @throws io.robotrader.engine.journal.JournalException if the journal cannot be read
     * @throws IllegalArgumentException if no run began there, or its settings are not valid for this version
     */
    public ReplayResult run(long began) throws InterruptedException {
        RecordedRun run = RecordedRun.read(journal, began);
        ReplayResult within = pass(run, true);
        if (within.isSame()) {
            return within;
        }
        ReplayResult later = pass(run, false);
        return later.isSame() || later.last() > within.last() ? later : within;
    }

    private ReplayResult pass(RecordedRun run, boolean inCalls) throws InterruptedException {
        return new ReplayedRun(
                        run, new ReplayJournal(journal, run), new ReplayTies(run, inCalls), builder(run.settings))
                .compare();
    }

    /**
     * Puts each order of the journal before a gate with other limits, and tells where it says something else than was
     * decided.
     *
     * <p>The account, the working orders and the halts are those of the record at that entry: each order is judged by
     * itself, and what follows from one that is blocked, or passed, does not follow here. What the record approved is held
     * against the other limits too, as it was traded.
     *
     * @param policy the other limits and rules
     * @return the orders on which the two disagree
     * @throws io.robotrader.engine.journal.JournalException if the journal cannot be read
     * @throws IllegalArgumentException if the settings of a run are not valid for this version
     */
    public PolicyComparison under(RiskPolicy policy) {
        return new OtherPolicy(journal, this::builder, policy).compare();
    }

    /**
     * As {@link #under(RiskPolicy)}, with the limits of other settings.
     *
     * @param other valid settings, of which the limits are used and nothing else
     * @return the orders on which the two disagree
     * @throws io.robotrader.engine.journal.JournalException if the journal cannot be read
     * @throws IllegalArgumentException if the settings of a run are not valid for this version
     */
    public PolicyComparison under(RoboConfig other) {
        return under(RiskPolicy.of(Wiring.limits(other.validated())));
    }

    private TradingEngineBuilder builder(String settings) {
        RoboConfig used = config == null
                ? ConfigLoader.create()
                        .text("settings.json", settings)
                        // Nothing is sent, whatever the run was for, so no key to real money is asked for.
                        .set("execution.mode", "paper")
                        .set("ibkr.port", PAPER_PORT)
                        .load()
                        .config()
                : config;
        return setUp.apply(TradingEngine.builder().config(used));
    }
}
