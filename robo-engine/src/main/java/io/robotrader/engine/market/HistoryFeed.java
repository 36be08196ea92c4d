package io.robotrader.engine.market;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Replays bars that are already at hand, as fast as the listener takes them.
 *
 * <p>Bars come in order of time; those of one instant in the order in which their symbols first appear in the list that
 * the feed was made of. Time is that of the bars: no clock is read and nothing waits for one. The bars are delivered from
 * one daemon thread, which {@link #start} creates and which ends with the last bar. Thread-safe.
 */
public final class HistoryFeed implements MarketDataFeed {
    private final List<Bar> bars;
    private final Object lock = new Object();
    private volatile boolean closed;
    private @Nullable Thread thread; // guarded by lock

    private HistoryFeed(List<Bar> bars) {
        this.bars = bars;
    }

    /**
     * Returns a feed of some bars, which may be of several symbols and in any order.
     *
     * @param bars the bars; copied. An empty list gives a feed that ends at once
     * @return the feed, not started
     * @throws IllegalArgumentException if a symbol has two bars of the same instant
     */
    public static HistoryFeed of(List<Bar> bars) {
        return new HistoryFeed(Bars.merge(List.of(bars)));
    }

    @Override
    public void start(Listener listener) {
        Objects.requireNonNull(listener, "listener");
        synchronized (lock) {
            if (closed || thread != null) {
                throw new IllegalStateException(
                        "feed must be new to be started, but was " + (closed ? "closed" : "started"));
            }
            thread = new Thread(() -> deliver(listener), "history-feed");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void close() {
        Thread running;
        synchronized (lock) {
            closed = true;
            running = thread;
        }
        if (running != null && running != Thread.currentThread()) {
            running.interrupt();
            joinUninterruptibly(running);
        }
    }

    private void deliver(Listener listener) {
        try {
            for (Bar bar : bars) {
                if (closed) {
                    return;
                }
                listener.onBar(bar);
            }
        } catch (InterruptedException e) {
            if (!closed) {
                listener.onFailure(e);
            }
            return;
        } catch (Throwable e) { // errors too: a consumer that died must not look like one that is waiting
            listener.onFailure(e);
            return;
        }
        if (!closed) {
            listener.onEnd();
        }
    }

    private static void joinUninterruptibly(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
