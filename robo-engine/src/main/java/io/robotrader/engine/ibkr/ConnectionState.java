package io.robotrader.engine.ibkr;

/** How a client stands with its gateway. */
public enum ConnectionState {
    /** Not connected: not yet, or the first attempt failed. */
    DISCONNECTED,
    /** The socket is being opened and the session started. */
    CONNECTING,
    /** Connected again: streams are asked for again, orders, positions and executions are read. No order is taken yet. */
    RECONCILING,
    /** Connected, and everything may be asked. */
    READY,
    /** The socket stands, but the gateway has lost its own link to the vendor. No order is taken. */
    LINK_LOST,
    /** The connection was lost; the next attempt waits for its time. */
    WAITING,
    /** Closed for good. */
    CLOSED
}
