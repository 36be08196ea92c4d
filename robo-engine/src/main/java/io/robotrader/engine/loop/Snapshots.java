package io.robotrader.engine.loop;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.view.EngineView;
import io.robotrader.engine.view.HeldPosition;
import io.robotrader.engine.view.HoldReason;
import io.robotrader.engine.view.LoopStatus;
import io.robotrader.risk.account.AccountFigures;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a picture of the engine for those who watch it. */
final class Snapshots {

    private Snapshots() {}

    static EngineView take(
            Floor floor,
            DayBook day,
            Guards guards,
            List<LoopStatus> loops,
            EngineState state,
            Map<HoldReason, String> holds) {
        Instant now = floor.now();
        AccountFigures figures = floor.desk.gate().figures();
        List<HeldPosition> positions = floor.desk.portfolio().symbols().stream()
                .map(symbol -> position(floor, guards, symbol))
                .toList();
        return new EngineView(
                now,
                state,
                holds,
                floor.desk.killSwitch().halt(),
                floor.desk.killSwitch().warnings(),
                Optional.ofNullable(day.tradeDate()),
                figures,
                day.losses(figures.equity()),
                positions,
                floor.working.all(),
                floor.tally.decisions(),
                loops,
                floor.tape.lastTimes(),
                floor.doubted,
                state.isLive() && !holds.containsKey(HoldReason.CONNECTION),
                floor.desk.rules().shadow(),
                floor.tally.counts(now, floor.host.lastSequence()));
    }

    private static HeldPosition position(Floor floor, Guards guards, String symbol) {
        return new HeldPosition(
                symbol,
                floor.held(symbol),
                floor.desk.portfolio().averagePrice(symbol),
                floor.tape.markOf(symbol),
                guards.stopOf(symbol),
                guards.targetOf(symbol),
                guards.since(symbol));
    }
}
