package io.robotrader.examples.session;

import io.robotrader.engine.EngineListener;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what happened. Read it when the engine has ended. */
final class Tally implements EngineListener {

    private final List<OrderDecided> refused = new ArrayList<>();
    private final List<OrderFilled> fills = new ArrayList<>();
    private final List<DayClosed> days = new ArrayList<>();
    private int approved;

    @Override
    public void onEvent(EngineEvent event) {
        if (event instanceof OrderDecided decided) {
            if (decided.decision().isApproved()) {
                approved++;
            } else {
                refused.add(decided);
            }
        } else if (event instanceof OrderFilled filled) {
            fills.add(filled);
        } else if (event instanceof DayClosed closed) {
            days.add(closed);
        }
    }

    int approved() {
        return approved;
    }

    List<OrderDecided> refused() {
        return refused;
    }

    List<OrderFilled> fills() {
        return fills;
    }

    List<DayClosed> days() {
        return days;
    }

    /** How often each reason was given; an order may have several. */
    Map<String, Integer> reasons() {
        Map<String, Integer> counts = new TreeMap<>();
        refused.forEach(order -> order.decision()
                .violations()
                .forEach(violation -> counts.merge(Text.reason(violation), 1, Integer::sum)));
        return counts;
    }

    BigDecimal realizedPnl() {
        return fills.stream().map(OrderFilled::realizedPnl).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal commissions() {
        return fills.stream().map(filled -> filled.fill().commission()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
