package io.robotrader.engine;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.CancelRequested;
import io.robotrader.engine.event.EngineEvent.CommissionCharged;
import io.robotrader.engine.event.EngineEvent.ConnectionChanged;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderAcknowledged;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.view.HoldReason;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the broker told, and to which of the engine's calls it may have answered with it before the call returned. */
final class ReplayTies {

    private final RecordedRun run;
    private final Map<Integer, List<Integer>> answers = new HashMap<>();
    private final BitSet told = new BitSet();

    /**
     * Ties the reports of a run.
     *
     * @param inCalls whether the broker answers within calls, as one that simulates does; otherwise nothing is tied
     */
    ReplayTies(RecordedRun run, boolean inCalls) {
        this.run = run;
        if (inCalls) {
            tie();
        }
    }

    private void tie() {
        Map<String, Integer> calls = new HashMap<>();
        int bar = -1;
        for (int index = 0; index < run.size(); index++) {
            EngineEvent event = run.event(index);
            if (event instanceof BarTaken) {
                bar = index;
                calls.clear();
            } else if (event instanceof OrderDecided decided) {
                calls.put(decided.order().id(), index);
            } else if (event instanceof CancelRequested cancel) {
                calls.put(cancel.orderId(), index);
            } else if (comesFromOutside(event)) {
                bar = -1;
                calls.clear();
            }
            Optional<String> order = orderOf(event);
            int call = order.map(calls::get).orElse(bar);
            if (order.isPresent() && call >= 0 && isOneTime(event, run.event(call))) {
                answers.computeIfAbsent(call, key -> new ArrayList<>()).add(index);
            }
        }
    }

    private boolean isOneTime(EngineEvent report, EngineEvent call) {
        return !run.virtual || report.at().equals(call.at());
    }

    private static boolean comesFromOutside(EngineEvent event) {
        return event instanceof HaltLifted
                || event instanceof ConnectionChanged
                || (event instanceof HoldChanged hold && hold.reason().equals(HoldReason.PERSON.name()))
                || (event instanceof HoldChanged price
                        && !price.placed()
                        && price.reason().startsWith(HoldChanged.PRICES_OF));
    }

    static boolean isReport(EngineEvent event) {
        return event instanceof ConnectionChanged || orderOf(event).isPresent();
    }

    /** The order that a report is about; empty if the event is no report about an order. */
    private static Optional<String> orderOf(EngineEvent event) {
        if (event instanceof OrderFilled filled) {
            return Optional.of(filled.fill().orderId());
        }
        if (event instanceof OrderEnded ended) {
            return Optional.of(ended.end().orderId());
        }
        if (event instanceof OrderAcknowledged acknowledged) {
            return Optional.of(acknowledged.orderId());
        }
        return event instanceof CommissionCharged charged
                ? Optional.of(charged.commission().orderId())
                : Optional.empty();
    }

    /** The reports that answer a call, in order, each once. */
    List<EngineEvent> answersTo(int call) {
        List<EngineEvent> reports = new ArrayList<>();
        for (int index : answers.getOrDefault(call, List.of())) {
            if (tell(index)) {
                reports.add(run.event(index));
            }
        }
        return reports;
    }

    /** Marks a report as told; false if it was told before. */
    boolean tell(int index) {
        boolean isFirst = !told.get(index);
        told.set(index);
        return isFirst;
    }
}
