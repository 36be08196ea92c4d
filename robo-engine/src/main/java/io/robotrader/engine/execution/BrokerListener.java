package io.robotrader.engine.execution;

/** Hears from a broker what becomes of orders. Must be quick and safe to call from any thread. */
public interface BrokerListener {

    /**
     * Shares were traded.
     *
     * @param fill what was traded
     */
    void onFill(Fill fill);

    /**
     * A fill that was told before has cost more, or less, than was known then. A broker that knows at once does not call it.
     *
     * @param commission what is to be added
     */
    void onCommission(LateCommission commission);

    /**
     * An order ended before all its shares were traded; no further fill comes, unless its end is
     * {@link OrderEnd.Kind#UNKNOWN}, which a later call may settle.
     *
     * @param end the order and how it ended
     */
    void onOrderEnded(OrderEnd end);

    /**
     * The broker has an order, or has it after all when its fate was told as unknown.
     *
     * @param orderId the order
     * @param brokerId the broker's own name for it
     */
    default void onAcknowledged(String orderId, String brokerId) {}

    /**
     * The connection was lost, or is there again: then all that happened in between has been told before. The first
     * connection is not told, as {@link Broker#connect} returns with it.
     *
     * @param up whether it is there
     * @param detail what is known of it, for people to read
     */
    default void onConnection(boolean up, String detail) {}
}
