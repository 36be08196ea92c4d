package io.robotrader.engine.loop;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.market.Bar;

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
        return state == EngineState.RUNNING;
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
            return state == EngineState.RUNNING || state == EngineState.STOPPING;
        }
    }

    /**
     * The broker traded.
     *
     * @param fill what was traded
     */
    record FillArrived(Fill fill) implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onFill(fill);
        }

        @Override
        public boolean isWantedIn(EngineState state) {
            return state != EngineState.STOPPED && state != EngineState.ERROR;
        }

        @Override
        public boolean isNews() {
            return true;
        }
    }

    /**
     * The broker has learnt what a fill of before has cost.
     *
     * @param commission what is added to its commission
     */
    record CommissionArrived(LateCommission commission) implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onCommission(commission);
        }

        @Override
        public boolean isWantedIn(EngineState state) {
            return state != EngineState.STOPPED && state != EngineState.ERROR;
        }

        @Override
        public boolean isNews() {
            return true;
        }
    }

    /**
     * The broker ended an order.
     *
     * @param end the order and how it ended
     */
    record OrderOver(OrderEnd end) implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onOrderOver(end);
        }

        @Override
        public boolean isWantedIn(EngineState state) {
            return state != EngineState.STOPPED && state != EngineState.ERROR;
        }

        @Override
        public boolean isNews() {
            return true;
        }
    }

    /** Trading is to end in good order: the data has ended, or somebody asked. */
    record StopRequested() implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onStopRequested();
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
