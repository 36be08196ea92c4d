package io.robotrader.engine.ibkr;

import java.util.Objects;

/**
 * What is traded, as the vendor names it. Derivatives that are held or worked are named by {@code conId} and {@code
 * localSymbol}. Immutable and thread-safe.
 *
 * @param conId the vendor's number for it, 0 if not known
 * @param symbol the symbol, such as {@code AAPL}
 * @param secType the kind, such as {@code STK}
 * @param exchange where it is routed to or traded, such as {@code SMART}
 * @param primaryExchange the home exchange, which tells apart shares of one symbol; empty if not said
 * @param currency the currency of its price
 * @param localSymbol the exchange's own symbol, empty if not said
 * @param tradingClass the exchange's class, empty if not said
 */
public record IbkrContract(
        int conId,
        String symbol,
        String secType,
        String exchange,
        String primaryExchange,
        String currency,
        String localSymbol,
        String tradingClass) {

    /** Checks the parts. */
    public IbkrContract {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(secType, "secType");
        Objects.requireNonNull(exchange, "exchange");
        Objects.requireNonNull(primaryExchange, "primaryExchange");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(localSymbol, "localSymbol");
        Objects.requireNonNull(tradingClass, "tradingClass");
    }

    /**
     * {@return a share in dollars, routed by the vendor}
     *
     * @param symbol the symbol
     */
    public static IbkrContract stock(String symbol) {
        return stock(symbol, "");
    }

    /**
     * {@return a share in dollars, routed by the vendor, of a home exchange}
     *
     * @param symbol the symbol
     * @param primaryExchange the home exchange, empty if it does not matter
     */
    public static IbkrContract stock(String symbol, String primaryExchange) {
        return new IbkrContract(0, symbol, "STK", "SMART", primaryExchange, "USD", "", "");
    }
}
