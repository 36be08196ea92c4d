package io.robotrader.examples.replay;

import io.robotrader.engine.PolicyComparison;
import io.robotrader.engine.PolicyComparison.Judged;
import io.robotrader.engine.ReplayResult;
import io.robotrader.examples.console.Json;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.account.OrderIntent;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells a program what a replay has found. */
final class ReplayJson {

    private ReplayJson() {}

    static ObjectNode of(List<ReplayedJournal> journals) {
        ObjectNode answer = Json.object();
        answer.put("same", journals.stream().allMatch(ReplayedJournal::isSame));
        ArrayNode all = answer.putArray("journals");
        for (ReplayedJournal journal : journals) {
            ObjectNode one = all.addObject().put("journal", journal.name());
            ArrayNode runs = one.putArray("runs");
            journal.runs().forEach(run -> add(run, runs.addObject()));
            journal.comparison().ifPresent(comparison -> add(comparison, one.putObject("otherSettings")));
        }
        return answer;
    }

    private static void add(ReplayedJournal.Run run, ObjectNode to) {
        ReplayResult result = run.result();
        to.put("began", result.began())
                .put("setUp", run.setUp().name())
                .put("same", result.isSame())
                .put("entriesSame", run.same())
                .put("last", result.last());
        ObjectNode compared = to.putObject("compared");
        new TreeMap<>(result.compared()).forEach(compared::put);
        result.difference().ifPresent(difference -> {
            ObjectNode told = to.putObject("firstDifference")
                    .put("entry", difference.sequence())
                    .put("journal", difference.recorded().toString());
            difference.replayed().ifPresent(event -> told.put("replay", event.toString()));
        });
        result.endedEarly().ifPresent(why -> to.put("endedEarly", why));
    }

    private static void add(PolicyComparison comparison, ObjectNode to) {
        to.put("judged", comparison.judged());
        add(comparison.blocked(), to.putArray("blocked"));
        add(comparison.passed(), to.putArray("letThrough"));
    }

    private static void add(List<Judged> orders, ArrayNode to) {
        for (Judged judged : orders) {
            OrderIntent order = judged.recorded().order();
            ObjectNode one = to.addObject()
                    .put("entry", judged.sequence())
                    .put("at", judged.recorded().at().toString())
                    .put("id", order.id())
                    .put("symbol", order.symbol())
                    .put("side", order.side().name())
                    .put("quantity", order.quantity());
            reasons(judged.recorded().decision(), one.putArray("reasonsThen"));
            reasons(judged.decision(), one.putArray("reasonsNow"));
        }
    }

    private static void reasons(RiskDecision decision, ArrayNode to) {
        decision.violations().forEach(violation -> to.add(violation.message()));
    }
}
