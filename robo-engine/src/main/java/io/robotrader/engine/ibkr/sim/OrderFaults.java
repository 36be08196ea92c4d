package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.ClientMessage;
import io.robotrader.engine.ibkr.wire.ErrorMessage;
import io.robotrader.engine.ibkr.wire.ExecutionData;
import io.robotrader.engine.ibkr.wire.ExecutionMessage.CommissionReport;
import io.robotrader.engine.ibkr.wire.OpenOrder;
import io.robotrader.engine.ibkr.wire.OrderMessage.OrderStatusReport;
import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.ServerMessage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Faults in what is said of orders. */
final class OrderFaults {

    private OrderFaults() {}

    private static boolean isOfOrder(ServerMessage message) {
        return message instanceof OpenOrder
                || message instanceof OrderStatusReport
                || message instanceof CommissionReport
                || isLive(message);
    }

    /** A fill that has just happened, not one that was asked for. */
    private static boolean isLive(ServerMessage message) {
        return message instanceof ExecutionData execution && execution.requestId() == -1;
    }

    static final class Swallowed extends Fault {
        private final Faults.FirstOrders first = new Faults.FirstOrders();

        @Override
        boolean receives(ClientSession session, ClientMessage message) {
            return !first.isFirst(session, message);
        }
    }

    static final class Unspoken extends Fault {
        private final Faults.FirstOrders first = new Faults.FirstOrders();
        private final Set<String> hidden = new HashSet<>();
        private final Set<Integer> asked = new HashSet<>();
        private boolean answering;

        @Override
        boolean receives(ClientSession session, ClientMessage message) {
            first.isFirst(session, message);
            answering = message instanceof OrderRequest.RequestOpenOrders
                    || message instanceof OrderRequest.RequestAllOpenOrders
                    || message instanceof OrderRequest.RequestCompletedOrders
                    || message instanceof OrderRequest.RequestExecutions;
            // What clients ask at their start, before they have placed an order, does not end the silence.
            if (answering && first.hasOne(session.clientId())) {
                asked.add(session.clientId());
            }
            return true;
        }

        @Override
        void send(ClientSession session, ServerMessage message) {
            if (answering || asked.contains(session.clientId()) || !isHidden(session, message)) {
                session.encode(message);
            }
        }

        @Override
        void endOfStep() {
            answering = false;
        }

        private boolean isHidden(ClientSession session, ServerMessage message) {
            int client = session.clientId();
            if (message instanceof OpenOrder order) {
                return first.isFirst(client, order.orderId());
            }
            if (message instanceof OrderStatusReport status) {
                return first.isFirst(client, status.orderId());
            }
            if (message instanceof ErrorMessage error) {
                return first.isFirst(client, error.requestId());
            }
            if (message instanceof ExecutionData fill && first.isFirst(client, fill.orderId())) {
                hidden.add(fill.execId());
                return true;
            }
            return message instanceof CommissionReport cost && hidden.contains(cost.execId());
        }
    }

    static final class Twice extends Fault {
        @Override
        void send(ClientSession session, ServerMessage message) {
            session.encode(message);
            if (isOfOrder(message) && !isLive(message)) {
                session.encode(message);
            }
        }
    }

    static final class Shuffled extends Fault {
        private record Held(ClientSession session, ServerMessage message) {}

        private final Random random;
        private final List<Held> held = new ArrayList<>();

        Shuffled(Random random) {
            this.random = random;
        }

        @Override
        void send(ClientSession session, ServerMessage message) {
            if (isOfOrder(message)) {
                held.add(new Held(session, message));
            } else {
                session.encode(message);
            }
        }

        @Override
        void endOfStep() {
            Collections.shuffle(held, random);
            held.forEach(h -> h.session.encode(h.message));
            held.clear();
        }
    }

    static final class WithoutStatus extends Fault {
        @Override
        void send(ClientSession session, ServerMessage message) {
            boolean filled = message instanceof OrderStatusReport status
                    && status.filled().compareTo(BigDecimal.ZERO) > 0;
            boolean done =
                    message instanceof OpenOrder order && order.state().status().equals("Filled");
            if (!filled && !done) {
                session.encode(message);
            }
        }
    }

    static final class WithoutExecution extends Fault {
        private final Set<String> hidden = new HashSet<>();

        @Override
        void send(ClientSession session, ServerMessage message) {
            if (isLive(message)) {
                hidden.add(((ExecutionData) message).execId());
            } else if (!(message instanceof CommissionReport cost) || !hidden.contains(cost.execId())) {
                if (message instanceof ExecutionData fill) {
                    hidden.remove(fill.execId()); // asked for: its cost is told, too
                }
                session.encode(message);
            }
        }
    }

    static final class LateCommission extends Fault {
        @Override
        void send(ClientSession session, ServerMessage message) {
            if (message instanceof CommissionReport) {
                gateway().timeline.after(Duration.ofSeconds(60), () -> session.encode(message));
            } else {
                session.encode(message);
            }
        }
    }
}
