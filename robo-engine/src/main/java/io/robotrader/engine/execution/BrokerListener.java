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
     * An order ended before all its shares were traded; no further fill comes, unless its end is
     * {@link OrderEnd.Kind#UNKNOWN}, which a later call may settle.
     *
     * @param end the order and how it ended
     */
    void onOrderEnded(OrderEnd end);
}
