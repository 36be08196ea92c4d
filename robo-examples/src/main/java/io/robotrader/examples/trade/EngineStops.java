package io.robotrader.examples.trade;

import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerAccount;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.risk.account.OrderIntent;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;

/**
 * A broker that is not told of an order's protective stop: the engine holds it against every bar, and one at the broker
 * besides would sell the same shares twice.
 *
 * @param broker where orders go
 */
record EngineStops(Broker broker) implements Broker {

    @Override
    public void connect(BrokerListener listener) {
        broker.connect(listener);
    }

    @Override
    public void submit(OrderIntent order) {
        broker.submit(withoutStop(order));
    }

    @Override
    public void cancel(String orderId) {
        broker.cancel(orderId);
    }

    @Override
    public void recall(OrderIntent order) {
        broker.recall(withoutStop(order));
    }

    @Override
    public boolean cancelAll() {
        return broker.cancelAll();
    }

    @Override
    public CompletableFuture<BrokerAccount> account() {
        return broker.account();
    }

    @Override
    public void close() {
        broker.close();
    }

    private static OrderIntent withoutStop(OrderIntent order) {
        OptionalDouble limit = order.limitPrice();
        return limit.isPresent()
                ? OrderIntent.limit(order.id(), order.symbol(), order.side(), order.quantity(), limit.getAsDouble())
                : OrderIntent.market(order.id(), order.symbol(), order.side(), order.quantity());
    }
}
