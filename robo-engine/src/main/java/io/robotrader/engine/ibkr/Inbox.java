package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.AccountMessage;
import io.robotrader.engine.ibkr.wire.BarMessage;
import io.robotrader.engine.ibkr.wire.CompletedOrder;
import io.robotrader.engine.ibkr.wire.ContractDetails;
import io.robotrader.engine.ibkr.wire.ContractMessage;
import io.robotrader.engine.ibkr.wire.ErrorMessage;
import io.robotrader.engine.ibkr.wire.ExecutionData;
import io.robotrader.engine.ibkr.wire.ExecutionMessage;
import io.robotrader.engine.ibkr.wire.Frame;
import io.robotrader.engine.ibkr.wire.HistoricalData;
import io.robotrader.engine.ibkr.wire.HistoricalDataUpdate;
import io.robotrader.engine.ibkr.wire.MarketRule;
import io.robotrader.engine.ibkr.wire.OpenOrder;
import io.robotrader.engine.ibkr.wire.OrderMessage;
import io.robotrader.engine.ibkr.wire.PositionMessage;
import io.robotrader.engine.ibkr.wire.ServerMessage;
import io.robotrader.engine.ibkr.wire.SessionMessage;
import io.robotrader.engine.ibkr.wire.SymbolSamples;
import io.robotrader.engine.ibkr.wire.TickByTick;
import io.robotrader.engine.ibkr.wire.TickMessage;
import io.robotrader.engine.ibkr.wire.UnknownMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Hands what the gateway says to whom it concerns. Called by the reading thread only, but for the counts. */
final class Inbox {

    private static final int NONE = -1;

    private final Session session;
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong malformed = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();
    private volatile boolean busy;
    private volatile List<String> accounts = List.of();
    private volatile @Nullable Duration skew;
    private @Nullable Link link;
    private Runnable onStarted = () -> {};
    private boolean heard;
    private boolean named;
    private boolean numbered;
    private boolean started;
    private boolean farmsTell;

    Inbox(Session session) {
        this.session = session;
    }

    void open(Link next, Runnable cancelTimer) {
        link = next;
        onStarted = cancelTimer;
        heard = false;
        named = false;
        numbered = false;
        started = false;
    }

    void handle(Frame frame) {
        heard = true;
        received.incrementAndGet();
        busy = true;
        try {
            dispatch(java.util.Objects.requireNonNull(link).codec().decodeServerMessage(frame));
        } catch (IbkrException e) {
            throw e;
        } catch (RuntimeException e) {
            // The frame was whole, so the next one is read as if this one had not come.
            malformed.incrementAndGet();
            session.errors()
                    .put(IbkrError.of(
                            -1,
                            ErrorCodes.BAD_MESSAGE,
                            "a message could not be read and was skipped: " + e.getMessage(),
                            ErrorClass.REQUEST));
        } finally {
            busy = false;
        }
    }

    private void dispatch(ServerMessage message) {
        int id = idOf(message);
        if (id != NONE) {
            Exchange exchange = session.requests().get(id);
            if (exchange != null) {
                exchange.accept(message);
            }
            if (message instanceof ExecutionData execution) {
                session.orders().onExecution(execution);
            }
        } else if (message instanceof OrderMessage || message instanceof ExecutionMessage) {
            ofOrders(message);
        } else if (message instanceof PositionMessage || message instanceof AccountMessage) {
            session.reading().accept(message);
        } else {
            ofSession(message);
        }
    }

    private static int idOf(ServerMessage message) {
        if (message instanceof TickMessage tick) {
            return idOf(tick);
        }
        if (message instanceof BarMessage bar) {
            return idOf(bar);
        }
        if (message instanceof ContractDetails it) {
            return it.requestId();
        }
        if (message instanceof ContractMessage.ContractDetailsEnd it) {
            return it.requestId();
        }
        if (message instanceof SymbolSamples it) {
            return it.requestId();
        }
        if (message instanceof AccountMessage.AccountSummary it) {
            return it.requestId();
        }
        if (message instanceof AccountMessage.AccountSummaryEnd it) {
            return it.requestId();
        }
        if (message instanceof AccountMessage.Pnl it) {
            return it.requestId();
        }
        if (message instanceof AccountMessage.PnlSingle it) {
            return it.requestId();
        }
        if (message instanceof ExecutionData it) {
            // Those that have just happened answer no request.
            return it.requestId() >= OrderIds.FIRST_REQUEST ? it.requestId() : NONE;
        }
        if (message instanceof ExecutionMessage.ExecutionDataEnd it) {
            return it.requestId();
        }
        return message instanceof OpenOrder it && it.order().whatIf() ? it.orderId() : NONE;
    }

    private static int idOf(TickMessage message) {
        if (message instanceof TickMessage.TickPrice it) {
            return it.requestId();
        }
        if (message instanceof TickMessage.TickSize it) {
            return it.requestId();
        }
        if (message instanceof TickByTick it) {
            return it.requestId();
        }
        if (message instanceof TickMessage.TickString it) {
            return it.requestId();
        }
        if (message instanceof TickMessage.TickGeneric it) {
            return it.requestId();
        }
        if (message instanceof TickMessage.TickSnapshotEnd it) {
            return it.requestId();
        }
        if (message instanceof TickMessage.MarketDataType it) {
            return it.requestId();
        }
        return message instanceof TickMessage.TickRequestParameters it ? it.requestId() : NONE;
    }

