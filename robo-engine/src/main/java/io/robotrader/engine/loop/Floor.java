package io.robotrader.engine.loop;

import java.time.Instant;

/** What the parts of the trading loop share. Used on the engine's one writing thread, but for the flag. */
final class Floor {

    final Desk desk;
    final EngineClock clock;
    final Host host;
    final WorkingOrders working = new WorkingOrders();
    final Tape tape;
    final Costs costs = new Costs();
    final Tally tally = new Tally();
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
