package io.robotrader.engine.event;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.execution.Difference;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.halt.Halt;
import io.robotrader.risk.halt.HaltReset;
import io.robotrader.risk.sizing.PositionSize;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

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
     * The engine has one more reason to open nothing, or one less.
     *
     * @param at when
     * @param reason what kind of reason, by its name; or {@link #PRICES_OF} and a symbol, in which alone nothing is opened
     * @param placed whether it holds from now on; false if it has passed
     * @param why in words; a person's name comes first
     */
    record HoldChanged(Instant at, String reason, boolean placed, String why) implements EngineEvent {
        /** Followed by a symbol: the reason of a hold on that symbol alone, as its price is in doubt. */
        public static final String PRICES_OF = "PRICES OF ";
    }

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

    /**
     * A run of the engine began: everything up to the next one is of this run.
     *
     * @param at when
     * @param settings the settings as JSON, by the names of the documentation, without secrets
     */
    record RunBegan(Instant at, String settings) implements EngineEvent {}

    /**
     * A bar was let in. Everything that is decided on it comes after this.
     *
     * @param at when
     * @param bar the bar
     */
    record BarTaken(Instant at, Bar bar) implements EngineEvent {}

    /**
     * Market data was kept out.
     *
     * @param at when
     * @param symbol the ticker
     * @param reason why
     */
    record DataRefused(Instant at, String symbol, String reason) implements EngineEvent {}

    /**
     * A trade date began.
     *
     * @param at when
     * @param tradeDate the date
     * @param equity what the losses of the date are counted from, in money
     */
    record DayBegan(Instant at, LocalDate tradeDate, double equity) implements EngineEvent {}

    /**
     * The broker has the order.
     *
     * @param at when
     * @param orderId the order
     * @param brokerId the broker's own name for it
     */
    record OrderAcknowledged(Instant at, String orderId, String brokerId) implements EngineEvent {}

    /**
     * The engine asks the broker to take an order back.
     *
     * @param at when
     * @param orderId the order
     * @param reason why
     */
    record CancelRequested(Instant at, String orderId, String reason) implements EngineEvent {}

    /**
     * The kill switch tripped, or rose.
     *
     * @param at when
     * @param halt what is in force
     */
    record Halted(Instant at, Halt halt) implements EngineEvent {}

    /**
     * A person lifted a halt.
     *
     * @param at when
     * @param reset who, why, and what was lifted
     */
    record HaltLifted(Instant at, HaltReset reset) implements EngineEvent {}

    /**
     * The connection to the broker was lost, or is there again.
     *
     * @param at when
     * @param up whether it is there
     * @param detail what is known of it
     */
    record ConnectionChanged(Instant at, boolean up, String detail) implements EngineEvent {}

    /**
     * The books were held against the broker's.
     *
     * @param at when
     * @param differences what was different, and what was done about it; empty if nothing
     */
    record Reconciled(Instant at, List<Difference> differences) implements EngineEvent {
        /** Copies the list. */
        public Reconciled {
            differences = List.copyOf(differences);
        }
    }

    /**
     * The books were set to what the broker says of a symbol.
     *
     * @param at when
     * @param symbol the ticker
     * @param quantity the shares held from now on, negative for short, zero for none
     * @param averagePrice what they cost on average, in money a share; zero if there are none
     * @param moved by how much what is held is worth more than before, negative if less, at the last price; neither profit
     *     nor loss
     */
    record PositionAdopted(Instant at, String symbol, long quantity, BigDecimal averagePrice, BigDecimal moved)
            implements EngineEvent {}

    /**
     * The books were set to what the broker says of the cash, for a deposit, a withdrawal, interest, or a fee. A journal can begin
     * with it, and with positions: then that is what profit and loss are counted from, and what the broker has filled until then
     * is in it.
     *
     * @param at when; by the broker's clock if the journal begins with it
     * @param cash money from now on, negative if it is owed
     * @param moved by how much that differs from before
     */
    record CashAdopted(Instant at, BigDecimal cash, BigDecimal moved) implements EngineEvent {}

    /**
     * Something went wrong that did not end the engine.
     *
     * @param at when
     * @param where the loop or part that it happened in
     * @param message what
     */
    record TroubleNoted(Instant at, String where, String message) implements EngineEvent {}
}
