package io.robotrader.engine.ibkr.wire;

/** What a client asks about contracts. */
public sealed interface ContractRequest extends ClientMessage {

    @Override
    ContractRequest layout(Fields f);

    /**
     * Asks for all that is known of the contracts that match.
     *
     * @param requestId the number of the request
     * @param contract what they must match; empty fields match anything
     * @param includeExpired whether contracts that have expired count
     * @param secIdType the kind of {@code secId}, such as {@code ISIN}; empty if none
     * @param secId a number of the contract elsewhere, empty if none
     * @param issuerId an issuer of bonds; not there below 176
     */
    record RequestContractDetails(
            int requestId, Contract contract, boolean includeExpired, String secIdType, String secId, String issuerId)
            implements ContractRequest {

        static final RequestContractDetails BLANK = new RequestContractDetails(0, Contract.NONE, false, "", "", "");

        @Override
        public int id() {
            return 9;
        }

        @Override
        public RequestContractDetails layout(Fields f) {
            f.constant("version", 8);
            return new RequestContractDetails(
                    f.integer("requestId", requestId),
                    contract.full(f),
                    f.flag("includeExpired", includeExpired),
                    f.text("secIdType", secIdType),
                    f.text("secId", secId),
                    f.since(176) ? f.text("issuerId", issuerId) : "");
        }
    }

    /**
     * Asks for contracts by the start of their symbol or name.
     *
     * @param requestId the number of the request
     * @param pattern the start
     */
    record RequestMatchingSymbols(int requestId, String pattern) implements ContractRequest {

        static final RequestMatchingSymbols BLANK = new RequestMatchingSymbols(0, "");

        @Override
        public int id() {
            return 81;
        }

        @Override
        public RequestMatchingSymbols layout(Fields f) {
            return new RequestMatchingSymbols(f.integer("requestId", requestId), f.text("pattern", pattern));
        }
    }

    /**
     * Asks how prices are rounded under a rule.
     *
     * @param ruleId the rule's number, from the contract's details
     */
    record RequestMarketRule(int ruleId) implements ContractRequest {

        static final RequestMarketRule BLANK = new RequestMarketRule(0);

        @Override
        public int id() {
            return 91;
        }

        @Override
        public RequestMarketRule layout(Fields f) {
            return new RequestMarketRule(f.integer("ruleId", ruleId));
        }
    }
}
