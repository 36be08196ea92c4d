package io.robotrader.examples.replay;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.JournalReplay;
import io.robotrader.engine.PolicyComparison;
import io.robotrader.engine.ReplayResult;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.examples.console.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of the runs in one journal.
 *
 * @param name the journal, as a person knows it
 * @param runs at least one, in order
 * @param comparison what other limits would have said; empty if they were not asked for
 */
record ReplayedJournal(String name, List<Run> runs, Optional<PolicyComparison> comparison) {

    ReplayedJournal {
        runs = List.copyOf(runs);
    }

    /**
     * One run.
     *
     * @param setUp the set-up in which the replay went farthest
     * @param result what came of it there
     */
    record Run(SetUp setUp, ReplayResult result) {

        long same() {
            return result.compared().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    static ReplayedJournal of(String name, JdbcJournal journal, @Nullable RoboConfig other)
            throws InterruptedException {
        List<Run> runs = new ArrayList<>();
        for (long began : JournalReplay.of(journal).runs()) {
            runs.add(replay(journal, began));
        }
        if (runs.isEmpty()) {
            throw new BadInputException("the journal " + name + " holds no run");
        }
        if (other == null) {
            return new ReplayedJournal(name, runs, Optional.empty());
        }
        // The account is seen as the last run saw it.
        SetUp last = runs.get(runs.size() - 1).setUp();
        return new ReplayedJournal(
                name,
                runs,
                Optional.of(JournalReplay.of(journal).engine(last::on).under(other)));
    }

    /** The set-up is not in the journal: the run is the same if it is the same in one of those that there are. */
    private static Run replay(JdbcJournal journal, long began) throws InterruptedException {
        Run best = null;
        for (SetUp setUp : SetUp.values()) {
            Run run = new Run(setUp, JournalReplay.of(journal).engine(setUp::on).run(began));
            if (run.result().isSame()) {
                return run;
            }
            if (best == null || run.result().last() > best.result().last()) {
                best = run;
            }
        }
        if (best == null) {
            throw new IllegalStateException("there must be a set-up, but was none");
        }
        return best;
    }

    boolean isSame() {
        return runs.stream().allMatch(run -> run.result().isSame());
    }

    /** Whether the other limits, if there are any, would have said the same of every order. */
    boolean isAgreed() {
        return comparison
                .map(it -> it.blocked().isEmpty() && it.passed().isEmpty())
                .orElse(true);
    }
}
