package io.robotrader.engine.ibkr;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a client. The defaults are those of a paper Gateway on this machine, and of reading only. Not thread-safe.
 */
public final class IbkrClientBuilder {

    private static final int MOST_MESSAGES = 50;
    private static final int LARGEST_PORT = 65_535;

    private String host = "127.0.0.1";
    private int port = 4002;
    private int clientId = 1;
    private boolean readOnly = true;
    private @Nullable String liveAccount;
    private Duration deadline = Duration.ofSeconds(10);
    private int messagesPerSecond = 45;
    private int marketDataLines = 100;
    private int tickRoom = 10_000;
    private Duration keepAlive = Duration.ofSeconds(30);
    private Duration keepAliveTimeout = Duration.ofSeconds(10);
    private ReconnectPolicy reconnect = ReconnectPolicy.USUAL;
    private OrderIdStore idStore = OrderIdStore.inMemory();
    private @Nullable IbkrTimer timer;
    private RandomGenerator random = new java.util.SplittableRandom();
    private Executor executor = Runnable::run;

    IbkrClientBuilder() {}

    /**
     * Where the gateway runs; this machine by default.
     *
     * @param newHost its name or address
     * @return this builder
     */
    public IbkrClientBuilder host(String newHost) {
        host = Objects.requireNonNull(newHost, "newHost");
        return this;
    }

    /**
     * On which port it listens; 4002 by default. 7497 and 4002 are for paper, 7496 and 4001 for live trading.
     *
     * @param newPort from 1 to 65535
     * @return this builder
     */
    public IbkrClientBuilder port(int newPort) {
        port = within(newPort, 1, LARGEST_PORT, "port");
        return this;
    }

    /**
     * The client's own number; 1 by default. It stays the same over reconnections and restarts: orders belong to it.
     *
     * @param newClientId 0 or more; 0 also gets the orders that are entered by hand
     * @return this builder
     */
    public IbkrClientBuilder clientId(int newClientId) {
        clientId = within(newClientId, 0, Integer.MAX_VALUE, "clientId");
        return this;
    }

    /**
     * Lets orders out. Without this, none is sent, whatever is called.
     *
     * @param ids remembers which order ids were used; for anything but a test, one that outlives the process
     * @return this builder
     */
    public IbkrClientBuilder allowOrders(OrderIdStore ids) {
        idStore = Objects.requireNonNull(ids, "ids");
        readOnly = false;
        return this;
    }

    /**
     * Allows a port for live trading, and a login with real money on any port. The session is refused if the account is
     * not one of the login's; orders are refused that are for another account, or that name none if the login has several.
     *
     * @param account the account with real money that is meant
     * @return this builder
     */
    public IbkrClientBuilder allowLivePort(String account) {
        if (account.isBlank()) {
            throw new IllegalArgumentException("account must not be blank, but was '" + account + "'");
        }
        liveAccount = account;
        return this;
    }

    /**
     * How long an answer may take, and the start of a session; ten seconds by default.
     *
     * @param newDeadline positive
     * @return this builder
     */
    public IbkrClientBuilder deadline(Duration newDeadline) {
        deadline = positive(newDeadline, "deadline");
        return this;
    }

    /**
     * How many messages may go out in any second; 45 by default, as what is sent evenly need not arrive so.
     *
     * @param count from 1 to 50, which is the gateway's own limit
     * @return this builder
     */
    public IbkrClientBuilder messagesPerSecond(int count) {
        messagesPerSecond = within(count, 1, MOST_MESSAGES, "messagesPerSecond");
        return this;
    }

    /**
     * How many contracts may be watched at once; 100 by default, as the vendor has it.
     *
     * @param count 1 or more
     * @return this builder
     */
    public IbkrClientBuilder marketDataLines(int count) {
        marketDataLines = within(count, 1, Integer.MAX_VALUE, "marketDataLines");
        return this;
    }

    /**
     * How many ticks wait for a subscriber before the oldest are dropped; 10,000 by default.
     *
     * @param count 1 or more
     * @return this builder
     */
    public IbkrClientBuilder tickRoom(int count) {
        tickRoom = within(count, 1, Integer.MAX_VALUE, "tickRoom");
        return this;
    }

    /**
     * How it is found out that the other end is gone without a word: by asking for the time; every thirty seconds, with ten
     * to answer, by default.
     *
     * @param every how often, positive
     * @param timeout how long nothing at all may come in after that, positive
     * @return this builder
     */
    public IbkrClientBuilder keepAlive(Duration every, Duration timeout) {
        keepAlive = positive(every, "every");
        keepAliveTimeout = positive(timeout, "timeout");
        return this;
    }

    /**
     * How long to wait before a lost connection is made again; {@link ReconnectPolicy#USUAL} by default.
     *
     * @param policy how long
     * @param chance where the jitter comes from
     * @return this builder
     */
    public IbkrClientBuilder reconnect(ReconnectPolicy policy, RandomGenerator chance) {
        reconnect = Objects.requireNonNull(policy, "policy");
        random = Objects.requireNonNull(chance, "chance");
        return this;
    }

    /**
     * Where time comes from; the machine by default.
     *
     * @param newTimer the time
     * @return this builder
     */
    public IbkrClientBuilder timer(IbkrTimer newTimer) {
        timer = Objects.requireNonNull(newTimer, "newTimer");
        return this;
    }

    /**
     * Who calls subscribers; by default the thread that reads, for which they must be quick. Futures are not its business.
     *
     * @param newExecutor runs what it is given, each once, in any order
     * @return this builder
     */
    public IbkrClientBuilder executor(Executor newExecutor) {
        executor = Objects.requireNonNull(newExecutor, "newExecutor");
        return this;
    }

    /** {@return the client, not connected} */
    public IbkrClient build() {
        IbkrTimer given = timer;
        SystemTimer own = new SystemTimer("ibkr-" + clientId + "-timer");
        Settings settings = new Settings(
                host,
                port,
                clientId,
                readOnly,
                liveAccount,
                deadline,
                messagesPerSecond,
                marketDataLines,
                tickRoom,
                keepAlive,
                keepAliveTimeout,
                reconnect,
                idStore,
                given == null ? own : given,
                random,
                executor);
        return new IbkrClient(settings, own::close);
    }

    private static int within(int value, int least, int most, String name) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], but was " + value);
        }
        return value;
    }

    private static Duration positive(Duration value, String name) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, but was " + value);
        }
        return value;
    }
}
