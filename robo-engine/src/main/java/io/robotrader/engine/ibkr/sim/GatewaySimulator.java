package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.market.Bar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A gateway on loopback with an exchange behind it: any client that speaks Interactive Brokers' text protocol, at server
 * versions 157 to 178, can connect, subscribe and trade.
 *
 * <p>Without {@link GatewaySimulatorBuilder#realTime} its clock stands still until {@link #advance} is called, and the
 * same calls and messages in the same order give the same answers, byte for byte. It is not a copy of the real thing:
 * {@code docs/simulator.md} lists what it leaves out. Orders of clients that have gone stay in force, positions stay, and
 * each client's order ids go on where they were, for as long as the simulator lives; {@link #restart} cuts off everybody
 * without losing any of it.
 *
 * <p>Thread-safe. It listens on loopback only and has threads of its own, which end with {@link #close}.
 */
public final class GatewaySimulator implements AutoCloseable {

    private final GatewayServer server;

    GatewaySimulator(GatewayServer server) {
        this.server = server;
    }

    /**
     * Begins to describe a simulator.
     *
     * @return a builder: one account with a million US dollars, no slippage, fixed commissions, a port that is free
     */
    public static GatewaySimulatorBuilder builder() {
        return new GatewaySimulatorBuilder();
    }

    /**
     * Where it listens.
     *
     * @return the port, on loopback
     */
    public int port() {
        return server.port();
    }

    /**
     * What its clock says.
     *
     * @return the simulated time
     */
    public Instant now() {
        return server.call(g -> g.timeline.now());
    }

    /**
     * Lets simulated time pass. When this returns, all that happened is on its way to the clients.
     *
     * @param duration how much, zero or more
     */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("duration must be zero or more, but was " + duration);
        }
        server.call(g -> {
            g.timeline.advanceTo(g.timeline.now().plus(duration));
            return true;
        });
    }

    /**
     * Lets simulated time pass until the regular session opens: at once if that is now, otherwise without what is done
     * again and again in between, such as bars of five seconds.
     */
    public void advanceToOpen() {
        server.call(g -> {
            g.timeline.skipTo(g.hours.nextOpen(g.timeline.now()));
            return true;
        });
    }

    /**
     * A trade in the market at this moment, besides those of the data. It moves quote and orders, but history does not
     * have it.
     *
     * @param symbol a symbol of the data
     * @param price at what price, finite and positive
     * @param size how many shares, finite and not negative; 0 if not known, which fills every order in full
     * @throws IllegalArgumentException if there is no such symbol or a number is out of its range
     */
    public void trade(String symbol, double price, double size) {
        server.call(g -> {
            Trade trade = new Trade(symbol, g.timeline.now(), price, size);
            g.market.take(known(g, symbol), new PricePath.Point(trade.time(), trade.price(), trade.size(), true));
            return true;
        });
    }

    /**
     * Plays a bar, where the {@linkplain GatewaySimulatorBuilder#barByBar market moves on demand}: the clock goes to the
     * bar's time, and never back, and orders that came before that time meet its open, which the price jumps to, then its
     * low, high and close, as {@code docs/simulator.md} has it. Fills carry the bar's time. Orders that come later wait for
     * the symbol's next bar. The bar's volume is no limit, but with a volume of zero it fills nothing. When this returns,
     * all that happened is on its way to the clients.
     *
     * <p>An order for the day ends at 16:00 in New York, before a bar of that instant: what is to meet the bars of later
     * days has to be good till cancelled.
     *
     * @param bar the bar
     * @throws IllegalArgumentException if there is no such symbol
     * @throws IllegalStateException if the market moves by itself
     */
    public void play(Bar bar) {
        server.call(g -> {
            if (!g.settings.barByBar()) {
                throw new IllegalStateException("the market must be one bar by bar to play " + bar.symbol());
            }
            Market.Instrument instrument = known(g, bar.symbol());
            if (bar.time().isAfter(g.timeline.now())) {
                g.timeline.skipTo(bar.time());
            }
            g.market.play(instrument, bar);
            return true;
        });
    }

    /**
     * Halts trading in a symbol, or lets it go on.
     *
     * @param symbol a symbol of the data
     * @param halted whether it is halted from now on
     * @throws IllegalArgumentException if there is no such symbol
     */
    public void halt(String symbol, boolean halted) {
        server.call(g -> {
            g.halt(known(g, symbol), halted);
            return true;
        });
    }

    /**
     * The daily restart: every socket is closed and the port refuses, until so much simulated time has passed.
     *
     * @param down for how long, zero or more
     */
    public void restart(Duration down) {
        if (down.isNegative()) {
            throw new IllegalArgumentException("down must be zero or more, but was " + down);
        }
        server.call(g -> {
            g.restart(down);
            return true;
        });
    }

    /**
     * The cash of an account.
     *
     * @param account its id
     * @return US dollars, exact; below zero if it owes
     * @throws IllegalArgumentException if there is no such account
     */
    public BigDecimal cash(String account) {
        return server.call(g -> account(g, account).cash());
    }

    /**
     * How many shares an account has.
     *
     * @param account its id
     * @param symbol a symbol of the data
     * @return the number of shares, below zero if sold short
     * @throws IllegalArgumentException if there is no such account or symbol
     */
    public BigDecimal position(String account, String symbol) {
        return server.call(
                g -> account(g, account).holding(known(g, symbol).listing).quantity());
    }

    /**
     * How many orders are working, of all clients.
     *
     * @return the number, without those that are held back until they are transmitted
     */
    public int workingOrders() {
        return server.call(g -> g.orders.working());
    }

    /** From now on something else goes wrong, as if each client had just become ready. */
    void inject(Scenario scenario, long seed) {
        server.call(g -> {
            g.inject(Faults.of(scenario, seed));
            return true;
        });
    }

    /** {@return the references of the orders that are working, in the order of their coming} */
    List<String> workingRefs() {
        return server.call(g -> g.orders.all().stream()
                .filter(LiveOrder::isWorking)
                .map(order -> order.request.order().orderRef())
                .toList());
    }

    /** {@return the references of all orders that were ever taken, in the order of their coming} */
    List<String> orderRefs() {
        return server.call(g -> g.orders.all().stream()
                .map(order -> order.request.order().orderRef())
                .toList());
    }

    /** Closes every socket and ends. Orders and positions are gone with it. */
    @Override
    public void close() {
        server.stop();
    }

    private static Account account(Gateway gateway, String id) {
        Account account = id.isEmpty() ? null : gateway.books.account(id);
        if (account == null) {
            throw new IllegalArgumentException("account must be one of the simulator, but was '" + id + "'");
        }
        return account;
    }

    private static Market.Instrument known(Gateway gateway, String symbol) {
        Market.Instrument instrument = gateway.market.bySymbol(symbol);
        if (instrument == null) {
            throw new IllegalArgumentException("symbol must be one of the data, but was '" + symbol + "'");
        }
        return instrument;
    }
}
