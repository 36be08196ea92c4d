package io.robotrader.engine.loop;

import io.robotrader.engine.execution.Corrections;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.OrderLife;
import io.robotrader.risk.account.OrderIntent;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The orders and fills of this trade date and the one before, for the broker's books to be held against. */
final class Ledger {

    private final Map<String, OrderLife> lives = new LinkedHashMap<>();
    private final Map<String, Fill> fills = new HashMap<>();
    private final Map<String, Fill> earlierFills = new HashMap<>();
    // When the books were what the account had; as early as can be if they begin with nothing.
    private Instant begin = Instant.MIN;
    private long sent;

    /** The books begin with what the account has at a moment: what was traded until then is in it. */
    void beginWithAccount(Instant at) {
        begin = at;
    }

    /** Whether a fill is in what the account had when the books began. */
    boolean isFromBefore(Fill fill) {
        return !fill.time().isAfter(begin);
    }

    void sent(OrderIntent order) {
        sent++;
        lives.put(order.id(), OrderLife.decided(order).sent().life());
    }

    void filled(Fill fill) {
        fills.put(fill.id(), fill);
        change(Corrections.correctedOrder(fill).orElse(fill.orderId()), life -> life.filled(fill));
    }

    void acknowledged(String id, String brokerId) {
        change(id, life -> life.acknowledged(brokerId));
    }

    void ended(OrderEnd end) {
        change(end.orderId(), life -> life.ended(end));
    }

    private void change(String id, Function<OrderLife, OrderLife.Step> step) {
        lives.computeIfPresent(id, (key, life) -> step.apply(life).life());
    }

    /** Another trade date begins: what was over before the last one is forgotten. */
    void beginDay() {
        lives.values()
                .removeIf(life ->
                        life.state().isOver() && life.fills().keySet().stream().noneMatch(fills::containsKey));
        earlierFills.clear();
        earlierFills.putAll(fills);
        fills.clear();
    }

    /** How many orders were sent so far: if more since a question was asked, its answer may not know them. */
    long count() {
        return sent;
    }

    List<OrderLife> orders() {
        return List.copyOf(lives.values());
    }

    Map<String, Fill> fills() {
        Map<String, Fill> all = new HashMap<>(earlierFills);
        all.putAll(fills);
        return all;
    }
}
