package io.robotrader.engine.loop;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the parts of the trading loop share. Used on the engine's one writing thread, but for the flag. */
final class Floor {

    final Desk desk;
    final EngineClock clock;
    final Host host;
    final WorkingOrders working = new WorkingOrders();
    final Tape tape;
    final Costs costs = new Costs();
    final Tally tally = new Tally();
    final Ledger ledger = new Ledger();
    final RoundTrips trips = new RoundTrips(this);
    /** The symbols in which nothing is opened, as the broker's books differ. */
    final Set<String> blocked = new HashSet<>();
    /** The shares that the broker has, in the symbols where the books have others, with the fills since it was asked. */
    final Map<String, Long> theirs = new HashMap<>();
    /** How often what the broker has was read, and the books held against it. */
    long readings;
    /** Whether the broker was asked what it has, after a time in which nobody looked, and has not answered. */
    boolean awaitsTheirs;
    /** The symbols in which something was to be given back meanwhile. */
    final Set<String> withheld = new TreeSet<>();
    /** The symbols in which nothing is opened, as their price is in doubt, and why. */
    final Map<String, String> doubted = new TreeMap<>();
    /** Whether anything is decided any more. */
    volatile boolean deciding = true;

    Floor(Desk desk, EngineClock clock, Host host) {
        this.desk = desk;
        this.clock = clock;
        this.host = host;
        this.tape = new Tape(desk, clock);
    }

    Instant now() {
        return clock.now();
    }

    /** Whether a position may be opened in a symbol, as far as the gate lets it. */
    boolean mayOpen(String symbol) {
        return host.mayOpen() && !blocked.contains(symbol) && !doubted.containsKey(symbol) && isTime(symbol);
    }

    private boolean isTime(String symbol) {
        EntryTimes times = desk.rules().entryTimes();
        return clock.followsBars() ? times.include(now(), tape.timeBefore(symbol)) : times.include(now());
    }

    long held(String symbol) {
        return desk.portfolio().quantity(symbol);
    }

    /** The shares that both the books and the broker have, as far as is known: all that an exit may give back. */
    long heldByBoth(String symbol) {
        long ours = held(symbol);
        long most = theirs.getOrDefault(symbol, ours);
        if (Long.signum(most) != Long.signum(ours)) {
            return 0;
        }
        return ours > 0 ? Math.min(ours, most) : Math.max(ours, most);
    }
}
