package io.robotrader.engine.ibkr;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for one subscriber. It is handed over as the subscriber asks for it, in order and never two at once. With a
 * room, the oldest items are dropped when it is full, and the subscriber is told how many; without, nothing is ever dropped.
 */
final class Mailbox<T> implements Flow.Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);

    private final Flow.Subscriber<? super T> subscriber;
    private final Executor executor;
    private final int room;
    private final @Nullable LongFunction<? extends T> gap;
    private final Runnable onCancel;
    private final ArrayDeque<T> waiting = new ArrayDeque<>();
    private long demand;
    private long dropped;
    private boolean draining;
    private boolean ended;
    private boolean over;
    private @Nullable Throwable failure;

    private Mailbox(
            Flow.Subscriber<? super T> subscriber,
            Executor executor,
            int room,
            @Nullable LongFunction<? extends T> gap,
            Runnable onCancel) {
        this.subscriber = subscriber;
        this.executor = executor;
        this.room = room;
        this.gap = gap;
        this.onCancel = onCancel;
    }

    static <T> Mailbox<T> unbounded(Flow.Subscriber<? super T> subscriber, Executor executor, Runnable onCancel) {
        return new Mailbox<>(subscriber, executor, Integer.MAX_VALUE, null, onCancel);
    }

    static <T> Mailbox<T> dropping(
            Flow.Subscriber<? super T> subscriber,
            Executor executor,
            int room,
            LongFunction<? extends T> gap,
            Runnable onCancel) {
        return new Mailbox<>(subscriber, executor, room, gap, onCancel);
    }

    /** Puts an item in, and hands over what can be. */
    void put(T item) {
        add(item);
        drain();
    }

    /** Puts an item in; {@link #drain} is to be called soon, without any lock. */
    synchronized void add(T item) {
        if (ended || over) {
            return;
        }
        if (waiting.size() >= room) {
            waiting.poll();
            dropped++;
        }
        waiting.add(item);
    }

    /** Nothing more comes. What waits is still handed over. */
    void end(@Nullable Throwable why) {
        synchronized (this) {
            if (ended || over) {
                return;
            }
            ended = true;
            failure = why;
        }
        drain();
    }

    synchronized int size() {
        return waiting.size();
    }

    void drain() {
        synchronized (this) {
            if (draining || over) {
                return;
            }
            draining = true;
        }
        try {
            executor.execute(this::handOver);
        } catch (RuntimeException e) {
            LOG.error("The executor of a subscriber has refused; the subscription is over", e);
            cancel();
        }
    }

    @Override
    public void request(long count) {
        boolean bad = count <= 0;
        if (bad) {
            end(new IllegalArgumentException("count must be positive, but was " + count));
            onCancel.run();
            return;
        }
        synchronized (this) {
            demand = demand + count < 0 ? Long.MAX_VALUE : demand + count;
        }
        drain();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            waiting.clear();
        }
        onCancel.run();
    }

    private void handOver() {
        try {
            for (Runnable step = next(); step != null; step = next()) {
                step.run();
            }
        } catch (Throwable e) {
            // Errors too: what a subscriber breaks is its own, and must not take the session with it.
            LOG.error("A subscriber has failed; its subscription is over", e);
            cancel();
        }
    }

    private synchronized @Nullable Runnable next() {
        if (over) {
            draining = false;
            return null;
        }
        if (demand > 0 && dropped > 0 && gap != null) {
            T told = gap.apply(dropped);
            dropped = 0;
            return deliver(told);
        }
        T item = demand > 0 ? waiting.poll() : null;
        if (item != null) {
            return deliver(item);
        }
        if (ended && waiting.isEmpty()) {
            over = true;
            Throwable why = failure;
            return why == null ? subscriber::onComplete : () -> subscriber.onError(why);
        }
        draining = false;
        return null;
    }

    private Runnable deliver(T item) {
        demand--;
        return () -> subscriber.onNext(item);
    }
}
