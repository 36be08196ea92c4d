package io.robotrader.engine.ibkr;

import io.robotrader.config.ConfigException;
import io.robotrader.config.LiveInterlock;
import io.robotrader.config.RoboConfig;
import io.robotrader.config.section.Secret;
import io.robotrader.config.section.TradingMode;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the settings allow at the vendor's: a client that only reads, one that trades on paper, or one that trades real
 * money. It is the only way from settings to a live port, and leads there only with all keys of the {@link LiveInterlock}.
 * Immutable and thread-safe.
 */
public final class IbkrSetup {

    private final RoboConfig config;
    private final String host;
    private final int port;
    private final int clientId;

    private IbkrSetup(RoboConfig config, String host, int port, int clientId) {
        this.config = config;
        this.host = host;
        this.port = port;
        this.clientId = clientId;
    }

    /**
     * {@return the setup}
     *
     * @param config the settings
     * @throws ConfigException if they ask for live trading, by their mode or their port, and a key is missing, naming all
     *     that are; or if they do not keep their bounds or do not fit together
     * @throws IllegalArgumentException if their mode needs no broker
     */
    public static IbkrSetup of(RoboConfig config) {
        LiveInterlock.check(config);
        RoboConfig sound = config.validated();
        if (sound.execution().mode() == TradingMode.BACKTEST) {
            throw new IllegalArgumentException(
                    "execution.mode must be paper or live to reach a broker, but was backtest");
        }
        return new IbkrSetup(
                sound, sound.ibkr().host(), sound.ibkr().port(), sound.ibkr().clientId());
    }

    /**
     * {@return the same for another program at the same gateway}
     *
     * @param newClientId its own number, 0 or more
     */
    public IbkrSetup withClientId(int newClientId) {
        return new IbkrSetup(config, host, port, newClientId);
    }

    /**
     * {@return the same at another address than the settings', on paper alone: for a gateway that is played on this machine}
     *
     * @param newHost its name or address
     * @param newPort where it listens; not a port on which real money is traded
     * @throws IllegalArgumentException if the settings trade real money, or the port is one for that
     */
    public IbkrSetup at(String newHost, int newPort) {
        if (isLive() || LiveInterlock.isLivePort(newPort)) {
            throw new IllegalArgumentException("newPort must be one on paper, of settings on paper, but was "
                    + newPort + " of settings for "
                    + (isLive() ? "real money" : "paper"));
        }
        return new IbkrSetup(config, newHost, newPort, clientId);
    }

    /** {@return whether real money is traded} */
    public boolean isLive() {
        return config.execution().mode() == TradingMode.LIVE;
    }

    /** {@return whether no order can be sent} */
    public boolean isReadOnly() {
        return config.ibkr().readonly();
    }

    /** {@return the account that is traded; empty if the login's only one is meant} */
    public String account() {
        return config.ibkr().account().map(Secret::reveal).orElse("");
    }

    /**
     * {@return a client, not connected; if the settings say read-only, one that can send no order}
     *
     * @param ids remembers which order ids were used; one that outlives the process
     */
    public IbkrClient client(OrderIdStore ids) {
        Objects.requireNonNull(ids, "ids");
        IbkrClientBuilder builder = IbkrClient.builder().host(host).port(port).clientId(clientId);
        if (!isReadOnly()) {
            builder.allowOrders(ids);
        }
        if (isLive()) {
            builder.allowLivePort(account());
        }
        return builder.build();
    }

    /**
     * {@return a broker, not connected, for orders of the day; if the settings say read-only, one that rejects every order}
     *
     * @param ids remembers which order ids were used; one that outlives the process
     * @param contracts what a symbol stands for, such as with its home exchange
     */
    public IbkrBroker broker(OrderIdStore ids, Function<String, IbkrContract> contracts) {
        return IbkrBroker.over(client(ids), contracts, account());
    }
}
