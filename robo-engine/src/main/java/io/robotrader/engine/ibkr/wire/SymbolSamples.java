package io.robotrader.engine.ibkr.wire;

import java.util.List;

/**
 * Contracts whose symbol or name starts as was asked.
 *
 * @param requestId the number of the request
 * @param samples the contracts
 */
public record SymbolSamples(int requestId, List<SymbolSamples.Sample> samples) implements ContractMessage {

    static final SymbolSamples BLANK = new SymbolSamples(0, List.of());

    /** Takes a copy of the list. */
    public SymbolSamples {
        samples = List.copyOf(samples);
    }

    @Override
    public int id() {
        return 79;
    }

    @Override
    public SymbolSamples layout(Fields f) {
        return new SymbolSamples(
                f.integer("requestId", requestId), f.list("sampleCount", samples, Sample.BLANK, Sample::layout));
    }

    /**
     * A contract that matches.
     *
     * @param conId the vendor's number for it, -1 if it stands for several
     * @param symbol the symbol
     * @param secType the kind, such as {@code STK}
     * @param primaryExchange the home exchange
     * @param currency the currency
     * @param derivatives which kinds of derivatives there are of it
     * @param description its name; not there below 176
     * @param issuerId the issuer of a bond; not there below 176
     */
    public record Sample(
            int conId,
            String symbol,
            String secType,
            String primaryExchange,
            String currency,
            List<String> derivatives,
            String description,
            String issuerId) {

        static final Sample BLANK = new Sample(0, "", "", "", "", List.of(), "", "");

        /** Takes a copy of the list. */
        public Sample {
            derivatives = List.copyOf(derivatives);
        }

        static Sample layout(Fields f, Sample sample) {
            return new Sample(
                    f.integer("conId", sample.conId),
                    f.text("symbol", sample.symbol),
                    f.text("secType", sample.secType),
                    f.text("primaryExchange", sample.primaryExchange),
                    f.text("currency", sample.currency),
                    f.list("derivativeCount", sample.derivatives, "", (g, kind) -> g.text("derivative", kind)),
                    f.since(176) ? f.escaped("description", sample.description) : "",
                    f.since(176) ? f.text("issuerId", sample.issuerId) : "");
        }
    }
}
