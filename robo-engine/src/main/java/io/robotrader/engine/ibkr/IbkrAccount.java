package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.AccountMessage;
import io.robotrader.engine.ibkr.wire.AccountRequest.CancelAccountSummary;
import io.robotrader.engine.ibkr.wire.AccountRequest.CancelPnl;
import io.robotrader.engine.ibkr.wire.AccountRequest.CancelPnlSingle;
import io.robotrader.engine.ibkr.wire.AccountRequest.RequestAccountSummary;
import io.robotrader.engine.ibkr.wire.AccountRequest.RequestAccountUpdates;
import io.robotrader.engine.ibkr.wire.AccountRequest.RequestPnl;
import io.robotrader.engine.ibkr.wire.AccountRequest.RequestPnlSingle;
import io.robotrader.engine.ibkr.wire.PositionMessage;
import io.robotrader.engine.ibkr.wire.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * What can be asked about accounts. Thread-safe. Answers come in time or fail with an {@link IbkrException}; streams start
 * with their subscription, one request for each, go on over reconnections, and drop nothing.
 */
public final class IbkrAccount {

    private final Session session;

    IbkrAccount(Session session) {
        this.session = session;
    }

    /** {@return the accounts of the login; empty before there was a connection} */
    public List<String> names() {
        return session.inbox().accounts();
    }

    /**
     * {@return a few values of all accounts}
     *
     * @param tags which, such as {@code NetLiquidation}; those that an account does not have are left out
     */
    public CompletableFuture<List<AccountValue>> summary(List<String> tags) {
        List<AccountValue> found = new ArrayList<>();
        CompletableFuture<List<AccountValue>> answer = session.requests()
                .ask(
                        "the question for an account summary",
                        id -> new RequestAccountSummary(id, "All", String.join(",", tags)),
                        CancelAccountSummary::new,
                        m -> {
                            if (m instanceof AccountMessage.AccountSummary value) {
                                found.add(Wired.value(value));
                            }
                            if (m instanceof AccountMessage.AccountSummaryEnd end) {
                                // It would go on: one answer is enough.
                                session.requests().tell(new CancelAccountSummary(end.requestId()));
                                return List.copyOf(found);
                            }
                            return null;
                        });
        return answer;
    }

    /**
     * {@return all values and positions of an account, and then their changes; the gateway has one such stream at a time}
     *
     * @param account whose
     */
    public Flow.Publisher<AccountUpdate> updates(String account) {
        return publisher(new Feed.Source<>(
                id -> new RequestAccountUpdates(true, account),
                id -> new RequestAccountUpdates(false, account),
                Outbox.Lane.DATA,
                null,
                Reading.Kind.ACCOUNT,
                false,
                IbkrAccount::update));
    }

    private static List<AccountUpdate> update(ServerMessage m) {
        if (m instanceof AccountMessage.AccountValue value) {
            return List.of(Wired.value(value));
        }
        if (m instanceof PositionMessage.PortfolioValue position) {
            return List.of(Wired.position(position));
        }
        return m instanceof AccountMessage.AccountDownloadEnd end
                ? List.of(new AccountUpdate.Complete(end.account()))
                : List.of();
    }

    /** {@return the positions of all accounts} */
    public CompletableFuture<List<IbkrPosition>> positions() {
        return session.reading().positions();
    }

    /**
     * {@return changes of positions from now on; they come once {@link #positions} was asked, and all come again when it is
     * asked again or the connection was lost}
     */
    public Flow.Publisher<IbkrPosition> positionUpdates() {
        return session.reading().positionUpdates();
    }

    /**
     * {@return the profit and loss of an account, about once a second}
     *
     * @param account whose
     */
    public Flow.Publisher<IbkrPnl> pnl(String account) {
        return publisher(new Feed.Source<>(
                id -> new RequestPnl(id, account, ""),
                CancelPnl::new,
                Outbox.Lane.DATA,
                null,
                null,
                false,
                m -> m instanceof AccountMessage.Pnl it
                        ? List.of(new IbkrPnl(it.daily(), it.unrealized(), it.realized(), null, null))
                        : List.of()));
    }

    /**
     * {@return the profit and loss of one position, about once a second}
     *
     * @param account whose
     * @param conId the vendor's number for the contract
     */
    public Flow.Publisher<IbkrPnl> pnl(String account, int conId) {
        return publisher(new Feed.Source<>(
                id -> new RequestPnlSingle(id, account, "", conId),
                CancelPnlSingle::new,
                Outbox.Lane.DATA,
                null,
                null,
                false,
                m -> m instanceof AccountMessage.PnlSingle it
                        ? List.of(new IbkrPnl(it.daily(), it.unrealized(), it.realized(), it.position(), it.value()))
                        : List.of()));
    }

    private <T> Flow.Publisher<T> publisher(Feed.Source<T> source) {
        return Feed.publisher(
                session,
                source,
                (subscriber, onCancel) ->
                        Mailbox.unbounded(subscriber, session.settings().executor(), onCancel));
    }
}
