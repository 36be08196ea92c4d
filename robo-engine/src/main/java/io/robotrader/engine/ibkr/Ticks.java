package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.ServerMessage;
import io.robotrader.engine.ibkr.wire.TickByTick;
import io.robotrader.engine.ibkr.wire.TickMessage;
import io.robotrader.engine.ibkr.wire.TickType;
import java.util.List;

/** Ticks out of messages. */
final class Ticks {

    private static final int UNREPORTED = 2;

    private Ticks() {}

    static List<IbkrTick> read(ServerMessage message) {
        if (message instanceof TickMessage.TickPrice t) {
            return List.of(new IbkrTick.Price(field(t.tickType()), t.tickType(), t.price(), t.size()));
        }
        if (message instanceof TickMessage.TickSize t) {
            return List.of(new IbkrTick.Size(field(t.tickType()), t.tickType(), t.size()));
        }
        if (message instanceof TickMessage.TickGeneric t) {
            return List.of(new IbkrTick.Value(field(t.tickType()), t.tickType(), t.value()));
        }
        if (message instanceof TickMessage.TickString t) {
            return List.of(new IbkrTick.Text(field(t.tickType()), t.tickType(), t.value()));
        }
        if (message instanceof TickMessage.MarketDataType t) {
            return List.of(new IbkrTick.DataType(MarketDataType.of(t.type())));
        }
        return message instanceof TickByTick t ? single(t) : List.of();
    }

    private static TickField field(int number) {
        return TickField.of(TickType.of(number));
    }

    private static List<IbkrTick> single(TickByTick message) {
        if (message instanceof TickByTick.Trade t) {
            boolean unreported = (t.attributes() & UNREPORTED) != 0;
            return List.of(new IbkrTick.Trade(t.time(), t.price(), t.size(), t.exchange(), t.conditions(), unreported));
        }
        if (message instanceof TickByTick.Quote t) {
            return List.of(new IbkrTick.BidAsk(t.time(), t.bid(), t.ask(), t.bidSize(), t.askSize()));
        }
        return message instanceof TickByTick.MidPoint t
                ? List.of(new IbkrTick.MidPoint(t.time(), t.price()))
                : List.of();
    }
}
