package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.ClientMessage;
import io.robotrader.engine.ibkr.wire.MarketDataRequest;
import io.robotrader.engine.ibkr.wire.SessionRequest;
import io.robotrader.engine.ibkr.wire.WireException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a connection: makes it, starts the session on it, makes it again when it is lost, and ends it. One thread connects
 * and reads, one writes.
 */
final class Session {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final Settings settings;
    private final Runnable onClosed;
    private final Outbox outbox;
    private final Requests requests;
    private final Lines lines;
    private final OrderIds ids;
    private final Hub<ConnectionEvent> states;
    private final Hub<IbkrError> errors;
    private final Hub<OrderEvent> orderEvents;
    private final OrderTracker orders;
    private final Inbox inbox;
    private final Reading reading;
    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private final Semaphore waiting = new Semaphore(0);
    private final AtomicInteger reconciliations = new AtomicInteger();
    private final Interlock interlock;
    private volatile ConnectionState state = ConnectionState.DISCONNECTED;
    private volatile @Nullable Link link;
    private volatile int epoch;
    private volatile int marketDataType;
    private volatile boolean hasBeenReady;
    private boolean started; // guarded by this
    private volatile boolean closed;

    Session(Settings settings, Runnable onClosed) {
        this.settings = settings;
        this.onClosed = onClosed;
        interlock = new Interlock(settings.port(), settings.liveAccount(), settings.readOnly());
        outbox = new Outbox(settings.timer(), settings.messagesPerSecond(), settings.readOnly());
        requests = new Requests(outbox, settings.timer(), settings.deadline());
        lines = new Lines(settings.marketDataLines());
        ids = new OrderIds(settings.idStore());
        states = new Hub<>(settings.executor());
        errors = new Hub<>(settings.executor());
        orderEvents = new Hub<>(settings.executor());
        orders = new OrderTracker(settings.timer(), settings.clientId(), orderEvents);
        inbox = new Inbox(this);
        reading = new Reading(this);
    }

    CompletableFuture<Void> connect() {
        synchronized (this) {
            if (closed) {
                return CompletableFuture.failedFuture(
                        new IbkrException(IbkrError.connection(ErrorCodes.NOT_CONNECTED, "the client was closed")));
            }
            if (started) {
                return connected.copy();
            }
            started = true;
        }
        String name = "ibkr-" + settings.clientId();
        Threads.daemon(name + "-reader", this::run).start();
        Threads.daemon(name + "-writer", this::write).start();
        return connected.copy();
    }

    private void run() {
        int attempt = 0;
        while (!closed) {
            IbkrError why = converse();
            boolean wasReady = epoch != 0;
            disconnected(why);
            if (closed) {
                return;
            }
            if (!hasBeenReady || why.errorClass() == ErrorClass.FATAL) {
                close(why);
                return;
            }
            attempt = wasReady ? 1 : attempt + 1;
            Duration wait = settings.reconnect().wait(attempt, settings.random());
            waiting.drainPermits();
            settings.timer().schedule(wait, waiting::release);
            become(ConnectionState.WAITING, why.toString());
            waiting.acquireUninterruptibly();
        }
    }

