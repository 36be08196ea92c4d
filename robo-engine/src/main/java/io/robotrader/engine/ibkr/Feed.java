package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.ClientMessage;
import io.robotrader.engine.ibkr.wire.ServerMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A stream that starts when somebody subscribes, one request for each subscriber, and that is asked for again whenever the
 * gateway has forgotten it. What the gateway refuses ends it.
 */
final class Feed<T> implements Exchange {

    /**
     * What is asked for.
     *
     * @param request asks for it, under a number
     * @param cancel ends it, under that number
     * @param lane how urgent it is
     * @param key what it is to the rules for data of the past, null if nothing
     * @param kind under what it is known instead of its number, of which there is one at a time; null for its number
     * @param takesLine whether it is one of the contracts that may be watched at once
     * @param reader makes items of what the gateway says
     */
    record Source<T>(
            IntFunction<ClientMessage> request,
            IntFunction<ClientMessage> cancel,
            Outbox.Lane lane,
            HistoryRules.@Nullable Key key,
            @Nullable Object kind,
            boolean takesLine,
            Function<ServerMessage, List<T>> reader) {}

    /** Makes the mailbox of a subscriber. */
    interface Mailboxes<T> {
        Mailbox<T> of(Flow.Subscriber<? super T> subscriber, Runnable onCancel);
    }

    private final Session session;
    private final Source<T> source;
    private final Mailbox<T> mailbox;
    private final Runnable starter = this::start;
    private int id;
    private boolean over;
    private boolean holdsLine;
    private Outbox.@Nullable Item asked;

    private Feed(Session session, Source<T> source, Flow.Subscriber<? super T> subscriber, Mailboxes<T> mailboxes) {
        this.session = session;
        this.source = source;
        this.mailbox = mailboxes.of(subscriber, this::stop);
    }

    static <T> Flow.Publisher<T> publisher(Session session, Source<T> source, Mailboxes<T> mailboxes) {
        return subscriber -> {
            Feed<T> feed = new Feed<>(session, source, subscriber, mailboxes);
            subscriber.onSubscribe(feed.mailbox);
            feed.begin();
        };
    }

    private void begin() {
        synchronized (this) {
            if (over) {
                return;
            }
            holdsLine = source.takesLine();
        }
        if (!source.takesLine()) {
            start();
            return;
        }
        session.lines().take(starter);
        Duration deadline = session.settings().deadline();
        if (session.lines().isWaiting(starter)) {
            session.timer().schedule(deadline, () -> {
                if (session.lines().isWaiting(starter)) {
                    fail(IbkrError.of(-1, 101, "no market data line became free in time", ErrorClass.PACING));
                }
            });
        }
    }

    private Object known() {
        Object kind = source.kind();
        return kind == null ? (Object) id : kind;
    }

    private void start() {
        Outbox.Item item;
        boolean taken = false;
        synchronized (this) {
            if (over) {
                return;
            }
            id = session.requests().newId();
            item = new Outbox.Item(source.request().apply(id), source.lane(), source.key(), () -> {}, this::dropped);
            asked = item;
            if (!session.requests().claim(known(), this)) {
                taken = true;
            }
        }
        if (taken) {
            fail(IbkrError.refused("there can be one such stream at a time, and there is one"));
            return;
        }
        try {
            session.outbox().offer(item);
        } catch (IbkrException e) {
            // Once there has been a connection there will be another, and then it is asked for again.
            if (!session.isReconnecting()) {
                fail(e.error());
            }
        }
    }

    /** With the connection it waits for the next one; what cannot be sent at all ends it. */
    private void dropped(IbkrError why) {
        if (why.errorClass() != ErrorClass.CONNECTION) {
            fail(why);
        }
    }

    private void stop() {
        end(true);
    }

    /** Ends it; the gateway is told if that is asked for and it has been asked for the stream. */
    private void end(boolean tell) {
        Outbox.Item item;
        boolean line;
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
            item = asked;
            line = holdsLine;
            session.requests().remove(known(), this);
        }
        boolean sent = item != null && !session.outbox().withdraw(item);
        if (tell && sent) {
            session.requests().tell(source.cancel().apply(id));
        }
        if (line) {
            // Last: whoever waits for the line asks at once, and at the gateway it is free only after the cancellation.
            session.lines().giveBack(starter);
        }
    }

    @Override
    public void accept(ServerMessage message) {
        for (T item : source.reader().apply(message)) {
            mailbox.put(item);
        }
    }

    @Override
    public void fail(IbkrError error) {
        if (ErrorCodes.isToBeAskedAgain(error)) {
            again();
            return;
        }
        end(false);
        mailbox.end(new IbkrException(error));
    }

    /** The client is closed: nothing more comes. */
    void complete() {
        end(false);
        mailbox.end(null);
    }

    @Override
    public void connectionLost(IbkrError why) {
        // It waits for the next connection.
    }

    @Override
    public void again() {
        synchronized (this) {
            if (over || asked == null) {
                return;
            }
            session.outbox().withdraw(asked);
            session.requests().remove(known(), this);
        }
        start();
    }
}
