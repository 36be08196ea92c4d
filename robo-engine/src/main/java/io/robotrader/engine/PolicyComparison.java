package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.risk.RiskDecision;
import java.util.List;
import java.util.Objects;

/**
 * What another policy would have said of the orders of a journal, each by itself. Immutable and thread-safe.
 *
 * @param judged how many orders were put before it
 * @param blocked the orders that were approved, and that it refuses
 * @param passed the orders that were refused, and that it approves
 */
public record PolicyComparison(long judged, List<Judged> blocked, List<Judged> passed) {

    /** Copies the lists. */
    public PolicyComparison {
        blocked = List.copyOf(blocked);
        passed = List.copyOf(passed);
    }

    /**
     * An order on which the two policies disagree. Immutable and thread-safe.
     *
     * @param sequence the number of the recorded decision in the journal
     * @param recorded the order, and what was decided then
     * @param decision what the other policy says
     */
    public record Judged(long sequence, OrderDecided recorded, RiskDecision decision) {

        /** Checks that the parts are there. */
        public Judged {
            Objects.requireNonNull(recorded, "recorded");
            Objects.requireNonNull(decision, "decision");
        }
    }
}
