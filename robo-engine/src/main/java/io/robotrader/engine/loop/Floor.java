package io.robotrader.engine.loop;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

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
    /** The symbols in which nothing is opened, as the broker's books differ. */
    final Set<String> blocked = new HashSet<>();
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

    long held(String symbol) {
        return desk.portfolio().quantity(symbol);
    }
}
