package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.ClientMessage;
import io.robotrader.engine.ibkr.wire.ServerMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Faults of the connection: between client and gateway, and between the gateway and the broker. */
final class LineFaults {

    private static final String LOST = "Connectivity between IB and Trader Workstation has been lost.";
    private static final String KEPT =
            "Connectivity between IB and Trader Workstation has been restored - data maintained.";
    private static final String GONE = "Connectivity between IB and Trader Workstation has been restored - data lost.";

    private LineFaults() {}

    /** Something that begins once, some time after the first client is ready. */
    private abstract static class Once extends Fault {
        private final Duration delay;
        private boolean begun;

        Once(Duration delay) {
            this.delay = delay;
        }

        @Override
        void ready(ClientSession session) {
            if (!begun) {
                begun = true;
                gateway().timeline.after(delay, this::begin);
            }
        }

        abstract void begin();
    }

    /** Something that happens to each client, some time after it is ready. */
    private abstract static class Each extends Fault {
        @Override
        void ready(ClientSession session) {
            gateway().timeline.after(Duration.ofSeconds(10), () -> {
                if (!session.isClosed()) {
                    begin(session);
                }
            });
        }

        abstract void begin(ClientSession session);
    }

    static final class LostDuringFills extends Fault {
        private record Held(ClientSession session, ServerMessage message) {}

        private final List<Held> held = new ArrayList<>();
        private boolean lost;
        private boolean over;

        @Override
        void filled(LiveOrder order, boolean full) {
            if (!over) {
                over = true;
                gateway().toAll(1100, LOST);
                lost = true;
                gateway().timeline.after(Duration.ofSeconds(30), this::restore);
            }
        }

        private void restore() {
            lost = false;
            gateway().toAll(1102, KEPT);
            held.forEach(h -> h.session.encode(h.message));
            held.clear();
        }

        @Override
        void send(ClientSession session, ServerMessage message) {
            if (lost && !(message instanceof io.robotrader.engine.ibkr.wire.SessionMessage)) {
                held.add(new Held(session, message));
            } else {
                session.encode(message);
            }
        }

        @Override
        boolean isSilent() {
            return lost;
        }
    }

    static final class Outage extends Once {
        private final boolean dataLost;
        private boolean lost;

        Outage(boolean dataLost) {
            super(Duration.ofSeconds(20));
            this.dataLost = dataLost;
        }

        @Override
        void begin() {
            lost = true;
            gateway().toAll(1100, LOST);
            gateway().timeline.after(Duration.ofSeconds(10), () -> {
                lost = false;
                if (dataLost) {
                    gateway().dropMarketData();
                }
                gateway().toAll(dataLost ? 1101 : 1102, dataLost ? GONE : KEPT);
            });
        }

        @Override
        boolean isSilent() {
            return lost;
        }
    }

    static final class HalfOpen extends Each {
        @Override
        void begin(ClientSession session) {
            session.flush();
            session.mute = true;
        }

        @Override
        boolean receives(ClientSession session, ClientMessage message) {
            return !session.mute;
        }
    }

    static final class SlowReader extends Fault {
        private static final int MOST_WAITING = 600;

        private final Map<ClientSession, java.time.Instant> free = new HashMap<>();

        @Override
        boolean receives(ClientSession session, ClientMessage message) {
            free.keySet().removeIf(ClientSession::isClosed);
            java.time.Instant now = gateway().timeline.now();
            java.time.Instant before = free.getOrDefault(session, now);
            java.time.Instant next = (before.isAfter(now) ? before : now).plusSeconds(1);
            if (next.isAfter(now.plusSeconds(MOST_WAITING))) {
                gateway().close(session);
                return false;
            }
            free.put(session, next);
            gateway().timeline.at(next, () -> {
                if (!session.isClosed()) {
                    gateway().take(session, message);
                }
            });
            return false;
        }
    }

    static final class Garbage extends Each {
        private static final int FRAMES = 3;

        private final Random random;

        Garbage(Random random) {
            this.random = random;
        }

        @Override
        void begin(ClientSession session) {
            for (int i = 0; i < FRAMES; i++) {
                byte[] frame = new byte[24];
                random.nextBytes(frame);
                frame[0] = 0;
                frame[1] = 0;
                frame[2] = 0;
                frame[3] = 20;
                session.raw(frame);
            }
            byte[] end = new byte[64];
            random.nextBytes(end);
            end[0] = (byte) 0xFF;
            session.raw(end);
        }
    }

    static final class Restart extends Once {
        Restart() {
            super(Duration.ofSeconds(30));
        }

        @Override
        void begin() {
            gateway().restart(Duration.ofSeconds(60));
        }
    }

    static final class Silence extends Once {
        private boolean silent;

        Silence() {
            super(Duration.ofSeconds(20));
        }

        @Override
        void begin() {
            silent = true;
        }

        @Override
        boolean isSilent() {
            return silent;
        }
    }

    static final class Halt extends Once {
        Halt() {
            super(Duration.ofSeconds(20));
        }

        @Override
        void begin() {
            gateway().market.instruments().forEach(i -> gateway().halt(i, true));
            gateway()
                    .timeline
                    .after(
                            Duration.ofSeconds(60),
                            () -> gateway()
                                    .market
                                    .instruments()
                                    .forEach(i -> gateway().halt(i, false)));
        }
    }
}
