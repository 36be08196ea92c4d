package io.robotrader.engine.ibkr;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * A client of Interactive Brokers' TWS or Gateway.
 *
 * <p>Once it was connected it stays so: when the connection is lost it is made again, without end, under the same client
 * id, and what was streaming is asked for again. {@link #states} tells how it stands.
 *
 * <p><b>Threads.</b> Thread-safe. Two daemon threads, one that reads and one that writes, live from {@link #connect} to
 * {@link #close}. Futures are completed and subscribers are called on the thread that reads, or on the timer's for what is
 * overdue, unless an executor was set: whoever is called there must be quick, and must not wait for another answer of this
 * client. A subscriber that asks for few items at a time is not called before it asks for more; its orders' events wait for
 * it, however many, while of ticks the oldest are dropped.
 */
public final class IbkrClient implements AutoCloseable {

    private final Session session;
    private final IbkrMarketData marketData;
    private final IbkrContracts contracts;
    private final IbkrAccount account;
    private final IbkrOrders orders;

    IbkrClient(Settings settings, Runnable onClosed) {
        session = new Session(settings, onClosed);
        marketData = new IbkrMarketData(session);
        contracts = new IbkrContracts(session);
        account = new IbkrAccount(session);
        orders = new IbkrOrders(session);
    }

    /** {@return a builder with every setting at its default} */
    public static IbkrClientBuilder builder() {
        return new IbkrClientBuilder();
    }

    /**
     * Connects. If the first attempt fails, the client is closed and nothing is left behind; connections that are lost
     * later are made again.
     *
     * @return done once the gateway has named its accounts and the next order id; fails with an {@link IbkrException}. On
     *     a port for live trading, or if orders are allowed and an account of the login is not one for paper trading, it
     *     fails with class {@link ErrorClass#FATAL} unless {@link IbkrClientBuilder#allowLivePort} has named the account
     */
    public CompletableFuture<Void> connect() {
        Optional<IbkrError> refusal = session.interlock().refusal();
        return refusal.isPresent()
                ? CompletableFuture.failedFuture(new IbkrException(refusal.get()))
                : session.connect();
    }

    /** {@return how this client stands with its gateway now} */
    public ConnectionState state() {
        return session.state();
    }

    /** {@return every change of that, from the subscription on} */
    public Flow.Publisher<ConnectionEvent> states() {
        return session.states();
    }

    /** {@return every error, warning and notice, whoever else is told of it, from the subscription on} */
    public Flow.Publisher<IbkrError> errors() {
        return session.errors();
    }

    /** {@return what can be asked about prices} */
    public IbkrMarketData marketData() {
        return marketData;
    }

    /** {@return what can be asked about contracts} */
    public IbkrContracts contracts() {
        return contracts;
    }

    /** {@return what can be asked about accounts} */
    public IbkrAccount account() {
        return account;
    }

    /** {@return what can be done with orders} */
    public IbkrOrders orders() {
        return orders;
    }

    /** {@return what time it is at the gateway, to the second} */
    public CompletableFuture<Instant> currentTime() {
        return session.reading().currentTime();
    }

    /**
     * {@return by how much the gateway's clock is ahead of this client's, negative if it is behind; to the second, as of
     * when the gateway last told its time; empty if it has not yet}
     */
    public Optional<Duration> clockSkew() {
        return session.inbox().skew();
    }

    /** {@return whether no order can be sent: because it was set so, or because the gateway has said that it takes none} */
    public boolean isReadOnly() {
        return session.outbox().isReadOnly();
    }

    /** {@return the client's own number, of which no two may be connected to a gateway at once} */
    public int clientId() {
        return session.settings().clientId();
    }

    /** {@return what was counted so far} */
    public IbkrStatistics statistics() {
        Inbox inbox = session.inbox();
        return new IbkrStatistics(
                inbox.received(),
                inbox.malformed(),
                inbox.unknown(),
                session.orderEvents().backlog());
    }

    /**
     * {@return the time that this client goes by}
     */
    IbkrTimer timer() {
        return session.timer();
    }

    /** {@return how long an answer may take} */
    Duration deadline() {
        return session.settings().deadline();
    }

    /** Disconnects for good. Whoever waits for an answer is told; streams end. Closing twice is once. */
    @Override
    public void close() {
        session.close();
    }
}
