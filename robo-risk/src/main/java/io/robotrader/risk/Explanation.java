package io.robotrader.risk;

import io.robotrader.risk.account.OrderIntent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Why an order is approved or refused: all limits, passed or not.
 *
 * <p>Of an order that only reduces, no limit is asked, so {@code checks} is empty; the decision stands all the same.
 * {@link #toString} is the text for a person, {@link #toJson} the same for a program. Immutable and thread-safe.
 *
 * @param order the order
 * @param openingQuantity the shares that open, about which the limits are
 * @param decision what the gate would answer
 * @param checks each limit that is on, in the order of the policy
 */
public record Explanation(OrderIntent order, long openingQuantity, RiskDecision decision, List<LimitCheck> checks) {

    /** Copies the list. */
    public Explanation {
        checks = List.copyOf(checks);
    }

    /**
     * {@return the limit of which most is used: the one that would refuse first if the order grew, or that it exceeds most;
     * empty if no limit was asked or no number is known}
     */
    public Optional<LimitCheck> nearest() {
        return checks.stream()
                .filter(check -> check.used().isPresent())
                .max(Comparator.comparingDouble(check -> check.used().getAsDouble()));
    }

    /** {@return the explanation as a JSON object; numbers that are not known are null} */
    public String toJson() {
        return ExplanationText.json(this);
    }

    /** {@return the explanation as lines for a person} */
    @Override
    public String toString() {
        return ExplanationText.lines(this);
    }
}
