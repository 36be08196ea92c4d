package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.ContractDetails;
import io.robotrader.engine.ibkr.wire.ContractMessage.ContractDetailsEnd;
import io.robotrader.engine.ibkr.wire.ContractRequest.RequestContractDetails;
import io.robotrader.engine.ibkr.wire.ContractRequest.RequestMatchingSymbols;
import io.robotrader.engine.ibkr.wire.MarketRule;
import io.robotrader.engine.ibkr.wire.SymbolSamples;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** What can be asked about contracts. Thread-safe; every answer comes in time or fails with an {@link IbkrException}. */
public final class IbkrContracts {

    private final Session session;

    IbkrContracts(Session session) {
        this.session = session;
    }

    /**
     * {@return all contracts that match, with what is known of them; fails with code 200 if there is none}
     *
     * @param contract what they must match; empty fields match anything
     */
    public CompletableFuture<List<IbkrContractDetails>> details(IbkrContract contract) {
        List<IbkrContractDetails> found = new ArrayList<>();
        return session.requests()
                .ask(
                        "the question for contract details",
                        id -> new RequestContractDetails(id, Wired.contract(contract), false, "", "", ""),
                        null,
                        m -> {
                            if (m instanceof ContractDetails details) {
                                found.add(Wired.details(details));
                            }
                            return m instanceof ContractDetailsEnd ? List.copyOf(found) : null;
                        });
    }

    /**
     * {@return contracts whose symbol or name starts so}
     *
     * @param pattern the start
     */
    public CompletableFuture<List<IbkrContract>> matching(String pattern) {
        return session.requests()
                .ask(
                        "the question for matching symbols",
                        id -> new RequestMatchingSymbols(id, pattern),
                        null,
                        m -> m instanceof SymbolSamples it
                                ? it.samples().stream()
                                        .map(IbkrContracts::contract)
                                        .toList()
                                : null);
    }

    private static IbkrContract contract(SymbolSamples.Sample s) {
        return new IbkrContract(s.conId(), s.symbol(), s.secType(), "", s.primaryExchange(), s.currency(), "", "");
    }

    /**
     * {@return how prices are rounded: from each price on, they are multiples of its step}
     *
     * @param ruleId the rule's number, from {@link IbkrContractDetails#marketRuleIds}
     */
    public CompletableFuture<NavigableMap<BigDecimal, BigDecimal>> marketRule(int ruleId) {
        return session.reading().marketRule(ruleId).thenApply(IbkrContracts::steps);
    }

    private static NavigableMap<BigDecimal, BigDecimal> steps(MarketRule rule) {
        NavigableMap<BigDecimal, BigDecimal> steps = new TreeMap<>();
        rule.steps().forEach(step -> steps.put(step.from(), step.increment()));
        return java.util.Collections.unmodifiableNavigableMap(steps);
    }
}
