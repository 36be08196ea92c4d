package io.robotrader.examples.desk;

import io.robotrader.examples.console.Json;
import io.robotrader.risk.Explanation;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.rule.Violation;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of one order, and how a person and a program are told. */
record Verdict(OrderCase test, RiskDecision decision, Explanation why) {

    boolean asExpected() {
        return test.holds(decision);
    }

    /** Where the user says what is expected, that alone counts. */
    static boolean allWell(List<Verdict> verdicts) {
        return anyExpected(verdicts)
                ? verdicts.stream().allMatch(Verdict::asExpected)
                : verdicts.stream().allMatch(verdict -> verdict.decision.isApproved());
    }

    static String text(List<Verdict> verdicts, boolean explain) {
        StringBuilder text = new StringBuilder();
        for (Verdict verdict : verdicts) {
            text.append(verdict.test.order().id()).append(": ");
            text.append(explain ? verdict.why.toString() : verdict.summary());
            if (!verdict.asExpected()) {
                text.append("  NOT AS EXPECTED: ")
                        .append(verdict.test.expectation())
                        .append('\n');
            }
        }
        long approved = approved(verdicts);
        text.append(approved)
                .append(" approved, ")
                .append(verdicts.size() - approved)
                .append(" refused");
        if (anyExpected(verdicts)) {
            long failed =
                    verdicts.stream().filter(verdict -> !verdict.asExpected()).count();
            text.append(failed == 0 ? "; all as expected" : "; " + failed + " not as expected");
        }
        return text.append('\n').toString();
    }

    static ObjectNode json(List<Verdict> verdicts, boolean explain) {
        long approved = approved(verdicts);
        ObjectNode answer = Json.object();
        answer.put("approved", approved).put("refused", verdicts.size() - approved);
        if (anyExpected(verdicts)) {
            answer.put("asExpected", allWell(verdicts));
        }
        ArrayNode orders = answer.putArray("orders");
        for (Verdict verdict : verdicts) {
            ObjectNode order = Json.parse(verdict.why.toJson());
            if (!explain) {
                order.remove("checks");
            }
            if (verdict.test.expected().isPresent()) {
                order.put("asExpected", verdict.asExpected());
            }
            orders.add(order);
        }
        return answer;
    }

    private String summary() {
        OrderIntent order = test.order();
        StringBuilder text = new StringBuilder();
        text.append(order.side())
                .append(' ')
                .append(order.quantity())
                .append(' ')
                .append(order.symbol());
        order.limitPrice().ifPresent(price -> text.append(" at ").append(price));
        text.append(decision.isApproved() ? ": approved\n" : ": refused\n");
        for (Violation violation : decision.violations()) {
            text.append("  ").append(violation.message()).append('\n');
        }
        return text.toString();
    }

    private static long approved(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.decision.isApproved())
                .count();
    }

    private static boolean anyExpected(List<Verdict> verdicts) {
        return verdicts.stream().anyMatch(verdict -> verdict.test.expected().isPresent());
    }
}
