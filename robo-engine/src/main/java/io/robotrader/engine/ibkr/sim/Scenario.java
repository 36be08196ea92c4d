package io.robotrader.engine.ibkr.sim;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that goes wrong, by a name that a command line can have. What is random in it comes from the simulator's
 * seed, so that a run can be had again. Times are those of the simulated clock.
 */
public enum Scenario {
    /** Nothing goes wrong. */
    NORMAL("Nothing goes wrong."),
    /** 1100 after an order's first fill; what happens in the next 30 seconds is told after the 1102. */
    CONNECTION_LOST_DURING_FILLS("1100 after the first fill; what happens in the 30 s until 1102 is told only then."),
    /** 1100 and, 10 seconds later, 1101: every subscription to market data is gone. */
    DATA_LOST("20 s after a client is ready: 1100, 10 s later 1101; all market data subscriptions are gone."),
    /** 1100 and, 10 seconds later, 1102: market data pause and go on. */
    DATA_KEPT("20 s after a client is ready: 1100, 10 s later 1102; market data pause in between and go on."),
    /** A client's first order is swallowed: not placed, not answered. */
    ORDER_NEVER_ACKNOWLEDGED("A client's first order is swallowed: it is not placed, and nothing is said."),
    /** A client's first order is placed, but nothing is said of it until the client asks. */
    ACKNOWLEDGEMENT_LOST(
            "A client's first order is placed and filled, but nothing is said of it until it is asked for."),
    /** The next valid id is told 100 too low, never below 1. */
    NEXT_VALID_ID_ROLLED_BACK("The next valid id is told 100 too low, never below 1; ids used before are refused."),
    /** Every status and every order is told twice. */
    DUPLICATE_STATUSES("Every openOrder, orderStatus and commission report is sent twice."),
    /** What is told of orders at one time is told in another order. */
    REORDERED_STATUSES(
            "What is said of orders at one moment comes shuffled: Filled before the fill, cost before both."),
    /** Fills are told, statuses after a fill are not. */
    EXECUTION_WITHOUT_STATUS("Fills and commissions are told, the statuses and orders after them are not."),
    /** Statuses are told, fills are not, unless they are asked for. */
    STATUS_WITHOUT_EXECUTION("Statuses are told, fills and commissions only when they are asked for."),
    /** The commission comes a minute after the fill. */
    LATE_COMMISSION("Commission reports come 60 s after the fill."),
    /** The socket stays open, but nothing is read or said any more. */
    HALF_OPEN_SOCKET("10 s after a client is ready its socket stays open, but nothing is read or said any more."),
    /** The gateway takes one message a second. */
    SLOW_READER("The gateway takes one message a second from each client; all answers are late."),
    /** Messages that are none, and then a frame that cannot be. */
    GARBAGE_BYTES("10 s after a client is ready: frames of random bytes, then a frame whose length cannot be."),
    /** The socket closes and the port refuses for a minute; orders, positions and ids are kept. */
    DAILY_RESTART("30 s after the first client is ready all sockets close, and the port refuses for 60 s."),
    /** The first two attempts of a client to connect are answered by 326. */
    CLIENT_ID_IN_USE("A client's first two attempts are answered by 326 and closed; the third gets in."),
    /** Five messages a second are the limit, and every second historical request is refused. */
    PACING_VIOLATION("The limit is 5 messages a second, and every second historical request is refused with 162."),
    /** Orders, and questions about them, are refused with 321. */
    READ_ONLY_API("Orders and questions about orders are refused with 321, without the end messages."),
    /** The server's clock is 90 seconds ahead. */
    CLOCK_SKEW("The server's clock, and the time of fills, is 90 s ahead."),
    /** Market data stop without a word. */
    MARKET_DATA_SILENCE("20 s after a client is ready market data stop without a word; orders are filled as before."),
    /** Trading in everything is halted for a minute. */
    TRADING_HALT("20 s after a client is ready trading is halted in every symbol, for 60 s.");

    private final String description;

    Scenario(String description) {
        this.description = description;
    }

    /**
     * Its name for a command line.
     *
     * @return for example {@code half-open-socket}
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What happens.
     *
     * @return a sentence or two
     */
    public String description() {
        return description;
    }

    /**
     * The scenario of a name.
     *
     * @param id the name, as {@link #id} says it
     * @return the scenario; empty if there is none of that name
     */
    public static Optional<Scenario> of(String id) {
        return Arrays.stream(values()).filter(s -> s.id().equals(id)).findFirst();
    }
}