    /** Talks until the connection ends, and returns why. */
    private IbkrError converse() {
        Link next = new Link();
        link = next;
        Runnable cancelTimer = settings.timer()
                .schedule(
                        settings.deadline(),
                        () -> next.close(IbkrError.connection(
                                ErrorCodes.NOT_CONNECTED, "the gateway has not started the session in time")));
        try {
            become(ConnectionState.CONNECTING, "");
            inbox.open(next, cancelTimer);
            next.open(new InetSocketAddress(settings.host(), settings.port()), settings.deadline());
            next.write(new SessionRequest.StartApi(settings.clientId(), ""));
            while (!closed) {
                inbox.handle(next.frame());
            }
            return IbkrError.connection(ErrorCodes.NOT_CONNECTED, "the client was closed");
        } catch (IbkrException e) {
            return e.error();
        } catch (WireException e) {
            return IbkrError.connection(ErrorCodes.BAD_MESSAGE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            IbkrError cause = next.cause();
            int code = inbox.hasHeard() ? ErrorCodes.NOT_CONNECTED : ErrorCodes.NO_SOCKET;
            return cause == null ? IbkrError.connection(code, String.valueOf(e.getMessage())) : cause;
        } finally {
            cancelTimer.run();
        }
    }

    /** The gateway has started the session. */
    void started() {
        // Known before anything can be taken for it: what is taken for another connection is dropped.
        outbox.open(opened -> epoch = opened);
        reading.watch(epoch);
        if (hasBeenReady) {
            reconcile(true, "connected again");
        } else {
            hasBeenReady = true;
            outbox.takeOrders();
            become(ConnectionState.READY, "connected");
            connected.complete(null);
        }
    }

    /** Everything is asked for again that may be out of date, and then orders are taken again. */
    void reconcile(boolean streamsToo, String reason) {
        Turn turn = new Turn(epoch, reconciliations.incrementAndGet());
        become(ConnectionState.RECONCILING, reason);
        outbox.refuseOrders(notSent(reason));
        int type = marketDataType;
        if (streamsToo && type != 0) {
            requests.tell(new MarketDataRequest.RequestMarketDataType(type));
        }
        List<Exchange> streams = requests.all();
        CompletableFuture<Boolean> reread = reading.rereadAnew();
        if (streamsToo) {
            streams.forEach(Exchange::again);
        }
        CompletableFuture<Boolean> unused = reread.whenComplete((complete, failure) -> {
            if (isLatest(turn)) {
                orders.reconciled(failure == null && complete);
                reconciled(turn, reason);
            }
        });
    }

    /** Which reconciliation it is, on which connection. */
    private record Turn(int epoch, int number) {}

    private boolean isLatest(Turn turn) {
        return epoch == turn.epoch() && reconciliations.get() == turn.number() && state == ConnectionState.RECONCILING;
    }

    private void reconciled(Turn turn, String reason) {
        synchronized (this) {
            // The link may have been lost again while it was told.
            if (!isLatest(turn)) {
                return;
            }
            outbox.takeOrders();
            state = ConnectionState.READY;
            states.add(new ConnectionEvent(ConnectionState.READY, Redacted.text(reason)));
        }
        states.drain();
    }

    void linkLost(String reason) {
        become(ConnectionState.LINK_LOST, reason);
        outbox.refuseOrders(notSent(reason));
    }

    private static IbkrError notSent(String reason) {
        return IbkrError.connection(ErrorCodes.NOT_CONNECTED, "it was not sent: " + reason);
    }

    private void disconnected(IbkrError why) {
        epoch = 0;
        Link ended = link;
        if (ended != null) {
            ended.close(why);
        }
        outbox.shut(why);
        orders.connectionLost();
        List<Exchange> open = requests.all();
        open.forEach(exchange -> exchange.connectionLost(why));
        if (!closed) {
            // One that never was is told to whoever asked for it.
            if (hasBeenReady) {
                LOG.warn("The connection to {}:{} is lost: {}", settings.host(), settings.port(), why);
            }
            errors.put(why);
        }
    }

    private void write() {
        try {
            for (Outbox.Due due = outbox.take(); due != null; due = outbox.take()) {
                try {
                    send(due);
                } catch (RuntimeException e) {
                    LOG.error("A message could not be sent; the connection is made again", e);
                    String why = "writing failed: " + e;
                    breakLink(due.epoch(), why);
                    due.item().onDropped().accept(IbkrError.refused(why));
                }
            }
        } catch (InterruptedException e) {
            // Nobody interrupts this thread but who wants it to end.
            close();
        } catch (RuntimeException e) {
            LOG.error("The writing thread cannot go on; the client is closed", e);
            close(IbkrError.of(-1, ErrorCodes.NOT_CONNECTED, "the writing thread has failed: " + e, ErrorClass.FATAL));
        }
    }

    private void send(Outbox.Due due) {
        Outbox.Item item = due.item();
        Link to = link;
        if (to == null || due.epoch() != epoch) {
            item.onDropped().accept(IbkrError.connection(ErrorCodes.NOT_CONNECTED, "the connection was lost"));
            return;
        }
        // Said before it is done: what was perhaps sent counts as sent.
        item.onWritten().run();
        try {
            to.write(item.message());
        } catch (IllegalArgumentException e) {
            item.onDropped().accept(IbkrError.refused(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            to.close(IbkrError.connection(ErrorCodes.NOT_CONNECTED, "writing failed: " + e.getMessage()));
            orders.connectionLost();
        }
    }

    /** Breaks the connection, which is then made again. */
    void breakLink(int ofEpoch, String reason) {
        Link open = link;
        if (open != null && epoch == ofEpoch) {
            open.close(IbkrError.connection(ErrorCodes.NOT_CONNECTED, reason));
        }
    }

    private void become(ConnectionState next, String reason) {
        synchronized (this) {
            if (state == ConnectionState.CLOSED) {
                return;
            }
            state = next;
            states.add(new ConnectionEvent(next, Redacted.text(reason)));
        }
        states.drain();
    }

    void close() {
        close(IbkrError.connection(ErrorCodes.NOT_CONNECTED, "the client was closed"));
    }

    private void close(IbkrError why) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        // Before anybody is told of it: who hears that connecting failed finds the session closed.
        become(ConnectionState.CLOSED, "");
        connected.completeExceptionally(new IbkrException(why));
        Link open = link;
        if (open != null) {
            open.close(why);
        }
        outbox.shut(why);
        outbox.close();
        waiting.release();
        for (Exchange exchange : requests.all()) {
            exchange.connectionLost(why);
            if (exchange instanceof Feed<?> feed) {
                feed.complete();
            }
        }
        orders.closed(why);
        states.end();
        errors.end();
        reading.positionUpdates().end();
        orderEvents.end();
        onClosed.run();
    }

    /** For data that is asked for by type from here on, and again after each reconnection. */
    void marketDataType(MarketDataType type) {
        marketDataType = type.code();
        requests.tell(new MarketDataRequest.RequestMarketDataType(type.code()));
    }

    /** Orders are taken only when it is known how those that were sent before stand, and for the account that is meant. */
    void requireReadyFor(IbkrOrder order) {
        if (state != ConnectionState.READY) {
            throw new IbkrException(IbkrError.connection(
                    ErrorCodes.NOT_CONNECTED, "orders are taken only when the session is READY, but it was " + state));
        }
        interlock.refusal(order.account(), inbox.accounts()).ifPresent(why -> {
            throw new IbkrException(why);
        });
    }

    Interlock interlock() {
        return interlock;
    }

    void offer(ClientMessage message, Outbox.Lane lane) {
        outbox.offer(new Outbox.Item(message, lane, null, () -> {}, e -> {}));
    }

    boolean isReconnecting() {
        return hasBeenReady && !closed;
    }

    Settings settings() {
        return settings;
    }

    IbkrTimer timer() {
        return settings.timer();
    }

    Outbox outbox() {
        return outbox;
    }

    Requests requests() {
        return requests;
    }

    Lines lines() {
        return lines;
    }

    OrderIds ids() {
        return ids;
    }

    OrderTracker orders() {
        return orders;
    }

    Inbox inbox() {
        return inbox;
    }

    Reading reading() {
        return reading;
    }

    Hub<ConnectionEvent> states() {
        return states;
    }

    Hub<IbkrError> errors() {
        return errors;
    }

    Hub<OrderEvent> orderEvents() {
        return orderEvents;
    }

    ConnectionState state() {
        return state;
    }

    int epoch() {
        return epoch;
    }
}
