package io.robotrader.engine.event;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.sizing.PositionSize;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Something that happened in the engine. Immutable and thread-safe. */
public sealed interface EngineEvent {

    /** {@return when it happened, on the engine's clock} */
    Instant at();

    /**
     * The engine went from one state to another.
     *
     * @param at when
     * @param from the state before
     * @param to the state from now on
     */
    record StateChanged(Instant at, EngineState from, EngineState to) implements EngineEvent {}

    /**
     * A strategy wants another direction.
     *
     * @param at when
     * @param signal what it wants
     */
    record SignalRaised(Instant at, Signal signal) implements EngineEvent {}

    /**
     * A signal to open was turned into a number of shares; none is an answer.
     *
     * @param at when
     * @param symbol the ticker
     * @param size the shares and what bound them
     */
    record EntrySized(Instant at, String symbol, PositionSize size) implements EngineEvent {}

    /**
     * The risk gate judged an order. An approved one goes to the broker at once.
     *
     * @param at when
     * @param order the order
     * @param decision approved, or refused with every reason
     */
    record OrderDecided(Instant at, OrderIntent order, RiskDecision decision) implements EngineEvent {}

    /**
     * Shares were traded.
     *
     * @param at when
     * @param fill what was traded
     * @param realizedPnl what the fill took in profit or loss, commission included, in money
     */
    record OrderFilled(Instant at, Fill fill, BigDecimal realizedPnl) implements EngineEvent {}

    /**
     * What a fill of before has cost became known.
     *
     * @param at when
     * @param commission what is added to its commission
     */
    record CommissionCharged(Instant at, LateCommission commission) implements EngineEvent {}

    /**
     * An order ended before it was filled to the last share.
     *
     * @param at when
     * @param end the order and how it ended
     */
    record OrderEnded(Instant at, OrderEnd end) implements EngineEvent {}

    /**
     * A trade date is over.
     *
     * @param at when
     * @param tradeDate the date
     * @param figures the account at its last marks
     */
    record DayClosed(Instant at, LocalDate tradeDate, AccountFigures figures) implements EngineEvent {}
}
