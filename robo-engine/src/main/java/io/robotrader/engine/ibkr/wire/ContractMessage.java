package io.robotrader.engine.ibkr.wire;

/** What a server says about contracts. */
public sealed interface ContractMessage extends ServerMessage
        permits ContractMessage.ContractDetailsEnd, ContractDetails, SymbolSamples, MarketRule {

    @Override
    ContractMessage layout(Fields f);

    /**
     * All contracts that match have come.
     *
     * @param requestId the number of the request
     */
    record ContractDetailsEnd(int requestId) implements ContractMessage {

        static final ContractDetailsEnd BLANK = new ContractDetailsEnd(0);

        @Override
        public int id() {
            return 52;
        }

        @Override
        public ContractDetailsEnd layout(Fields f) {
            f.constant("version", 1);
            return new ContractDetailsEnd(f.integer("requestId", requestId));
        }
    }
}
