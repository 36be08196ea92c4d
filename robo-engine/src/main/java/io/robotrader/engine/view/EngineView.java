package io.robotrader.engine.view;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.halt.Halt;
import io.robotrader.risk.halt.HaltTrigger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One moment of the engine. Immutable and thread-safe.
 *
 * @param at when it was taken, on the engine's clock
 * @param state where the engine was in its life
 * @param holds why it opened nothing, in words; empty if it could
 * @param halt what the kill switch has halted; empty if nothing
 * @param warnings what was close to its limit, in words
 * @param tradeDate the trade date; empty before the first bar
 * @param figures the sums of the account
 * @param losses day, week and month so far; those whose start is known
 * @param positions what was held, by symbol
 * @param orders what worked, oldest first
 * @param decisions the last decisions of the risk gate, oldest first
 * @param loops the supervised loops
 * @param lastBars the time of the last bar of each symbol
 * @param doubts the symbols in which nothing is opened as their price is in doubt, and why
 * @param isConnected whether the broker was there
 * @param isShadow whether orders are decided and not sent
 * @param counts what was counted since the start
 */
public record EngineView(
        Instant at,
        EngineState state,
        Map<HoldReason, String> holds,
        Optional<Halt> halt,
        Map<HaltTrigger, String> warnings,
        Optional<LocalDate> tradeDate,
        AccountFigures figures,
        List<PeriodLoss> losses,
        List<HeldPosition> positions,
        List<OpenOrder> orders,
        List<OrderDecided> decisions,
        List<LoopStatus> loops,
        Map<String, Instant> lastBars,
        Map<String, String> doubts,
        boolean isConnected,
        boolean isShadow,
        EngineCounts counts) {

    /** Copies the collections. */
    public EngineView {
        Map<HoldReason, String> sorted = new EnumMap<>(HoldReason.class);
        sorted.putAll(holds);
        holds = Collections.unmodifiableMap(sorted);
        warnings = Map.copyOf(warnings);
        losses = List.copyOf(losses);
        positions = List.copyOf(positions);
        orders = List.copyOf(orders);
        decisions = List.copyOf(decisions);
        loops = List.copyOf(loops);
        lastBars = Map.copyOf(lastBars);
        doubts = Map.copyOf(doubts);
    }
}
