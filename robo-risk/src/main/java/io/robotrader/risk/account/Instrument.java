package io.robotrader.risk.account;

import io.robotrader.risk.internal.Require;

/**
 * What is traded, as far as it does not change by the hour.
 *
 * <p>Immutable and thread-safe.
 *
 * @param symbol the ticker, for example {@code AAPL}; compared letter by letter
 * @param sector the industry sector, or {@link #UNKNOWN_SECTOR}, which counts as a sector of its own
 * @param lotSize the shares in a lot, 1 or more; opening orders are whole lots
 */
public record Instrument(String symbol, String sector, long lotSize) {

    /** The sector of an instrument of which none was told. */
    public static final String UNKNOWN_SECTOR = "unknown";

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a text is blank or the lot is smaller than one share
     */
    public Instrument {
        Require.text(symbol, "symbol");
        Require.text(sector, "sector");
        Require.atLeast(lotSize, 1, "lotSize");
    }

    /**
     * {@return an instrument of an unknown sector, traded share by share}
     *
     * @param symbol the ticker
     */
    public static Instrument of(String symbol) {
        return new Instrument(symbol, UNKNOWN_SECTOR, 1);
    }

    /**
     * {@return this instrument in another sector}
     *
     * @param newSector the sector's name
     */
    public Instrument withSector(String newSector) {
        return new Instrument(symbol, newSector, lotSize);
    }

    /**
     * {@return this instrument with another lot}
     *
     * @param newLotSize the shares in a lot, 1 or more
     */
    public Instrument withLotSize(long newLotSize) {
        return new Instrument(symbol, sector, newLotSize);
    }
}
