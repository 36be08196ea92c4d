package io.robotrader.examples.drill;

import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerAccount;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.risk.account.OrderIntent;
import java.util.concurrent.CompletableFuture;

/**
 * A broker of whose requests to cancel the time is noted.
 *
 * @param broker where orders go
 * @param watch is told
 */
record TimedBroker(Broker broker, StopWatch watch) implements Broker {

    @Override
    public void connect(BrokerListener listener) {
        broker.connect(listener);
    }

    @Override
    public void submit(OrderIntent order) {
        broker.submit(order);
    }

    @Override
    public void cancel(String orderId) {
        broker.cancel(orderId);
        watch.cancelSent(orderId);
    }

    @Override
    public CompletableFuture<BrokerAccount> account() {
        return broker.account();
    }

    @Override
    public void close() {
        broker.close();
    }
}
