package io.robotrader.engine.journal;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.DayBegan;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.PositionAdopted;
import io.robotrader.engine.event.EngineEvent.RunBegan;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import java.util.Set;

/**
 * Says which entries must outlive the JVM from the moment that they are acknowledged: those on which the world is acted
 * upon next, and those that change what is allowed or held. What is lost of the others is told again by the broker, or
 * decided again; a request to cancel among them, as a halt is not to wait for the disk once an order.
 */
final class AtOnce {
    private static final Set<Class<? extends EngineEvent>> KINDS = Set.of(
            RunBegan.class,
            StateChanged.class,
            DayBegan.class,
            DayClosed.class,
            Halted.class,
            HaltLifted.class,
            HoldChanged.class,
            OrderFilled.class,
            PositionAdopted.class,
            CashAdopted.class);

    private AtOnce() {}

    static boolean isWanted(EngineEvent event) {
        return KINDS.contains(event.getClass())
                || (event instanceof OrderDecided decided && decided.decision().isApproved());
    }
}
