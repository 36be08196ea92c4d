package io.robotrader.engine.ibkr.wire;

/** A message from a client to the server. Immutable and thread-safe. */
public sealed interface ClientMessage extends WireMessage
        permits SessionRequest,
                MarketDataRequest,
                HistoryRequest,
                ContractRequest,
                AccountRequest,
                PositionRequest,
                OrderRequest,
                UnknownMessage {

    @Override
    ClientMessage layout(Fields fields);
}
