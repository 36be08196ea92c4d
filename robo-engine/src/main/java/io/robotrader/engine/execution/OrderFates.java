package io.robotrader.engine.execution;

import io.robotrader.engine.execution.BrokerAccount.OpenOrder;
import io.robotrader.engine.execution.Difference.Action;
import io.robotrader.engine.execution.Difference.Kind;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds what became of our orders, and which orders in the account are not ours. */
record OrderFates(ReconcilePolicy policy, Books books, BrokerAccount account) {

    void find(Findings findings) {
        Map<String, OpenOrder> ours = new HashMap<>();
        account.openOrders().stream()
                .filter(order -> !order.foreign())
                .forEach(order -> ours.put(order.orderId(), order));
        Map<String, OrderEnd> ends = new HashMap<>();
        account.ends().forEach(end -> ends.put(end.orderId(), end));
        Map<String, OrderLife> known = new TreeMap<>();
        for (OrderLife life : books.orders()) {
            known.put(life.intent().id(), afterFills(life, findings.fills));
        }
        known.forEach((id, life) -> fate(life, ours.get(id), ends.get(id), findings));
        account.openOrders().stream()
                .filter(order -> order.foreign() || !known.containsKey(order.orderId()))
                .sorted(Comparator.comparing(OpenOrder::brokerId))
                .forEach(order -> foreign(order, findings));
    }

    private static OrderLife afterFills(OrderLife life, List<Fill> fills) {
        OrderLife after = life;
        for (Fill fill : fills) {
            if (Corrections.correctedOrder(fill)
                    .orElse(fill.orderId())
                    .equals(life.intent().id())) {
                after = after.filled(fill).life();
            }
        }
        return after;
    }

    private void fate(OrderLife life, @Nullable OpenOrder open, @Nullable OrderEnd end, Findings findings) {
        String id = life.intent().id();
        if (life.state().isOver()) {
            // One that is filled to the last share is not taken back: the broker has not noticed yet.
            if (open != null && life.state() != OrderState.FILLED) {
                findings.cancel.add(id);
                findings.stands(
                        Reconciler.difference(
                                Kind.REVIVED_ORDER, id, life.state().toString(), words(open), Action.REPORTED),
                        life.intent().symbol());
            }
        } else if (open != null) {
            if (life.state() == OrderState.UNKNOWN) {
                findings.found.put(id, open.brokerId());
            }
        } else if (end != null) {
            if (end.kind() != OrderEnd.Kind.UNKNOWN) {
                missedEnd(life, end, findings);
            }
        } else if (account.complete()) {
            lost(life, findings);
        }
    }

    private static void missedEnd(OrderLife life, OrderEnd end, Findings findings) {
        findings.ends.add(end);
        findings.settled(Reconciler.difference(
                Kind.MISSED_END,
                end.orderId(),
                life.state().toString(),
                end.kind() + ": " + end.reason(),
                Action.ADOPTED));
    }

    private void lost(OrderLife life, Findings findings) {
        String id = life.intent().id();
        String symbol = life.intent().symbol();
        boolean wasUnknown = life.state() == OrderState.UNKNOWN;
        Difference lost = Reconciler.difference(
                Kind.LOST_ORDER, id, "working", "neither working nor traded nor ended", Action.BLOCKED);
        if (wasUnknown
                && policy.lostOrders() == Action.ADOPTED
                && books.standing().contains(lost)) {
            missedEnd(
                    life,
                    new OrderEnd(id, OrderEnd.Kind.CANCELLED, "the broker names it nowhere, asked twice"),
                    findings);
            return;
        }
        if (!wasUnknown) {
            findings.ends.add(new OrderEnd(id, OrderEnd.Kind.UNKNOWN, "the broker names it nowhere"));
        }
        findings.stands(lost, symbol);
    }

    private void foreign(OpenOrder order, Findings findings) {
        findings.stands(
                Reconciler.difference(
                        Kind.FOREIGN_ORDER,
                        order.orderId().isEmpty() ? order.brokerId() : order.orderId(),
                        "none of ours",
                        words(order),
                        policy.foreignOrders()),
                order.symbol());
    }

    /** Without what is filled of it, which would make it another difference each time. */
    private static String words(OpenOrder order) {
        return order.side() + " " + order.quantity() + " " + order.symbol() + ", " + order.brokerId();
    }
}
