package io.robotrader.engine.execution;

import io.robotrader.engine.market.Bar;
import io.robotrader.risk.account.OrderIntent;

/**
 * The port behind which every broker stands.
 *
 * <p>The engine calls a broker from its one writing thread; a broker may answer from any thread. What becomes of an order
 * is told to the listener only, never by a return value: a broker that answers at once does so through the listener too.
 */
public interface Broker extends AutoCloseable {

    /**
     * Connects, or fails and leaves nothing behind.
     *
     * @param listener hears what becomes of orders
     * @throws IllegalStateException if the broker is connected already or was closed
     */
    void connect(BrokerListener listener);

    /**
     * Sends an order that the risk gate has approved.
     *
     * @param order the order; its id names it from now on
     */
    void submit(OrderIntent order);

    /**
     * Asks for a cancellation. It may come too late; the listener hears how the order ended.
     *
     * @param orderId the order's id; an order that is not working is left alone
     */
    void cancel(String orderId);

    /**
     * Shows the market that the engine sees, before the engine acts on it. A broker that simulates fills needs it; one
     * with a market of its own ignores it, as this default does.
     *
     * @param bar the bar that has just closed
     */
    default void onMarket(Bar bar) {}

    /** Disconnects. Closing twice is once. Orders that are working stay as the broker keeps them. */
    @Override
    void close();
}
