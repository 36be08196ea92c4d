package io.robotrader.examples.trade;

import io.robotrader.engine.EngineListener;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.ConnectionChanged;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Tells what happens, one line an event that a person wants to see. */
final class Teller implements EngineListener {

    private final PrintStream out;

    Teller(PrintStream out) {
        this.out = out;
    }

    @Override
    public void onEvent(EngineEvent event) {
        String line = line(event);
        if (line != null) {
            out.println(event.at() + "  " + line);
            out.flush();
        }
    }

    private static @Nullable String line(EngineEvent event) {
        if (event instanceof StateChanged it) {
            return it.from() + " -> " + it.to();
        }
        if (event instanceof OrderDecided it) {
            String order = it.order().side() + " " + it.order().quantity() + " "
                    + it.order().symbol() + "  (" + it.order().id() + ")";
            return it.decision().isApproved()
                    ? "sent     " + order
                    : "refused  " + order + " " + it.decision().violations();
        }
        if (event instanceof OrderFilled it) {
            return "filled   " + it.fill().side() + " " + it.fill().quantity() + " "
                    + it.fill().symbol() + " at " + it.fill().price() + "  ("
                    + it.fill().orderId() + ")";
        }
        if (event instanceof OrderEnded it) {
            return "ended    " + it.end().orderId() + " " + it.end().kind() + ": "
                    + it.end().reason();
        }
        if (event instanceof Halted it) {
            return "HALT     " + it.halt().level() + ", " + it.halt().reason();
        }
        if (event instanceof HaltLifted it) {
            return "the halt is lifted by " + it.reset().who();
        }
        if (event instanceof HoldChanged it) {
            return (it.placed() ? "hold     " : "no more  ") + it.reason() + ": " + it.why();
        }
        if (event instanceof ConnectionChanged it) {
            return "connection " + (it.up() ? "is there again" : "lost") + ": " + it.detail();
        }
        return null;
    }
}
