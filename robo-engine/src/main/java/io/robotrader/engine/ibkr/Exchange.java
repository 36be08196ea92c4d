package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.ServerMessage;

/** A request under way, or a stream: who is handed what the gateway says to it. */
interface Exchange {

    /** The gateway has said something to it. */
    void accept(ServerMessage message);

    /** The gateway has said that it failed. */
    void fail(IbkrError error);

    /** The connection is gone. A stream waits for the next one. */
    void connectionLost(IbkrError why);

    /** There is a connection again, or the gateway has forgotten all streams. */
    default void again() {}
}
