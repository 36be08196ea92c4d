package io.robotrader.engine.ibkr.wire;

/** A message, from either side. Immutable and thread-safe. */
public sealed interface WireMessage permits ClientMessage, ServerMessage {

    /**
     * What kind of message this is. The two sides number theirs apart: 3 is an order from a client and the state of an
     * order from a server.
     *
     * @return the number with which the message starts on the wire
     */
    int id();

    /**
     * Walks over the fields that follow the id, in the order of the wire, and hands each one's value of this message to
     * {@code fields}. A writer writes what it is handed. A reader does not look at it and answers with what it has read.
     *
     * @param fields what is done with the fields
     * @return a message of the values that {@code fields} answered
     */
    WireMessage layout(Fields fields);
}
