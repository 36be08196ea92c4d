package io.robotrader.engine.execution;

import io.robotrader.engine.market.Bar;
import io.robotrader.risk.account.OrderIntent;
import java.util.concurrent.CompletableFuture;

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

    /**
     * Names an order of an earlier run that may be working still, before {@link #connect}. What becomes of it is then told
     * as of one that was sent in this run, fills that were told to the earlier run included; and its id is not sent again.
     * A broker that remembers nothing over runs ignores it, as this default does.
     *
     * @param order the order as it was sent
     */
    default void recall(OrderIntent order) {}

    /**
     * Asks for the cancellation of all orders in the account at once, protective ones and other people's too, for when
     * everything has to stop.
     *
     * @return whether it was asked for; if not, as with this default, orders have to be cancelled one by one
     */
    default boolean cancelAll() {
        return false;
    }

    /** {@return whether the stop of an order, and a {@link Protection}, is held by the broker itself} */
    default boolean holdsStops() {
        return false;
    }

    /**
     * Sets what guards a position at the broker. It has to be said again when the position grows or shrinks by anything
     * but a protective fill, and none has to be asked for, and its end awaited, before the position is sold otherwise: two
     * orders that close the same shares turn the position.
     *
     * @param protection how the symbol is to be guarded from now on
     * @throws UnsupportedOperationException if {@link #holdsStops} says no, as with this default
     */
    default void protect(Protection protection) {
        throw new UnsupportedOperationException("this broker holds no stops");
    }

    /**
     * Asks for the broker's own books.
     *
     * @return they, or a failure if they cannot be had now, or at all, as with this default: an {@link
     *     UnsupportedOperationException}. It is completed on any thread
     */
    default CompletableFuture<BrokerAccount> account() {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("this broker does not show its books"));
    }

    /** Disconnects. Closing twice is once. Orders that are working stay as the broker keeps them. */
    @Override
    void close();
}
