package io.robotrader.engine.loop;

import io.robotrader.engine.execution.Fill;
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

    /** {@return whether this means something only while the engine is running} */
    default boolean needsRunningEngine() {
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

        @Override
        public boolean needsRunningEngine() {
            return true;
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
    }

    /** Trading is to end in good order: the data has ended, or somebody asked. */
    record StopRequested() implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onStopRequested();
        }

        @Override
        public boolean needsRunningEngine() {
            return true;
        }
    }

    /** What the stop brought about is booked; now the last entries are made. */
    record StopReady() implements EngineInput {
        @Override
        public void applyTo(TradingLoop loop) {
            loop.onStopReady();
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
    }
}
