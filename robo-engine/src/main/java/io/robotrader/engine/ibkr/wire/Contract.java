package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is traded, as the vendor names it. Which fields a message has is up to the message; those that it does not have
 * are empty. Immutable and thread-safe.
 *
 * @param conId the vendor's number for it, 0 if not known
 * @param symbol the symbol, such as {@code AAPL}
 * @param secType the kind: {@code STK}, {@code OPT}, {@code FUT}, {@code CASH} and others
 * @param lastTradeDate the last day of trading or the month of the contract, empty for shares
 * @param strike the strike, null if it is not set; servers say 0 for shares
 * @param right {@code C} or {@code P}; for shares empty, or {@code ?} or {@code 0} in what servers say
 * @param multiplier how many of the underlying, empty for shares
 * @param exchange where it is traded or routed to, such as {@code SMART}
 * @param primaryExchange the home exchange, empty if not said
 * @param currency the currency of its price
 * @param localSymbol the exchange's own symbol
 * @param tradingClass the exchange's class
 */
public record Contract(
        int conId,
        String symbol,
        String secType,
        String lastTradeDate,
        @Nullable BigDecimal strike,
        String right,
        String multiplier,
        String exchange,
        String primaryExchange,
        String currency,
        String localSymbol,
        String tradingClass) {

    /** No contract: everything empty. */
    public static final Contract NONE = new Contract(0, "", "", "", null, "", "", "", "", "", "", "");

    private static final BigDecimal NO_STRIKE = new BigDecimal("0.0");

    /**
     * A share, as a client asks for it.
     *
     * @param symbol the symbol
     * @param exchange where to route to, usually {@code SMART}
     * @param currency the currency
     * @return the contract, without the vendor's number
     */
    public static Contract stock(String symbol, String exchange, String currency) {
        return new Contract(0, symbol, "STK", "", NO_STRIKE, "", "", exchange, "", currency, "", "");
    }

    /** All twelve fields, as clients send them. */
    Contract full(Fields f) {
        return new Contract(
                f.integer("conId", conId),
                f.text("symbol", symbol),
                f.text("secType", secType),
                f.text("lastTradeDate", lastTradeDate),
                f.decimalOrUnset("strike", strike, Unset.EMPTY),
                f.text("right", right),
                f.text("multiplier", multiplier),
                f.text("exchange", exchange),
                f.text("primaryExchange", primaryExchange),
                f.text("currency", currency),
                f.text("localSymbol", localSymbol),
                f.text("tradingClass", tradingClass));
    }

    /** Without the primary exchange, as servers send it with orders, fills and positions. */
    Contract withoutPrimary(Fields f) {
        return new Contract(
                f.integer("conId", conId),
                f.text("symbol", symbol),
                f.text("secType", secType),
                f.text("lastTradeDate", lastTradeDate),
                f.decimalOrUnset("strike", strike, Unset.EMPTY),
                f.text("right", right),
                f.text("multiplier", multiplier),
                f.text("exchange", exchange),
                "",
                f.text("currency", currency),
                f.text("localSymbol", localSymbol),
                f.text("tradingClass", tradingClass));
    }

    /** With the primary exchange in the place of the exchange, as servers send it with the portfolio. */
    Contract withPrimaryOnly(Fields f) {
        return new Contract(
                f.integer("conId", conId),
                f.text("symbol", symbol),
                f.text("secType", secType),
                f.text("lastTradeDate", lastTradeDate),
                f.decimalOrUnset("strike", strike, Unset.EMPTY),
                f.text("right", right),
                f.text("multiplier", multiplier),
                "",
                f.text("primaryExchange", primaryExchange),
                f.text("currency", currency),
                f.text("localSymbol", localSymbol),
                f.text("tradingClass", tradingClass));
    }
}
