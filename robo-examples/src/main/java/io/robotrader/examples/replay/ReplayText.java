package io.robotrader.examples.replay;

import io.robotrader.engine.PolicyComparison;
import io.robotrader.engine.PolicyComparison.Judged;
import io.robotrader.engine.ReplayDifference;
import io.robotrader.engine.ReplayResult;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.risk.account.OrderIntent;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells a person what a replay has found. */
final class ReplayText {

    private static final int LONGEST = 600;

    private final PrintWriter out;
    private final int listed;

    /**
     * @param out where to
     * @param listed how many orders of each kind are told one by one
     */
    ReplayText(PrintWriter out, int listed) {
        this.out = out;
        this.listed = listed;
    }

    void print(ReplayedJournal journal) {
        out.println(journal.name());
        journal.runs().forEach(this::print);
        journal.comparison().ifPresent(this::print);
        out.flush();
    }

    private void print(ReplayedJournal.Run run) {
        ReplayResult result = run.result();
        out.println("  run of entry " + result.began() + ", " + run.setUp().words() + ": "
                + (result.isSame() ? "the same" : "DIFFERS"));
        out.println("    " + run.same() + " entries are the same, to entry " + result.last() + ": "
                + new TreeMap<>(result.compared())
                        .entrySet().stream()
                                .map(each -> each.getValue() + " " + each.getKey())
                                .collect(Collectors.joining(", ")));
        if (result.difference().isPresent()) {
            ReplayDifference difference = result.difference().get();
            out.println("    first difference, at entry " + difference.sequence());
            out.println("      journal: " + text(difference.recorded()));
            out.println("      replay:  "
                    + difference.replayed().map(ReplayText::text).orElse("nothing"));
        }
        result.endedEarly().ifPresent(why -> out.println("    the rest is not replayed: " + why));
    }

    private void print(PolicyComparison comparison) {
        out.println("  under the other settings, of " + comparison.judged() + " orders:");
        print("would have been blocked", comparison.blocked());
        print("would have been let through", comparison.passed());
    }

    private void print(String what, List<Judged> orders) {
        out.println("    " + orders.size() + " " + what);
        for (Judged judged : orders.subList(0, Math.min(listed, orders.size()))) {
            OrderIntent order = judged.recorded().order();
            // Of one that is let through the reasons are those of the record.
            var why = judged.decision().isApproved() ? judged.recorded().decision() : judged.decision();
            out.println("      entry " + judged.sequence() + ", "
                    + judged.recorded().at() + ", " + order.side() + " " + order.quantity() + " " + order.symbol()
                    + ": " + why.violations());
        }
        if (orders.size() > listed) {
            out.println("      and " + (orders.size() - listed) + " more");
        }
    }

    private static String text(EngineEvent event) {
        String all = event.toString();
        return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "...";
    }
}
