package io.robotrader.engine.journal;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.CommissionCharged;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.EntrySized;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.risk.account.OrderIntent;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns an event into its entry. The kinds are spelt out, because what is in a journal must not change when a class is
 * renamed.
 */
final class EntryFormat {

    private EntryFormat() {}

    static JournalEntry entry(long sequence, EngineEvent event) {
        if (event instanceof StateChanged it) {
            return entry(sequence, it, "StateChanged", null, null, json -> {
                json.text("from", it.from().name());
                json.text("to", it.to().name());
            });
        }
        if (event instanceof SignalRaised it) {
            return entry(sequence, it, "SignalRaised", it.signal().symbol(), null, json -> json.signal(it.signal()));
        }
        if (event instanceof EntrySized it) {
            return entry(sequence, it, "EntrySized", it.symbol(), null, json -> {
                json.text("symbol", it.symbol());
                json.size(it.size());
            });
        }
        if (event instanceof OrderDecided it) {
            OrderIntent order = it.order();
            return entry(sequence, it, "OrderDecided", order.symbol(), order.id(), json -> {
                json.order(order);
                json.decision(it.decision());
            });
        }
        if (event instanceof OrderFilled it) {
            Fill fill = it.fill();
            return entry(sequence, it, "OrderFilled", fill.symbol(), fill.orderId(), json -> {
                json.fill(fill);
                json.exact("realizedPnl", it.realizedPnl());
            });
        }
        if (event instanceof CommissionCharged it) {
            LateCommission late = it.commission();
            return entry(sequence, it, "CommissionCharged", late.symbol(), late.orderId(), json -> {
                json.text("fillId", late.fillId());
                json.exact("amount", late.amount());
                json.text("time", late.time().toString());
            });
        }
        if (event instanceof OrderEnded it) {
            return entry(sequence, it, "OrderEnded", null, it.end().orderId(), json -> json.end(it.end()));
        }
        if (event instanceof DayClosed it) {
            return entry(sequence, it, "DayClosed", null, null, json -> {
                json.text("tradeDate", it.tradeDate().toString());
                json.figures(it.figures());
            });
        }
        throw new IllegalStateException("no format for " + event.getClass());
    }

    private static JournalEntry entry(
            long sequence,
            EngineEvent event,
            String kind,
            @Nullable String symbol,
            @Nullable String orderId,
            Consumer<PayloadWriter> parts) {
        String payload = PayloadWriter.write(parts);
        return new JournalEntry(
                sequence, event.at(), kind, Optional.ofNullable(symbol), Optional.ofNullable(orderId), payload);
    }
}
