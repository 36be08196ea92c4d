package io.robotrader.engine.loop;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
}
