package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.Contract;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A share that the simulator knows. Immutable and thread-safe.
 *
 * @param symbol its symbol, not blank
 * @param conId the number by which contracts go, above 0, no two symbols the same
 * @param name the company
 * @param exchange its home exchange, such as {@code NASDAQ}
 * @param tradingClass the exchange's class, such as {@code NMS}
 * @param industry the industry, may be empty
 * @param category within the industry, may be empty
 * @param subcategory within the category, may be empty
 * @param minTick the smallest step of its price, above 0
 */
public record Listing(
        String symbol,
        int conId,
        String name,
        String exchange,
        String tradingClass,
        String industry,
        String category,
        String subcategory,
        BigDecimal minTick) {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal NO_STRIKE = new BigDecimal("0.0");

    private static final Map<String, Listing> KNOWN = Map.of(
            "AAPL", nasdaq("AAPL", 265598, "APPLE INC", "Technology", "Computers", "Computers"),
            "MSFT", nasdaq("MSFT", 272093, "MICROSOFT CORP", "Technology", "Software", "Applications Software"),
            "AMZN", nasdaq("AMZN", 3691937, "AMAZON.COM INC", "Communications", "Internet", "E-Commerce/Products"),
            "GOOG", nasdaq("GOOG", 208813720, "ALPHABET INC-CL C", "Communications", "Internet", "Web Portals/ISP"));

    /** Checks what the protocol needs. */
    public Listing {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("symbol must not be blank, but was '" + symbol + "'");
        }
        if (conId < 1) {
            throw new IllegalArgumentException("conId must be above 0, but was " + conId);
        }
        if (minTick.signum() <= 0) {
            throw new IllegalArgumentException("minTick must be above 0, but was " + minTick);
        }
    }

    /**
     * A listing for a symbol: a few well-known ones with their real numbers and names, any other made up, the same for
     * the same symbol every time.
     *
     * @param symbol the symbol, not blank
     * @return the listing, in steps of a cent
     */
    public static Listing of(String symbol) {
        Listing known = KNOWN.get(symbol);
        return known != null ? known : nasdaq(symbol, madeUpId(symbol), symbol, "", "", "");
    }

    /**
     * The same with another step of its price.
     *
     * @param step the smallest step, above 0
     * @return the listing
     */
    public Listing withMinTick(BigDecimal step) {
        return new Listing(symbol, conId, name, exchange, tradingClass, industry, category, subcategory, step);
    }

    private static Listing nasdaq(String symbol, int id, String name, String industry, String category, String sub) {
        return new Listing(symbol, id, name, "NASDAQ", "NMS", industry, category, sub, CENT);
    }

    private static int madeUpId(String symbol) {
        CRC32 sum = new CRC32();
        sum.update(symbol.getBytes(StandardCharsets.UTF_8));
        return 500_000_000 + (int) (sum.getValue() % 400_000_000);
    }

    /** As orders have it. */
    Contract ordered() {
        return contract(BigDecimal.ZERO, "?", "SMART");
    }

    /** As positions have it, and fills, which tell where they were. */
    Contract held() {
        return contract(NO_STRIKE, "", exchange);
    }

    /** As the portfolio has it. */
    Contract valued() {
        return contract(BigDecimal.ZERO, "0", "");
    }

    /** As its own description has it. */
    Contract described() {
        return contract(BigDecimal.ZERO, "", "SMART");
    }

    private Contract contract(BigDecimal strike, String right, String at) {
        return new Contract(conId, symbol, "STK", "", strike, right, "", at, exchange, "USD", symbol, tradingClass);
    }

    boolean matches(Contract asked) {
        if (!(asked.secType().isEmpty() || asked.secType().equals("STK"))) {
            return false;
        }
        if (asked.conId() != 0) {
            return asked.conId() == conId;
        }
        boolean bySymbol = asked.symbol().equalsIgnoreCase(symbol)
                || (asked.symbol().isEmpty() && asked.localSymbol().equals(symbol));
        return bySymbol
                && (asked.currency().isEmpty() || asked.currency().equals("USD"))
                && (asked.primaryExchange().isEmpty() || asked.primaryExchange().equals(exchange));
    }
}
