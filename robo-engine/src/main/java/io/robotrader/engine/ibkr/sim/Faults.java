package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.ClientMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** The scenarios, made of faults. Those about orders are in {@link OrderFaults}, those about the line in {@link LineFaults}. */
final class Faults {

    private Faults() {}

    static Fault of(Scenario scenario, long seed) {
        return switch (scenario) {
            case NORMAL -> new Fault();
            case CONNECTION_LOST_DURING_FILLS -> new LineFaults.LostDuringFills();
            case DATA_LOST -> new LineFaults.Outage(true);
            case DATA_KEPT -> new LineFaults.Outage(false);
            case ORDER_NEVER_ACKNOWLEDGED -> new OrderFaults.Swallowed();
            case ACKNOWLEDGEMENT_LOST -> new OrderFaults.Unspoken();
            case NEXT_VALID_ID_ROLLED_BACK -> new RolledBack();
            case DUPLICATE_STATUSES -> new OrderFaults.Twice();
            case REORDERED_STATUSES -> new OrderFaults.Shuffled(new Random(seed));
            case EXECUTION_WITHOUT_STATUS -> new OrderFaults.WithoutStatus();
            case STATUS_WITHOUT_EXECUTION -> new OrderFaults.WithoutExecution();
            case LATE_COMMISSION -> new OrderFaults.LateCommission();
            case HALF_OPEN_SOCKET -> new LineFaults.HalfOpen();
            case SLOW_READER -> new LineFaults.SlowReader();
            case GARBAGE_BYTES -> new LineFaults.Garbage(new Random(seed));
            case DAILY_RESTART -> new LineFaults.Restart();
            case CLIENT_ID_IN_USE -> new InUse();
            case PACING_VIOLATION -> new Pacing();
            case READ_ONLY_API -> new ReadOnly();
            case CLOCK_SKEW -> new Skew();
            case MARKET_DATA_SILENCE -> new LineFaults.Silence();
            case TRADING_HALT -> new LineFaults.Halt();
        };
    }

    private static final class RolledBack extends Fault {
        @Override
        int nextValidId(int id) {
            return Math.max(1, id - 100);
        }
    }

    private static final class InUse extends Fault {
        private final Map<Integer, Integer> attempts = new HashMap<>();

        @Override
        boolean admits(int clientId) {
            return attempts.merge(clientId, 1, Integer::sum) > 2;
        }
    }

    private static final class Pacing extends Fault {
        private int asked;

        @Override
        int messagesPerSecond(int configured) {
            return 5;
        }

        @Override
        boolean refusesHistory() {
            return asked++ % 2 == 1;
        }
    }

    private static final class ReadOnly extends Fault {
        @Override
        boolean readOnly() {
            return true;
        }
    }

    private static final class Skew extends Fault {
        @Override
        Duration skew() {
            return Duration.ofSeconds(90);
        }
    }

    /** Whether a message is the first order of its client. */
    static final class FirstOrders {
        private final Map<Integer, Integer> first = new HashMap<>();

        boolean isFirst(ClientSession session, ClientMessage message) {
            if (message instanceof io.robotrader.engine.ibkr.wire.PlaceOrder placed
                    && !placed.order().whatIf()) {
                return first.putIfAbsent(session.clientId(), placed.orderId()) == null;
            }
            return false;
        }

        boolean hasOne(int clientId) {
            return first.containsKey(clientId);
        }

        boolean isFirst(int clientId, int orderId) {
            Integer id = first.get(clientId);
            return id != null && id == orderId;
        }
    }
}
