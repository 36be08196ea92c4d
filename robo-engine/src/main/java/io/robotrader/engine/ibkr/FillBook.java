package io.robotrader.engine.ibkr;

import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.Corrections;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells fills and their commissions, which come apart and in either order, each once. Guarded by the broker.
 */
final class FillBook {

    private final BrokerListener listener;
    private final Map<String, OrderEvent.Commission> early = new HashMap<>();
    private final Map<String, BrokerOrder> told = new HashMap<>();
    /** By what a fill and its corrections have in common: what the books were charged for it. */
    private final Map<String, BigDecimal> charged = new HashMap<>();

    FillBook(BrokerListener listener) {
        this.listener = listener;
    }

    void executed(BrokerOrder order, OrderEvent.Executed event) {
        OrderEvent.Executed before = order.fills.get(event.root());
        if (before != null && revision(before) >= revision(event)) {
            return;
        }
        order.fills.put(event.root(), event);
        order.filled = order.filled.add(event.quantity());
        told.put(event.execId(), order);
        String name = order.intent.id();
        if (before == null) {
            OrderEvent.Commission cost = early.get(event.execId());
            BigDecimal commission =
                    cost == null || cost.commission().signum() < 0 ? BigDecimal.ZERO : cost.commission();
            charged.put(event.root(), commission);
            listener.onFill(fill(event.execId(), name, order, event, commission));
        } else {
            order.filled = order.filled.subtract(before.quantity());
            Fill wrong = fill(before.execId(), name, order, before, BigDecimal.ZERO);
            listener.onFill(Corrections.reversal(wrong, name));
            // A bust is a correction to nothing.
            if (event.quantity().signum() > 0) {
                Fill right = fill(event.execId(), name, order, event, BigDecimal.ZERO);
                listener.onFill(Corrections.replacement(right, name));
            }
        }
        charge(early.remove(event.execId()));
    }

    /** What an order that this broker was not handed has cost so far, none of which was told. */
    BigDecimal costOf(String execId) {
        OrderEvent.Commission cost = early.get(execId);
        return cost == null || cost.commission().signum() < 0 ? BigDecimal.ZERO : cost.commission();
    }

    /** What the books were charged for a fill of which the listener has heard. */
    BigDecimal chargedFor(OrderEvent.Executed event) {
        BigDecimal told = charged.get(event.root());
        return told == null ? costOf(event.execId()) : told.max(BigDecimal.ZERO);
    }

    void charged(OrderEvent.Commission event) {
        if (told.containsKey(event.execId())) {
            charge(event);
        } else {
            early.put(event.execId(), event);
        }
    }

    private void charge(OrderEvent.@Nullable Commission event) {
        if (event == null) {
            return;
        }
        BrokerOrder order = told.get(event.execId());
        if (order == null) {
            return;
        }
        String root = root(event.execId());
        OrderEvent.Executed fill = order.fills.get(root);
        BigDecimal more = event.commission().subtract(charged.getOrDefault(root, BigDecimal.ZERO));
        if (more.signum() != 0 && fill != null) {
            charged.put(root, event.commission());
            listener.onCommission(new LateCommission(
                    event.execId(), order.intent.id(), order.intent.symbol(), more, fill.tradedAt()));
        }
    }

    private static Fill fill(
            String id, String orderId, BrokerOrder order, OrderEvent.Executed event, BigDecimal commission) {
        return new Fill(
                id,
                orderId,
                order.intent.symbol(),
                event.side(),
                event.quantity().longValueExact(),
                event.price(),
                commission,
                event.tradedAt());
    }

    private static String root(String execId) {
        int dot = execId.lastIndexOf('.');
        return dot < 0 ? execId : execId.substring(0, dot);
    }

    static int revision(OrderEvent.Executed event) {
        String last = event.execId()
                .substring(Math.min(event.execId().length(), event.root().length() + 1));
        try {
            return last.isEmpty() ? 0 : Integer.parseInt(last);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