    private static int idOf(BarMessage message) {
        if (message instanceof BarMessage.RealTimeBar it) {
            return it.requestId();
        }
        if (message instanceof HistoricalData it) {
            return it.requestId();
        }
        if (message instanceof HistoricalDataUpdate it) {
            return it.requestId();
        }
        return message instanceof BarMessage.HeadTimestamp it ? it.requestId() : NONE;
    }

    private void ofOrders(ServerMessage message) {
        OrderTracker orders = session.orders();
        if (message instanceof OrderMessage.OrderStatusReport it) {
            orders.onStatus(it);
        } else if (message instanceof OpenOrder it) {
            orders.onOpenOrder(it);
        } else if (message instanceof ExecutionData it) {
            orders.onExecution(it);
        } else if (message instanceof ExecutionMessage.CommissionReport it) {
            orders.onCommission(it);
        } else if (message instanceof CompletedOrder it) {
            orders.onCompleted(it);
        }
        session.reading().accept(message);
    }

    private void ofSession(ServerMessage message) {
        if (message instanceof ErrorMessage it) {
            onError(it);
        } else if (message instanceof SessionMessage.ManagedAccounts it) {
            accounts = Arrays.stream(it.accounts().split(",", -1))
                    .map(String::strip)
                    .filter(account -> !account.isEmpty())
                    .toList();
            session.interlock().refusal(accounts).ifPresent(why -> {
                throw new IbkrException(why);
            });
            named = true;
            startIfReady();
        } else if (message instanceof SessionMessage.NextValidId it) {
            session.ids().free(it.orderId());
            numbered = true;
            startIfReady();
        } else if (message instanceof SessionMessage.CurrentTime it) {
            skew = Duration.between(session.timer().now(), Instant.ofEpochSecond(it.time()));
            session.reading().accept(message);
        } else if (message instanceof MarketRule) {
            session.reading().accept(message);
        } else if (message instanceof UnknownMessage it) {
            unknown.incrementAndGet();
            session.errors()
                    .put(IbkrError.of(
                            -1,
                            ErrorCodes.UNKNOWN_MESSAGE,
                            "a message of unknown kind " + it.id() + " was skipped",
                            ErrorClass.INFORMATION));
        }
    }

    private void startIfReady() {
        if (!named || !numbered || started) {
            return;
        }
        started = true;
        onStarted.run();
        session.started();
    }

    private void onError(ErrorMessage message) {
        boolean aboutOrder = message.requestId() >= 0 && message.requestId() < OrderIds.FIRST_REQUEST;
        IbkrError error = ErrorCodes.of(message, aboutOrder);
        Outbox outbox = session.outbox();
        if (error.isReadOnly()) {
            outbox.readOnly();
        }
        if (error.code() == ErrorCodes.RATE_EXCEEDED) {
            outbox.slowDown();
        } else if (ErrorCodes.isPacing(error.code(), error.text())) {
            outbox.punishHistory();
        }
        session.errors().put(error);
        if (error.id() >= 0) {
            Exchange exchange = session.requests().get(error.id());
            if (exchange != null && error.errorClass() != ErrorClass.INFORMATION) {
                exchange.fail(error);
            }
            session.orders().onError(error);
        } else if (error.isReadOnly()) {
            session.reading().refused(error);
        } else {
            ofConnection(error);
        }
    }

    private void ofConnection(IbkrError error) {
        if (!started) {
            if (error.code() == ErrorCodes.CLIENT_ID_IN_USE || error.code() == ErrorCodes.SERVER_VERSION) {
                throw new IbkrException(error);
            }
            return;
        }
        switch (error.code()) {
            case ErrorCodes.LINK_LOST -> {
                farmsTell = false;
                session.linkLost(error.text());
            }
            case ErrorCodes.LINK_BROKEN -> {
                // Of this one nothing may say that it is over but the farms.
                farmsTell = true;
                session.linkLost(error.text());
            }
            case ErrorCodes.LINK_RESTORED_WITHOUT_DATA -> session.reconcile(true, error.text());
            case ErrorCodes.LINK_RESTORED -> session.reconcile(false, error.text());
            case ErrorCodes.FARM_OK -> {
                if (farmsTell && session.state() == ConnectionState.LINK_LOST) {
                    session.reconcile(false, error.text());
                }
            }
            default -> {}
        }
    }

    boolean hasHeard() {
        return heard;
    }

    /** Whether the reading thread is at work on a message, such as in a subscriber. */
    boolean isBusy() {
        return busy;
    }

    long received() {
        return received.get();
    }

    long malformed() {
        return malformed.get();
    }

    long unknown() {
        return unknown.get();
    }

    List<String> accounts() {
        return accounts;
    }

    Optional<Duration> skew() {
        return Optional.ofNullable(skew);
    }
}
