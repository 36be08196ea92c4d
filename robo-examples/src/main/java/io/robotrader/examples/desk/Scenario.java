package io.robotrader.examples.desk;

import io.robotrader.risk.RiskGate;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.InstrumentFacts;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.rule.CorrelationLookup;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code check} as it is written; docs/scenarios.md tells what each key means.
 *
 * @param time what time it is, or null for that of the newest price
 * @param limits a bound, or {@code off}, a limit; null for the defaults
 * @param account cash and positions
 * @param instruments sectors and lots, null for none
 * @param market what the market says
 * @param marketVolatility how much the market moves a day, null if unknown
 * @param correlations pairs, null for none
 * @param orders in the order in which they are sent
 */
record Scenario(
        @Nullable String time,
        @Nullable Map<String, Object> limits,
        @Nullable AccountPart account,
        @Nullable List<InstrumentPart> instruments,
        @Nullable List<MarketPart> market,
        @Nullable Double marketVolatility,
        @Nullable List<CorrelationPart> correlations,
        @Nullable List<OrderPart> orders) {

    Instant now() {
        if (time != null) {
            return Times.parse(time);
        }
        return Given.each(
                        "market",
                        Given.list(market),
                        part -> Optional.ofNullable(part.time()).map(Times::parse))
                .stream()
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElseThrow(() -> new IllegalArgumentException(
                        "time must be given, by the scenario or by its market data, but is missing"));
    }

    List<OrderCase> orderCases() {
        List<OrderCase> cases = Given.each(
                "orders", Given.required(orders, "orders"), part -> new OrderCase(part.order(), part.expected()));
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("orders must be at least one, but was []");
        }
        return cases;
    }

    /** A gate that knows all that the scenario tells, and for which the time stands still. */
    RiskGate gate() {
        Instant now = now();
        RiskGate gate = RiskGate.builder()
                .limits(LimitTable.read(limits == null ? Map.of() : limits))
                .instruments(knownInstruments())
                .correlations(lookup())
                .clock(() -> now)
                .build();

        List<MarketData> prices = Given.each("market", Given.list(market), part -> part.data(now));
        List<InstrumentFacts> facts = Given.each("market", Given.list(market), part -> part.facts(now));
        Given.distinct("market", prices, MarketData::symbol);
        AccountPart given = Given.required(account, "account");
        AccountSnapshot snapshot = Given.at("account", () -> given.snapshot(prices));

        gate.update(snapshot);
        facts.forEach(gate::update);
        if (marketVolatility != null) {
            try {
                gate.marketVolatility(marketVolatility);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "marketVolatility must be positive and finite, but was " + marketVolatility, e);
            }
        }
        return gate;
    }

    private List<Instrument> knownInstruments() {
        List<Instrument> known = Given.each("instruments", Given.list(instruments), InstrumentPart::instrument);
        Given.distinct("instruments", known, Instrument::symbol);
        return known;
    }

    private CorrelationLookup lookup() {
        List<CorrelationPart.Pair> pairs =
                Given.each("correlations", Given.list(correlations), CorrelationPart::toPair);
        Given.distinct("correlations", pairs, CorrelationPart.Pair::name);
        return (a, b) -> pairs.stream()
                .filter(pair -> pair.isOf(a, b))
                .mapToDouble(CorrelationPart.Pair::value)
                .findFirst()
                .orElse(Double.NaN);
    }
}
