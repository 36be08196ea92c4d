package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a broker has told since it was last looked at, a fill and its commission put together. Thread-safe. */
final class BarReports implements BrokerListener {

    /** All that was told, each kind in the order of its coming; of commissions those whose fill was taken before. */
    record News(List<Fill> fills, List<LateCommission> commissions, List<OrderEnd> ends) {}

    private final Map<String, Fill> fills = new LinkedHashMap<>();
    private final List<LateCommission> commissions = new ArrayList<>();
    private final List<OrderEnd> ends = new ArrayList<>();

    @Override
    public synchronized void onFill(Fill fill) {
        fills.put(fill.id(), fill);
    }

    @Override
    public synchronized void onCommission(LateCommission late) {
        Fill fill = fills.get(late.fillId());
        BigDecimal whole = fill == null ? BigDecimal.ZERO : fill.commission().add(late.amount());
        if (fill == null || whole.signum() < 0) {
            commissions.add(late);
            return;
        }
        fills.put(
                fill.id(),
                new Fill(
                        fill.id(),
                        fill.orderId(),
                        fill.symbol(),
                        fill.side(),
                        fill.quantity(),
                        fill.price(),
                        whole,
                        fill.time()));
    }

    @Override
    public synchronized void onOrderEnded(OrderEnd end) {
        ends.add(end);
    }

    synchronized News take() {
        News news = new News(List.copyOf(fills.values()), List.copyOf(commissions), List.copyOf(ends));
        fills.clear();
        commissions.clear();
        ends.clear();
        return news;
    }
}
