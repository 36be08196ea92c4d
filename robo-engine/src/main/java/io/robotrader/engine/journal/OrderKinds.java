package io.robotrader.engine.journal;

import io.robotrader.engine.event.EngineEvent.CancelRequested;
import io.robotrader.engine.event.EngineEvent.CommissionCharged;
import io.robotrader.engine.event.EngineEvent.EntrySized;
import io.robotrader.engine.event.EngineEvent.OrderAcknowledged;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.execution.LateCommission;
import java.util.List;

/** The kinds that tell the way of an order, from the wish to the last share. */
final class OrderKinds {

    static final List<EventKind<?>> ALL = List.of(
            EventKind.of(
                            "SignalRaised",
                            SignalRaised.class,
                            (json, it) -> json.signal(it.signal()),
                            (entry, json) -> new SignalRaised(entry.at(), Parts.signal(json.object("signal"))))
                    .aboutSymbol(it -> it.signal().symbol()),
            EventKind.of(
                            "EntrySized",
                            EntrySized.class,
                            (json, it) -> {
                                json.text("symbol", it.symbol());
                                json.size(it.size());
                            },
                            (entry, json) ->
                                    new EntrySized(entry.at(), json.text("symbol"), Parts.size(json.object("size"))))
                    .aboutSymbol(EntrySized::symbol),
            EventKind.of(
                            "OrderDecided",
                            OrderDecided.class,
                            (json, it) -> {
                                json.order(it.order());
                                json.decision(it.decision());
                            },
                            (entry, json) -> new OrderDecided(
                                    entry.at(),
                                    Parts.order(json.object("order")),
                                    Parts.decision(json.object("decision"))))
                    .aboutSymbol(it -> it.order().symbol())
                    .aboutOrder(it -> it.order().id()),
            EventKind.of(
                            "OrderAcknowledged",
                            OrderAcknowledged.class,
                            (json, it) -> {
                                json.text("orderId", it.orderId());
                                json.text("brokerId", it.brokerId());
                            },
                            (entry, json) ->
                                    new OrderAcknowledged(entry.at(), json.text("orderId"), json.text("brokerId")))
                    .aboutOrder(OrderAcknowledged::orderId),
            EventKind.of(
                            "CancelRequested",
                            CancelRequested.class,
                            (json, it) -> {
                                json.text("orderId", it.orderId());
                                json.text("reason", it.reason());
                            },
                            (entry, json) -> new CancelRequested(entry.at(), json.text("orderId"), json.text("reason")))
                    .aboutOrder(CancelRequested::orderId),
            EventKind.of(
                            "OrderFilled",
                            OrderFilled.class,
                            (json, it) -> {
                                json.fill(it.fill());
                                json.exact("realizedPnl", it.realizedPnl());
                            },
                            (entry, json) -> new OrderFilled(
                                    entry.at(), Parts.fill(json.object("fill")), json.exact("realizedPnl")))
                    .aboutSymbol(it -> it.fill().symbol())
                    .aboutOrder(it -> it.fill().orderId()),
            EventKind.of(
                            "CommissionCharged",
                            CommissionCharged.class,
                            (json, it) -> {
                                LateCommission late = it.commission();
                                json.text("fillId", late.fillId());
                                json.exact("amount", late.amount());
                                json.text("time", late.time().toString());
                            },
                            (entry, json) -> new CommissionCharged(
                                    entry.at(),
                                    new LateCommission(
                                            json.text("fillId"),
                                            entry.orderId().orElseThrow(),
                                            entry.symbol().orElseThrow(),
                                            json.exact("amount"),
                                            json.instant("time"))))
                    .aboutSymbol(it -> it.commission().symbol())
                    .aboutOrder(it -> it.commission().orderId()),
            EventKind.of(
                            "OrderEnded",
                            OrderEnded.class,
                            (json, it) -> json.end(it.end()),
                            (entry, json) -> new OrderEnded(entry.at(), Parts.end(json.object("end"))))
                    .aboutOrder(it -> it.end().orderId()));

    private OrderKinds() {}
}
