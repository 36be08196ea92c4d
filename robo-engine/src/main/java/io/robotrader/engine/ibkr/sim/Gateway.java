package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.AccountRequest;
import io.robotrader.engine.ibkr.wire.ClientMessage;
import io.robotrader.engine.ibkr.wire.ContractRequest;
import io.robotrader.engine.ibkr.wire.ErrorMessage;
import io.robotrader.engine.ibkr.wire.Frame;
import io.robotrader.engine.ibkr.wire.Hello;
import io.robotrader.engine.ibkr.wire.HelloReply;
import io.robotrader.engine.ibkr.wire.HistoryRequest;
import io.robotrader.engine.ibkr.wire.MarketDataRequest;
import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.PositionRequest;
import io.robotrader.engine.ibkr.wire.ServerMessage;
import io.robotrader.engine.ibkr.wire.SessionMessage;
import io.robotrader.engine.ibkr.wire.SessionRequest;
import io.robotrader.engine.ibkr.wire.UnknownMessage;
import io.robotrader.engine.ibkr.wire.WireException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway without its sockets: who is connected, and which of the answering parts each message is for. All of it is
 * used by one thread only.
 */
final class Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final int MOST_CLIENTS = 32;
    private static final int OFFENCES = 3;

    final Settings settings;
    final Timeline timeline;
    final Hours hours;
    final Market market;
    final Books books;
    final OrderDesk orders;
    Fault fault;
    private final ContractAnswers contracts;
    private final MarketDataAnswers marketData;
    private final HistoryAnswers history;
    private final AccountAnswers accounts;
    private final Door door;
    private final LongSupplier nanos;
    private final List<ClientSession> sessions = new ArrayList<>();
    private final Map<Integer, Integer> lastIds = new TreeMap<>();

    /** The listening socket, as far as faults need it. */
    interface Door {
        void shut();

        void open();
    }

    Gateway(Settings settings, Door door, LongSupplier nanos) {
        this.settings = settings;
        this.door = door;
        this.nanos = nanos;
        this.timeline = new Timeline(settings.start());
        java.util.Set<java.time.LocalDate> days = new java.util.HashSet<>();
        settings.prices().values().forEach(path -> days.addAll(path.days()));
        this.hours = new Hours(days);
        this.market = new Market(timeline, settings.fills().participation());
        settings.prices().forEach((listing, path) -> market.add(listing, path, settings.halfSpread()));
        this.fault = Faults.of(settings.scenario(), settings.seed());
        this.books = new Books(this);
        this.orders = new OrderDesk(this);
        this.contracts = new ContractAnswers(this);
        this.marketData = new MarketDataAnswers(this);
        this.history = new HistoryAnswers(this);
        this.accounts = new AccountAnswers(this);
        market.tell(orders.matching());
        market.tell(marketData);
        market.tell(history);
        market.start();
        fault.attach(this);
    }

    /** From now on something else goes wrong; what has begun ends as it would have. */
    void inject(Fault next) {
        fault.endOfStep();
        fault = next;
        next.attach(this);
        sessions.stream().filter(ClientSession::isReady).forEach(next::ready);
    }

    List<ClientSession> sessions() {
        return List.copyOf(sessions);
    }

    @Nullable
    ClientSession sessionOf(int clientId) {
        for (ClientSession session : sessions) {
            if (session.isReady() && session.clientId() == clientId) {
                return session;
            }
        }
        return null;
    }

    void opened(ClientSession session) {
        sessions.add(session);
        if (sessions.size() > MOST_CLIENTS) {
            close(session);
        }
    }

    void close(ClientSession session) {
        session.close();
        closed(session);
    }

    void closed(ClientSession session) {
        session.close();
        if (sessions.remove(session)) {
            marketData.forget(session);
            history.forget(session);
            accounts.forget(session);
        }
    }

    /** Bytes from a client. */
    void received(ClientSession session, byte[] bytes) {
        if (session.isClosed()) {
            return;
        }
        try {
            session.decoder.feed(bytes, 0, bytes.length);
            for (Frame frame = session.decoder.next(); frame != null; frame = session.decoder.next()) {
                if (session.isClosed()) {
                    return;
                }
                frame(session, frame);
                fault.endOfStep();
            }
        } catch (WireException lost) {
            LOG.info("A client's stream cannot be read on: {}", lost.getMessage());
            close(session);
        }
    }

    private void frame(ClientSession session, Frame frame) {
        if (!session.isAgreed()) {
            hello(session, Hello.decode(frame));
            return;
        }
        if (overLimit(session)) {
            return;
        }
        ClientMessage message;
        try {
            message = session.codec().decodeClientMessage(frame);
        } catch (WireException malformed) {
            LOG.info("A message of client {} cannot be read: {}", session.clientId(), malformed.getMessage());
            error(session, -1, 320, "Error reading request. " + malformed.getMessage());
            return;
        }
        if (message instanceof SessionRequest.StartApi start) {
            start(session, start.clientId());
        } else if (session.isReady() && fault.receives(session, message)) {
            take(session, message);
        }
    }

    private void hello(ClientSession session, Hello hello) {
        if (!session.agree(hello, settings.serverVersion())) {
            close(session);
            return;
        }
        new HelloReply(session.codec().serverVersion(), Spelling.zoned(timeline.now())).encode(session.out);
    }

    private boolean overLimit(ClientSession session) {
        int limit = fault.messagesPerSecond(settings.messagesPerSecond());
        int offences = limit == 0 ? 0 : session.overLimit(nanos.getAsLong(), limit);
        if (offences == 0) {
            return false;
        }
        error(
                session,
                -1,
                100,
                "Max rate of messages per second has been exceeded:max=" + limit + " rec=" + (limit + 1) + " ("
                        + offences + ")");
        if (offences >= OFFENCES) {
            close(session);
        }
        return true;
    }

    private void start(ClientSession session, int clientId) {
        if (session.isReady()) {
            error(session, -1, 501, "Already connected.");
            return;
        }
        if (clientId < 0 || sessionOf(clientId) != null || !fault.admits(clientId)) {
            error(
                    session,
                    -1,
                    326,
                    "Unable to connect as the client id is already in use. Retry with a unique client id.");
            close(session);
            return;
        }
        session.ready(clientId);
        send(
                session,
                new SessionMessage.ManagedAccounts(
                        String.join(",", settings.accounts().keySet())));
        send(session, new SessionMessage.NextValidId(nextId(clientId)));
        error(session, -1, 2104, "Market data farm connection is OK:usfarm");
        error(session, -1, 2106, "HMDS data farm connection is OK:ushmds");
        error(session, -1, 2158, "Sec-def data farm connection is OK:secdefil");
        fault.ready(session);
    }

    int nextId(int clientId) {
        return fault.nextValidId(lastIds.getOrDefault(clientId, 0) + 1);
    }

    int lastId(int clientId) {
        return lastIds.getOrDefault(clientId, 0);
    }

    void used(int clientId, int orderId) {
        lastIds.merge(clientId, orderId, Math::max);
    }

    /** What a client asks, whatever the fault has made of it. */
    void take(ClientSession session, ClientMessage message) {
        if (message instanceof OrderRequest request) {
            orders.take(session, request);
        } else if (message instanceof MarketDataRequest request) {
            marketData.take(session, request);
        } else if (message instanceof HistoryRequest request) {
            history.take(session, request);
        } else if (message instanceof ContractRequest request) {
            contracts.take(session, request);
        } else if (message instanceof AccountRequest request) {
            accounts.take(session, request);
        } else if (message instanceof PositionRequest request) {
            accounts.take(session, request);
        } else if (message instanceof SessionRequest request) {
            sessionRequest(session, request);
        } else if (message instanceof UnknownMessage unknown) {
            contracts.takeUnknown(session, unknown);
            LOG.debug("Client {} asks what is not simulated: message {}", session.clientId(), unknown.id());
        }
    }

    private void sessionRequest(ClientSession session, SessionRequest request) {
        if (request instanceof SessionRequest.RequestCurrentTime) {
            long time = timeline.now().plus(fault.skew()).getEpochSecond();
            send(session, new SessionMessage.CurrentTime(time));
        } else if (request instanceof SessionRequest.RequestIds) {
            send(session, new SessionMessage.NextValidId(nextId(session.clientId())));
        } else if (request instanceof SessionRequest.RequestManagedAccounts) {
            send(
                    session,
                    new SessionMessage.ManagedAccounts(
                            String.join(",", settings.accounts().keySet())));
        } else if (request instanceof SessionRequest.RequestUserInfo info) {
            send(session, new SessionMessage.UserInfo(info.requestId(), ""));
        }
    }

    /** Sends a message, as the fault lets it through. */
    void send(ClientSession session, ServerMessage message) {
        fault.send(session, message);
    }

    void toOwner(int clientId, ServerMessage message) {
        ClientSession session = sessionOf(clientId);
        if (session != null) {
            send(session, message);
        }
    }

    void toAll(int code, String text) {
        for (ClientSession session : sessions()) {
            if (session.isReady()) {
                session.encode(new ErrorMessage(-1, code, text, ""));
            }
        }
    }

    void error(ClientSession session, int id, int code, String text) {
        send(session, new ErrorMessage(id, code, text, ""));
    }

    void invalid(ClientSession session, int id, String cause) {
        error(session, id, 321, "Error validating request.-'bN' : cause - " + cause);
    }

    /** Halts trading in a symbol, or lets it go on. */
    void halt(Market.Instrument instrument, boolean halted) {
        instrument.halted = halted;
        marketData.halted(instrument);
        if (!halted) {
            orders.matching().tryAll(instrument);
        }
    }

    /** All subscriptions to market data end, without a word. */
    void dropMarketData() {
        sessions().forEach(session -> {
            marketData.forget(session);
            history.forget(session);
        });
    }

    /** The daily restart: everybody is out, nobody gets in for a while, and orders, positions and ids are kept. */
    void restart(java.time.Duration down) {
        door.shut();
        sessions().forEach(this::close);
        timeline.after(down, door::open);
    }

    boolean isReadOnly() {
        return settings.readOnly() || fault.readOnly();
    }

    /** What was said while one thing happened goes out together. */
    void flush() {
        fault.endOfStep();
        for (ClientSession session : sessions) {
            session.flush();
        }
    }
}
