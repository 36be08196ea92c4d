package io.robotrader.engine.ibkr.wire;

/** A message from the server to a client. Immutable and thread-safe. */
public sealed interface ServerMessage extends WireMessage
        permits SessionMessage,
                TickMessage,
                BarMessage,
                ContractMessage,
                AccountMessage,
                PositionMessage,
                OrderMessage,
                ExecutionMessage,
                UnknownMessage {

    @Override
    ServerMessage layout(Fields fields);
}
