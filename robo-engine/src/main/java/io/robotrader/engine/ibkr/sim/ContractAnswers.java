package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.ContractDetails;
import io.robotrader.engine.ibkr.wire.ContractMessage.ContractDetailsEnd;
import io.robotrader.engine.ibkr.wire.ContractRequest;
import io.robotrader.engine.ibkr.wire.MarketRule;
import io.robotrader.engine.ibkr.wire.SymbolSamples;
import io.robotrader.engine.ibkr.wire.UnknownMessage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Answers what is asked about contracts. */
final class ContractAnswers {

    private static final String ORDER_TYPES =
            "ACTIVETIM,DAY,FOK,GTC,GTD,IOC,LMT,MKT,OCA,STP,STPLMT,TRAIL,TRAILLMT,WHATIF";
    private static final BigDecimal LOT = new BigDecimal("100");
    private static final int MARKET_RULE = 26;
    private static final int SMART_COMPONENTS = 83;
    private static final int DAYS = 6;

    private final Gateway gateway;

    ContractAnswers(Gateway gateway) {
        this.gateway = gateway;
    }

    void take(ClientSession session, ContractRequest request) {
        if (request instanceof ContractRequest.RequestContractDetails asked) {
            details(session, asked);
        } else if (request instanceof ContractRequest.RequestMatchingSymbols asked) {
            gateway.send(session, new SymbolSamples(asked.requestId(), samples(asked.pattern())));
        } else if (request instanceof ContractRequest.RequestMarketRule asked) {
            rule(session, asked.ruleId());
        }
    }

    /** Smart components are asked for in a message that has no type of its own: there are none to tell of. */
    void takeUnknown(ClientSession session, UnknownMessage message) {
        if (message.id() == SMART_COMPONENTS && message.fields().size() > 1) {
            int id = number(message.fields().get(message.fields().size() - 2));
            gateway.send(session, new UnknownMessage(82, List.of(Integer.toString(id), "0")));
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void details(ClientSession session, ContractRequest.RequestContractDetails asked) {
        boolean found = false;
        for (Market.Instrument instrument : gateway.market.instruments()) {
            if (instrument.listing.matches(asked.contract())) {
                gateway.send(session, details(instrument.listing, asked.requestId()));
                found = true;
            }
        }
        if (found) {
            gateway.send(session, new ContractDetailsEnd(asked.requestId()));
        } else {
            gateway.error(session, asked.requestId(), 200, "No security definition has been found for the request");
        }
    }

    private ContractDetails details(Listing listing, int requestId) {
        return new ContractDetails(
                requestId,
                listing.described(),
                listing.tradingClass(),
                listing.minTick(),
                ORDER_TYPES,
                "SMART," + listing.exchange(),
                1,
                0,
                listing.name(),
                "",
                listing.industry(),
                listing.category(),
                listing.subcategory(),
                Hours.ZONE,
                hours("0400", Hours::lateClose),
                hours("0930", Hours::close),
                "",
                null,
                List.of(),
                1,
                "",
                "",
                MARKET_RULE + "," + MARKET_RULE,
                "",
                "COMMON",
                BigDecimal.ONE,
                BigDecimal.ONE,
                LOT);
    }

    private String hours(String from, Function<LocalDate, LocalTime> close) {
        LocalDate day = Hours.date(gateway.timeline.now());
        List<String> days = new ArrayList<>();
        for (int i = 0; i < DAYS; i++, day = day.plusDays(1)) {
            String date = Spelling.day(day);
            String to = close.apply(day).toString().replace(":", "");
            days.add(gateway.hours.isOpenDay(day) ? date + ":" + from + "-" + date + ":" + to : date + ":CLOSED");
        }
        return String.join(";", days);
    }

    private List<SymbolSamples.Sample> samples(String pattern) {
        String start = pattern.toUpperCase(Locale.ROOT);
        return gateway.market.instruments().stream()
                .map(i -> i.listing)
                .filter(l -> l.symbol().startsWith(start)
                        || l.name().toUpperCase(Locale.ROOT).startsWith(start))
                .map(l -> new SymbolSamples.Sample(
                        l.conId(), l.symbol(), "STK", l.exchange(), "USD", List.of(), l.name(), ""))
                .toList();
    }

    private void rule(ClientSession session, int ruleId) {
        if (ruleId == MARKET_RULE) {
            BigDecimal tick = new BigDecimal("0.01");
            gateway.send(session, new MarketRule(ruleId, List.of(new MarketRule.Step(new BigDecimal("0.0"), tick))));
        } else {
            gateway.invalid(session, -1, "Unknown market rule id " + ruleId);
        }
    }
}
