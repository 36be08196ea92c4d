package io.robotrader.examples.report;

import java.time.Instant;
import java.util.List;

/**
 * Orders that the risk checks refused, shown as counts by rule with the single refusals below. Immutable.
 *
 * @param refusals one entry for each rule that an order broke, in the order to be shown; may be empty
 */
public record Refusals(List<Refusal> refusals) implements Block {

    /** Copies the list. */
    public Refusals {
        refusals = List.copyOf(refusals);
    }

    /**
     * One rule that one order broke.
     *
     * @param time when the order was judged; shown in UTC
     * @param symbol what was to be traded
     * @param side {@code BUY} or {@code SELL}
     * @param quantity units, without a sign
     * @param rule the kind of the broken rule; refusals are counted by it
     * @param observed the value that the rule saw, in the rule's unit; NaN if it was not known
     * @param limit the value that would have been allowed, in the same unit; NaN if the rule has none
     * @param text the reason in one sentence; may be empty
     */
    public record Refusal(
            Instant time,
            String symbol,
            String side,
            long quantity,
            String rule,
            double observed,
            double limit,
            String text) {}
}
