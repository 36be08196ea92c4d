package io.robotrader.examples.desk;

import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.Violation;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An order under test.
 *
 * @param order the order
 * @param expected the kinds of limits that should refuse it, none if it should be approved; empty if any answer will do
 */
record OrderCase(OrderIntent order, Optional<Set<LimitKind>> expected) {

    boolean holds(RiskDecision decision) {
        Set<LimitKind> found =
                decision.violations().stream().map(Violation::kind).collect(Collectors.toSet());
        return expected.isEmpty() || expected.get().equals(found);
    }

    String expectation() {
        return expected.filter(kinds -> !kinds.isEmpty()).map(Set::toString).orElse("approved");
    }
}
