package io.robotrader.engine.ibkr;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A subscriber that keeps what it hears until the test asks. */
final class Collector<T> implements Flow.Subscriber<T> {

    private static final Object COMPLETE = new Object();

    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final long first;
    volatile Flow.Subscription subscription;

    Collector(long first) {
        this.first = first;
    }

    static <T> Collector<T> of(Flow.Publisher<? extends T> publisher) {
        return of(publisher, Long.MAX_VALUE);
    }

    static <T> Collector<T> of(Flow.Publisher<? extends T> publisher, long first) {
        Collector<T> collector = new Collector<>(first);
        publisher.subscribe(collector);
        return collector;
    }

    @Override
    public void onSubscribe(Flow.Subscription newSubscription) {
        subscription = newSubscription;
        if (first > 0) {
            newSubscription.request(first);
        }
    }

    @Override
    public void onNext(T item) {
        heard.add(item);
    }

    @Override
    public void onError(Throwable failure) {
        heard.add(failure);
    }

    @Override
    public void onComplete() {
        heard.add(COMPLETE);
    }

    private Object take() {
        try {
            Object next = heard.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was heard");
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    T next() {
        Object next = take();
        if (next instanceof Throwable failure) {
            throw new AssertionError("the stream failed", failure);
        }
        if (next == COMPLETE) {
            throw new AssertionError("the stream has ended");
        }
        return (T) next;
    }

    /** The next of a kind; what comes before it is passed over. */
    <S extends T> S next(Class<S> kind) {
        return kind.cast(await(kind::isInstance));
    }

    T await(Predicate<? super T> wanted) {
        for (T item = next(); ; item = next()) {
            if (wanted.test(item)) {
                return item;
            }
        }
    }

    IbkrError failure() {
        return ((IbkrException) take()).error();
    }

    void awaitEnd() {
        while (take() != COMPLETE) {
            // What is left of the stream.
        }
    }

    /** What has been heard and not been asked for. */
    List<Object> rest() {
        List<Object> rest = new ArrayList<>();
        heard.drainTo(rest);
        return rest;
    }
}
