package io.robotrader.engine.journal;

import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.DayBegan;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.PositionAdopted;
import io.robotrader.engine.event.EngineEvent.Reconciled;
import io.robotrader.engine.execution.Difference;
import java.util.List;

/** The kinds that tell of trade dates, and of the books as a whole. */
final class AccountKinds {

    static final List<EventKind<?>> ALL = List.of(
            EventKind.of(
                    "DayBegan",
                    DayBegan.class,
                    (json, it) -> {
                        json.text("tradeDate", it.tradeDate().toString());
                        json.figure("equity", it.equity());
                    },
                    (entry, json) -> new DayBegan(entry.at(), json.date("tradeDate"), json.figure("equity"))),
            EventKind.of(
                    "DayClosed",
                    DayClosed.class,
                    (json, it) -> {
                        json.text("tradeDate", it.tradeDate().toString());
                        json.figures(it.figures());
                    },
                    (entry, json) ->
                            new DayClosed(entry.at(), json.date("tradeDate"), Parts.figures(json.object("figures")))),
            EventKind.of(
                    "Reconciled",
                    Reconciled.class,
                    (json, it) -> json.list("differences", it.differences(), difference -> {
                        json.text("kind", difference.kind().name());
                        json.text("subject", difference.subject());
                        json.text("ours", difference.ours());
                        json.text("theirs", difference.theirs());
                        json.text("action", difference.action().name());
                    }),
                    (entry, json) -> new Reconciled(
                            entry.at(),
                            json.list("differences").stream()
                                    .map(AccountKinds::difference)
                                    .toList())),
            EventKind.of(
                            "PositionAdopted",
                            PositionAdopted.class,
                            (json, it) -> {
                                json.text("symbol", it.symbol());
                                json.count("quantity", it.quantity());
                                json.exact("averagePrice", it.averagePrice());
                                json.exact("moved", it.moved());
                            },
                            (entry, json) -> new PositionAdopted(
                                    entry.at(),
                                    json.text("symbol"),
                                    json.count("quantity"),
                                    json.exact("averagePrice"),
                                    json.exact("moved")))
                    .aboutSymbol(PositionAdopted::symbol),
            EventKind.of(
                    "CashAdopted",
                    CashAdopted.class,
                    (json, it) -> {
                        json.exact("cash", it.cash());
                        json.exact("moved", it.moved());
                    },
                    (entry, json) -> new CashAdopted(entry.at(), json.exact("cash"), json.exact("moved"))));

    private AccountKinds() {}

    private static Difference difference(PayloadReader json) {
        return new Difference(
                json.name(Difference.Kind.class, "kind"),
                json.text("subject"),
                json.text("ours"),
                json.text("theirs"),
                json.name(Difference.Action.class, "action"));
    }
}
