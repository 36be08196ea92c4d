package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.TickMessage.MarketDataType;
import io.robotrader.engine.ibkr.wire.TickMessage.TickGeneric;
import io.robotrader.engine.ibkr.wire.TickMessage.TickPrice;
import io.robotrader.engine.ibkr.wire.TickMessage.TickRequestParameters;
import io.robotrader.engine.ibkr.wire.TickMessage.TickSize;
import io.robotrader.engine.ibkr.wire.TickMessage.TickSnapshotEnd;
import io.robotrader.engine.ibkr.wire.TickMessage.TickString;
import io.robotrader.engine.ibkr.wire.TickType;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One subscription to the ticks of a symbol: what has changed since it was last told. */
final class TickLine {

    private static final int CAN_AUTO_EXECUTE = 1;

    final ClientSession session;
    final int id;
    final Market.Instrument instrument;
    private final Gateway gateway;
    private final int type;
    private final List<String> generic;
    private final Map<TickType, Double> told = new EnumMap<>(TickType.class);

    TickLine(
            Gateway gateway,
            ClientSession session,
            int id,
            Market.Instrument instrument,
            int type,
            String genericTicks) {
        this.gateway = gateway;
        this.session = session;
        this.id = id;
        this.instrument = instrument;
        this.type = type;
        this.generic = Arrays.asList(genericTicks.split(",", -1));
    }

    void first() {
        gateway.send(session, new MarketDataType(id, type));
        gateway.send(session, new TickRequestParameters(id, instrument.listing.minTick(), "9c0001", 3));
        if (instrument.quote.exists()) {
            next();
            price(TickType.CLOSE, instrument.quote.previousClose, 0);
            price(TickType.OPEN, instrument.quote.open, 0);
        }
        if (generic.contains("236") && type == 1) {
            gateway.send(session, new TickGeneric(id, TickType.SHORTABLE.live(), 3));
            size(TickType.SHORTABLE_SHARES, 1_000_000);
        }
        if (instrument.halted) {
            halted();
        }
    }

    void next() {
        Quote quote = instrument.quote;
        double shown = quote.shown();
        price(TickType.BID, quote.bid, shown);
        size(TickType.BID_SIZE, shown);
        price(TickType.ASK, quote.ask, shown);
        size(TickType.ASK_SIZE, shown);
        String time = Long.toString(gateway.timeline.now().getEpochSecond());
        gateway.send(session, new TickString(id, number(TickType.LAST_TIME), time));
        told.remove(TickType.LAST); // a trade at the same price is a trade
        price(TickType.LAST, quote.last, quote.size);
        size(TickType.LAST_SIZE, quote.size);
        size(TickType.VOLUME, quote.volume);
        price(TickType.HIGH, quote.high, 0);
        price(TickType.LOW, quote.low, 0);
        if (generic.contains("233") && type == 1) {
            gateway.send(session, new TickString(id, TickType.REAL_TIME_VOLUME.live(), volumeText(quote)));
        }
    }

    private String volumeText(Quote quote) {
        double average = Math.round(quote.average() * 1e8) / 1e8;
        return quote.last + ";" + (long) quote.size + ";"
                + gateway.timeline.now().toEpochMilli() + ";" + (long) quote.volume + ";" + average + ";true";
    }

    void halted() {
        gateway.send(session, new TickGeneric(id, number(TickType.HALTED), instrument.halted ? 1 : 0));
    }

    void endOfSnapshot() {
        gateway.send(session, new TickSnapshotEnd(id));
    }

    private void price(TickType tick, double price, double size) {
        if (isNew(tick, price) && price > 0) {
            boolean side = tick == TickType.BID || tick == TickType.ASK;
            gateway.send(session, new TickPrice(id, number(tick), price, size, side ? CAN_AUTO_EXECUTE : 0));
        }
    }

    private void size(TickType tick, double size) {
        if (isNew(tick, size)) {
            gateway.send(session, new TickSize(id, number(tick), size));
        }
    }

    private boolean isNew(TickType tick, double value) {
        Double before = told.put(tick, value);
        return before == null || before != value;
    }

    private int number(TickType tick) {
        return type >= 3 ? tick.delayed() : tick.live();
    }
}
