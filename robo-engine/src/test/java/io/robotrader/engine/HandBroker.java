package io.robotrader.engine;

import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.Protection;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A broker that answers when a test, or what a test has planned, says so. */
final class HandBroker implements Broker {

    final List<OrderIntent> working = new CopyOnWriteArrayList<>();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<OrderIntent> recalled = new CopyOnWriteArrayList<>();
    volatile boolean holdsStops;
    volatile boolean acknowledges = true;
    volatile boolean breaks;
    volatile BrokerListener listener;

    @Override
    public void connect(BrokerListener newListener) {
        listener = newListener;
    }

    @Override
    public void submit(OrderIntent order) {
        asked.add(order.side() + " " + order.quantity());
        working.add(order);
    }

    @Override
    public void recall(OrderIntent order) {
        recalled.add(order);
    }

    @Override
    public boolean holdsStops() {
        return holdsStops;
    }

    @Override
    public void protect(Protection protection) {
        if (breaks) {
            throw new IllegalStateException("no line");
        }
        Side side = protection.quantity() > 0 ? Side.SELL : Side.BUY;
        OrderIntent order = OrderIntent.market(
                protection.id() + Protection.STOP, protection.symbol(), side, Math.abs(protection.quantity()));
        asked.add("stop " + side + " " + order.quantity() + " " + order.symbol() + " at "
                + protection.stop().orElseThrow());
        working.add(order);
        if (acknowledges) {
            listener.onAcknowledged(order.id(), "77");
        }
    }

    @Override
    public void cancel(String orderId) {
        asked.add("cancel");
    }

    Fill fill(String id, int order, long quantity, String price) {
        OrderIntent intent = working.get(order);
        return new Fill(
                id,
                intent.id(),
                intent.symbol(),
                intent.side(),
                quantity,
                new BigDecimal(price),
                BigDecimal.ZERO,
                Instant.EPOCH);
    }

    OrderEnd cancelled(int order) {
        return new OrderEnd(working.get(order).id(), OrderEnd.Kind.CANCELLED, "as asked");
    }

    @Override
    public void close() {}
}
