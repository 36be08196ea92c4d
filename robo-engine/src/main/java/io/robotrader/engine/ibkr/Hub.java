package io.robotrader.engine.ibkr;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;

/** A stream that goes on whether anybody listens or not. Each subscriber hears all of it from when it came, none is lost. */
final class Hub<T> implements Flow.Publisher<T> {

    private final List<Mailbox<T>> mailboxes = new CopyOnWriteArrayList<>();
    private final Executor executor;
    private volatile boolean ended;

    Hub(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        Place place = new Place();
        Mailbox<T> mailbox = Mailbox.unbounded(subscriber, executor, place);
        place.mailbox = mailbox;
        subscriber.onSubscribe(mailbox);
        mailboxes.add(mailbox);
        if (place.left) {
            mailboxes.remove(mailbox);
        }
        if (ended) {
            mailbox.end(null);
        }
    }

    void put(T item) {
        add(item);
        drain();
    }

    void add(T item) {
        for (Mailbox<T> mailbox : mailboxes) {
            mailbox.add(item);
        }
    }

    void drain() {
        for (Mailbox<T> mailbox : mailboxes) {
            mailbox.drain();
        }
    }

    void end() {
        // First: whoever subscribes meanwhile is in the list, or finds that it is over.
        ended = true;
        for (Mailbox<T> mailbox : mailboxes) {
            mailbox.end(null);
        }
    }

    /** How many items wait for the slowest subscriber. */
    int backlog() {
        return mailboxes.stream().mapToInt(Mailbox::size).max().orElse(0);
    }

    private final class Place implements Runnable {
        private volatile boolean left;
        private volatile @org.jspecify.annotations.Nullable Mailbox<T> mailbox;

        @Override
        public void run() {
            left = true;
            mailboxes.remove(mailbox);
        }
    }
}
