package io.robotrader.engine.loop;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.view.HoldReason;
import io.robotrader.risk.halt.Halt;
import java.time.Duration;

/** What the one writing thread is handed, each knowing which step it asks for. */
public sealed interface EngineInput {

    /**
     * Takes the step.
     *
     * @param loop who takes it
     */
    void applyTo(TradingLoop loop);

    /**
     * {@return whether this means something to an engine in that state}
     *
     * @param state the state
     */
    default boolean isWantedIn(EngineState state) {
        return state.isLive();
    }

    /** {@return whether this is news that must not be dropped without a word} */
    default boolean isNews() {
        return false;
    }

    /**
     * A bar came from the feed; the broker sees it before anybody decides on it.
     *
     * @param bar the bar
     */
    record BarArrived(Bar bar) implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onBarArrived(bar);
        }
    }

    /**
     * What fell due up to the bar is done; now the broker sees it.
     *
     * @param bar the bar
     */
    record BarAtBroker(Bar bar) implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onBarAtBroker(bar);
        }
    }

    /**
     * What the bar brought about at the broker is booked; now it is time to decide on it.
     *
     * @param bar the bar
     */
    record BarReady(Bar bar) implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onBarReady(bar);
        }

        @Override
        public boolean isWantedIn(EngineState state) {
            return state.isLive() || state == EngineState.STOPPING;
        }
    }

    /** What the broker tells of trades: booked until the end, and news after it. */
    sealed interface OfTheBooks extends EngineInput {
        @Override
        default boolean isWantedIn(EngineState state) {
            return state != EngineState.STOPPED && state != EngineState.ERROR;
        }

        @Override
        default boolean isNews() {
            return true;
        }
    }

    /**
     * The broker traded.
     *
     * @param fill what was traded
     */
    record FillArrived(Fill fill) implements OfTheBooks {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onFill(fill);
        }
    }

    /**
     * The broker has learnt what a fill of before has cost.
     *
     * @param commission what is added to its commission
     */
    record CommissionArrived(LateCommission commission) implements OfTheBooks {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onCommission(commission);
        }
    }

    /**
     * The broker ended an order.
     *
     * @param end the order and how it ended
     */
    record OrderOver(OrderEnd end) implements OfTheBooks {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onOrderOver(end);
        }
    }

    /**
     * Trading is to end in good order: the data has ended, or somebody asked.
     *
     * @param deadline how long the broker has to end the working orders, in real time
     */
    record StopRequested(Duration deadline) implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onStopRequested(deadline);
        }
    }

    /**
     * The broker has an order.
     *
     * @param orderId the order
     * @param brokerId the broker's own name for it
     */
    record OrderAccepted(String orderId, String brokerId) implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onOrderAccepted(orderId, brokerId);
        }

        @Override
        public boolean isWantedIn(EngineState state) {
            return state != EngineState.STOPPED && state != EngineState.ERROR;
        }
    }

    /**
     * The connection to the broker was lost, or is there again.
     *
     * @param up whether it is there
     * @param detail what is known of it
     */
    record ConnectionNews(boolean up, String detail) implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onConnection(up, detail);
        }
    }

    /** When what the halt in force asks for is done, trading is to end. */
    record EmergencyStop() implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onEmergencyStop();
        }
    }

    /**
     * The kill switch has tripped, or risen.
     *
     * @param halt what is in force
     */
    record HaltTripped(Halt halt) implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onHalt(halt);
        }
    }

    /** A person lifted the halt. */
    record HaltWasLifted() implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onHaltLifted();
        }
    }

    /**
     * Nothing is to be opened for a reason.
     *
     * @param reason what kind of reason
     * @param why in words
     */
    record HoldAsked(HoldReason reason, String why) implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onHold(reason, why);
        }
    }

    /**
     * A reason to open nothing has passed.
     *
     * @param reason what kind of reason
     */
    record ReleaseAsked(HoldReason reason) implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onRelease(reason);
        }
    }

    /**
     * Something that only the thread of the loop may do, such as to write to the journal.
     *
     * @param what is done
     * @param ifDropped done in its place if the loop has ended
     */
    record Errand(Runnable what, Runnable ifDropped) implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            what.run();
        }

        @Override
        public boolean isWantedIn(EngineState state) {
            return state != EngineState.STOPPED && state != EngineState.ERROR;
        }
    }

    /**
     * One of the supervised loops is due.
     *
     * @param loop which
     */
    record LoopDue(SupervisedLoop loop) implements EngineInput {
        @Override
        public void applyTo(TradingLoop trading) {
            trading.onLoopDue(loop);
        }
    }

    /** What the stop brought about at once is booked; now it is known what must be waited for. */
    record StopReady() implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onStopReady();
        }

        @Override
        public boolean isWantedIn(EngineState state) {
            return state == EngineState.STOPPING;
        }
    }

    /** The broker has had all the time there is to end the working orders. */
    record StopOverdue() implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onStopOverdue();
        }

        @Override
        public boolean isWantedIn(EngineState state) {
            return state == EngineState.STOPPING;
        }
    }

    /**
     * The feed stopped before its end: what the market does is not known any more.
     *
     * @param cause why
     */
    record FeedBroken(Throwable cause) implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            throw new IllegalStateException("the market data feed broke: " + cause, cause);
        }

        @Override
        public boolean isNews() {
            return true;
        }
    }
}
