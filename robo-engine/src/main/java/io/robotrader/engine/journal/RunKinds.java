package io.robotrader.engine.journal;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.event.EngineEvent.BarTaken;
import io.robotrader.engine.event.EngineEvent.ConnectionChanged;
import io.robotrader.engine.event.EngineEvent.DataRefused;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.RunBegan;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.risk.halt.Halt;
import io.robotrader.risk.halt.HaltLevel;
import io.robotrader.risk.halt.HaltReset;
import io.robotrader.risk.halt.HaltTrigger;
import java.util.List;

/** The kinds that tell how the engine itself fares, and what it was fed with. */
final class RunKinds {

    static final List<EventKind<?>> ALL = List.of(
            EventKind.of(
                    "RunBegan",
                    RunBegan.class,
                    (json, it) -> json.text("settings", it.settings()),
                    (entry, json) -> new RunBegan(entry.at(), json.text("settings"))),
            EventKind.of(
                    "StateChanged",
                    StateChanged.class,
                    (json, it) -> {
                        json.text("from", it.from().name());
                        json.text("to", it.to().name());
                    },
                    (entry, json) -> new StateChanged(
                            entry.at(), json.name(EngineState.class, "from"), json.name(EngineState.class, "to"))),
            EventKind.of(
                    "HoldChanged",
                    HoldChanged.class,
                    (json, it) -> {
                        json.text("reason", it.reason());
                        json.flag("placed", it.placed());
                        json.text("why", it.why());
                    },
                    (entry, json) ->
                            new HoldChanged(entry.at(), json.text("reason"), json.flag("placed"), json.text("why"))),
            EventKind.of(
                            "BarTaken",
                            BarTaken.class,
                            (json, it) -> json.bar(it.bar()),
                            (entry, json) -> new BarTaken(entry.at(), Parts.bar(json.object("bar"))))
                    .aboutSymbol(it -> it.bar().symbol()),
            EventKind.of(
                            "DataRefused",
                            DataRefused.class,
                            (json, it) -> {
                                json.text("symbol", it.symbol());
                                json.text("reason", it.reason());
                            },
                            (entry, json) -> new DataRefused(entry.at(), json.text("symbol"), json.text("reason")))
                    .aboutSymbol(DataRefused::symbol),
            EventKind.of(
                    "Halted",
                    Halted.class,
                    (json, it) -> json.object("halt", () -> halt(json, it.halt())),
                    (entry, json) -> new Halted(entry.at(), halt(json.object("halt")))),
            EventKind.of(
                    "HaltLifted",
                    HaltLifted.class,
                    (json, it) -> json.object("reset", () -> {
                        HaltReset reset = it.reset();
                        json.object("lifted", () -> halt(json, reset.lifted()));
                        json.text("who", reset.who());
                        json.text("why", reset.why());
                        json.text("at", reset.at().toString());
                    }),
                    (entry, json) -> {
                        PayloadReader reset = json.object("reset");
                        return new HaltLifted(
                                entry.at(),
                                new HaltReset(
                                        halt(reset.object("lifted")),
                                        reset.text("who"),
                                        reset.text("why"),
                                        reset.instant("at")));
                    }),
            EventKind.of(
                    "ConnectionChanged",
                    ConnectionChanged.class,
                    (json, it) -> {
                        json.flag("up", it.up());
                        json.text("detail", it.detail());
                    },
                    (entry, json) -> new ConnectionChanged(entry.at(), json.flag("up"), json.text("detail"))),
            EventKind.of(
                    "TroubleNoted",
                    TroubleNoted.class,
                    (json, it) -> {
                        json.text("where", it.where());
                        json.text("message", it.message());
                    },
                    (entry, json) -> new TroubleNoted(entry.at(), json.text("where"), json.text("message"))));

    private RunKinds() {}

    private static void halt(PayloadWriter json, Halt halt) {
        json.text("level", halt.level().name());
        json.text("trigger", halt.trigger().name());
        json.text("reason", halt.reason());
        json.text("at", halt.at().toString());
        json.flag("flatten", halt.flatten());
    }

    private static Halt halt(PayloadReader json) {
        return new Halt(
                json.name(HaltLevel.class, "level"),
                json.name(HaltTrigger.class, "trigger"),
                json.text("reason"),
                json.instant("at"),
                json.flag("flatten"));
    }
}
