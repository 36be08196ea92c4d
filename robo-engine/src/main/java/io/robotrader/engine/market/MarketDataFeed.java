package io.robotrader.engine.market;

import java.util.List;

/**
 * The port through which bars reach the engine: a source that pushes, once it was started.
 *
 * <p><b>Threads.</b> A feed calls its listener from one thread of its own, never from two at once, and from none before
 * {@link #start}. What the listener's methods do happens before what its next call does. {@code start} and
 * {@code close} may be called from any thread.
 *
 * <p><b>Life.</b> A feed is started at most once and cannot be started again after it was closed. It calls
 * {@link Listener#onBar} any number of times, then at most one of {@link Listener#onEnd} and {@link Listener#onFailure},
 * then nothing more.
 */
public interface MarketDataFeed extends AutoCloseable {
    /**
     * {@return bars of before, for the engine to learn from and not to act upon; in order of time over all symbols}
     *
     * <p>Asked once, before {@link #start} and when the broker is connected. It may take its time. What the engine knows
     * already from its journal may be among them. A feed that has none, as this default, returns an empty list.
     */
    default List<Bar> history() {
        return List.of();
    }

    /**
     * Starts delivering and returns at once.
     *
     * @param listener who receives the bars
     * @throws IllegalStateException if the feed was started or closed before
     */
    void start(Listener listener);

    /**
     * Stops delivering, interrupts a listener that is blocked in a call, and waits for that call to return: once this
     * method has returned, the listener is not called any more. The exception is a call from inside the listener, which
     * does not wait for itself; the running call is then the last. A feed stopped this way does not call
     * {@link Listener#onEnd}. Closing twice, or without having started, does nothing.
     *
     * <p>The caller must not hold what the listener is uninterruptibly waiting for. If the calling thread is interrupted
     * it waits all the same, and finds its interrupt status set afterwards.
     */
    @Override
    void close();

    /** Receives what a feed delivers. See the feed for the thread that calls. */
    interface Listener {
        /**
         * Takes one bar. A listener that cannot keep up may block: the feed delivers nothing else meanwhile.
         *
         * <p>Anything thrown here stops the feed and goes to {@link #onFailure}, except for the interruption that
         * {@link MarketDataFeed#close} caused.
         *
         * @param bar the bar, not before the previous one in time
         * @throws InterruptedException if the thread was interrupted while it blocked, as by closing the feed
         */
        void onBar(Bar bar) throws InterruptedException;

        /** Tells that all bars were delivered and that there will be no more. */
        void onEnd();

        /**
         * Tells that the feed stopped before its end. If this method or {@link #onEnd} throws, the exception goes to the
         * uncaught exception handler of the feed's thread.
         *
         * @param failure why; whatever {@link #onBar} threw, or what went wrong in the feed
         */
        void onFailure(Throwable failure);
    }
}
