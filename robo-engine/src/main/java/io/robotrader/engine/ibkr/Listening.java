package io.robotrader.engine.ibkr;

import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes everything of a stream as it comes. */
final class Listening<T> implements Flow.Subscriber<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

    private final Consumer<T> to;

    Listening(Consumer<T> to) {
        this.to = to;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T event) {
        try {
            to.accept(event);
        } catch (RuntimeException e) {
            // One event that cannot be told must not keep the next ones from being told.
            LOG.error("An event could not be told to the engine: {}", event, e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.error("A stream of events has failed", failure);
    }

    @Override
    public void onComplete() {
        // The client is closed: nothing more comes, and nobody waits for it.
    }
}
