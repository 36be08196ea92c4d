package io.robotrader.examples.drill;

import io.robotrader.examples.console.Json;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of a halt.
 *
 * @param orders how many worked when it came
 * @param positions how many were held when it came
 * @param cancelsSent how many orders were asked for back
 * @param cancelled of how many the gateway has said that they are cancelled
 * @param closed how many positions are closed
 * @param sentMillis from the halt until the last request to cancel was handed to the connection; empty if one is missing
 * @param cancelledMillis from the halt until the last order was said to be cancelled; empty if one was not
 * @param flatMillis from the halt until the fill that closed the last position; empty if one is held
 * @param left what the gateway has at the end
 * @param known what the engine has in its books at the end
 */
record DrillResult(
        int orders,
        int positions,
        int cancelsSent,
        int cancelled,
        int closed,
        OptionalDouble sentMillis,
        OptionalDouble cancelledMillis,
        OptionalDouble flatMillis,
        Books left,
        Books known) {

    /**
     * What is left.
     *
     * @param orders how many work
     * @param positions how many are held
     */
    record Books(int orders, int positions) {

        boolean isNothing() {
            return orders == 0 && positions == 0;
        }

        private String words() {
            return orders + " orders work, " + positions + " positions are held";
        }
    }

    /** Nothing works and nothing is held, and both sides say so. */
    boolean isFlat() {
        return left.isNothing() && known.isNothing();
    }

    String text() {
        return String.join(
                System.lineSeparator(),
                "A halt that flattens, with " + orders + " orders working and " + positions
                        + " positions held at a gateway simulator, over TCP, in real time:",
                line(cancelsSent, orders, "cancels sent", sentMillis),
                line(cancelled, orders, "orders cancelled", cancelledMillis),
                line(closed, positions, "positions closed", flatMillis),
                "At the gateway " + left.words() + "; in the engine's books " + known.words() + ".",
                isFlat() ? "FLAT" : "NOT FLAT");
    }

    private static String line(int done, int of, String what, OptionalDouble millis) {
        String when = millis.isPresent()
                ? String.format(Locale.ROOT, "after %.2f ms", millis.getAsDouble())
                : done == of ? "" : "not all";
        return String.format(Locale.ROOT, "  %-30s%s", done + " of " + of + " " + what, when)
                .stripTrailing();
    }

    static ObjectNode json(List<DrillResult> results) {
        ObjectNode answer = Json.object();
        answer.put("flat", results.stream().allMatch(DrillResult::isFlat));
        ArrayNode rounds = answer.putArray("rounds");
        results.forEach(result -> result.add(rounds.addObject()));
        return answer;
    }

    private void add(ObjectNode answer) {
        answer.put("flat", isFlat());
        answer.putObject("before").put("orders", orders).put("positions", positions);
        put(answer.putObject("cancelsSent"), cancelsSent, sentMillis);
        put(answer.putObject("cancelled"), cancelled, cancelledMillis);
        put(answer.putObject("closed"), closed, flatMillis);
        answer.putObject("leftAtGateway").put("orders", left.orders).put("positions", left.positions);
        answer.putObject("leftInBooks").put("orders", known.orders).put("positions", known.positions);
    }

    private static void put(ObjectNode to, int count, OptionalDouble millis) {
        to.put("count", count);
        if (millis.isPresent()) {
            to.put("afterMillis", millis.getAsDouble());
        } else {
            to.putNull("afterMillis");
        }
    }
}
