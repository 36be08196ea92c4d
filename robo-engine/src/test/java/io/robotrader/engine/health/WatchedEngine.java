package io.robotrader.engine.health;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.view.EngineControls;
import io.robotrader.engine.view.EngineCounts;
import io.robotrader.engine.view.EngineView;
import io.robotrader.engine.view.HeldPosition;
import io.robotrader.engine.view.HoldReason;
import io.robotrader.engine.view.LoopStatus;
import io.robotrader.engine.view.OpenOrder;
import io.robotrader.risk.RiskGate;
import io.robotrader.risk.RiskLimits;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.halt.Halt;
import io.robotrader.risk.halt.HaltLevel;
import io.robotrader.risk.halt.HaltTrigger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An engine that shows what a test wants, and notes what it is asked. */
final class WatchedEngine implements EngineControls {

    static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    static final String EVIL = "<img src=x onerror=\"document.title='owned'\">";

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<HoldReason, String> holds = new EnumMap<>(HoldReason.class);
    volatile Map<String, String> doubts = Map.of();
    private volatile @Nullable Halt halt;
    private volatile EngineState state = EngineState.RUNNING;

    @Override
    public EngineView view() {
        OrderIntent order = OrderIntent.limit("MSFT-20260302-9", "MSFT", Side.BUY, 40, 401.5);
        RiskGate gate = RiskGate.of(RiskLimits.defaults());
        return new EngineView(
                NOW,
                state,
                holds,
                Optional.ofNullable(halt),
                Map.of(HaltTrigger.HEAT, "PORTFOLIO_HEAT_LIMIT is at 0.05"),
                Optional.of(LocalDate.of(2026, 3, 2)),
                new AccountFigures(101_250.5, 50_000, 100_000, 1_250.5, 51_250, 1_012.505, 2),
                List.of(),
                List.of(
                        new HeldPosition(
                                "AAPL",
                                100,
                                200,
                                OptionalDouble.of(212.5),
                                OptionalDouble.of(196),
                                OptionalDouble.empty(),
                                Optional.of(NOW)),
                        new HeldPosition(
                                EVIL,
                                -10,
                                50,
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                OptionalDouble.empty(),
                                Optional.empty())),
                List.of(new OpenOrder(order, NOW, false, false)),
                List.of(new OrderDecided(NOW, order, gate.check(order))),
                List.of(new LoopStatus(
                        "risk", Duration.ofSeconds(30), NOW, Duration.ofSeconds(30), 7, 1, 1, 5, Optional.of("once"))),
                Map.of("AAPL", NOW.minusSeconds(60)),
                doubts,
                true,
                false,
                new EngineCounts(12, 14, 3, 1, 2, Optional.of(NOW), Optional.of(NOW), Duration.ofHours(2), 99));
    }

    @Override
    public void pause(String who, String why) {
        asked.add("pause " + who + ": " + why);
        holds.put(HoldReason.PERSON, who + ": " + why);
        state = EngineState.PAUSED;
    }

    @Override
    public void resume(String who) {
        asked.add("resume " + who);
        holds.clear();
        state = EngineState.RUNNING;
    }

    @Override
    public void halt(String who, String why) {
        asked.add("halt " + who + ": " + why);
        halt = new Halt(HaltLevel.HALT, HaltTrigger.PERSON, who + ": " + why, NOW, false);
    }

    @Override
    public boolean resetHalt(String who, String why) {
        asked.add("reset " + who + ": " + why);
        boolean lifted = halt != null;
        halt = null;
        return lifted;
    }

    @Override
    public void hold(HoldReason reason, String why) {
        holds.put(reason, why);
    }

    @Override
    public void release(HoldReason reason) {
        holds.remove(reason);
    }

    @Override
    public void unhealthy(String why) {
        if (why.equals("refuse")) {
            throw new IllegalStateException("it is over");
        }
        asked.add("unhealthy " + why);
    }
}
