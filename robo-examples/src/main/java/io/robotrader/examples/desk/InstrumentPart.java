package io.robotrader.examples.desk;

import io.robotrader.risk.account.Instrument;
import org.jspecify.annotations.Nullable;

/** Sector and lot of a symbol; what is null was left out. */
record InstrumentPart(
        String symbol, @Nullable String sector, @Nullable Long lotSize) {

    Instrument instrument() {
        return new Instrument(
                symbol, sector == null ? Instrument.UNKNOWN_SECTOR : sector, lotSize == null ? 1 : lotSize);
    }
}
