package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.AccountMessage;
import io.robotrader.engine.ibkr.wire.CompletedOrder;
import io.robotrader.engine.ibkr.wire.ExecutionData;
import io.robotrader.engine.ibkr.wire.ExecutionMessage;
import io.robotrader.engine.ibkr.wire.MarketRule;
import io.robotrader.engine.ibkr.wire.OpenOrder;
import io.robotrader.engine.ibkr.wire.OrderMessage;
import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.PositionMessage;
import io.robotrader.engine.ibkr.wire.PositionRequest;
import io.robotrader.engine.ibkr.wire.ServerMessage;
import io.robotrader.engine.ibkr.wire.SessionMessage;
import io.robotrader.engine.ibkr.wire.SessionRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The questions whose answers carry no number: how things stand, asked of people's own accord and after each reconnection. */
final class Reading {

    /** What can be under way once at a time. */
    enum Kind {
        OPEN_ORDERS,
        COMPLETED_ORDERS,
        POSITIONS,
        ACCOUNT,
        TIME
    }

    /** The numbered rules, which answer to their own numbers and not to those of requests. */
    private record Rule(int id) {}

    private final Session session;
    private final Hub<IbkrPosition> positions;
    private volatile boolean watchesPositions;

    Reading(Session session) {
        this.session = session;
        positions = new Hub<>(session.settings().executor());
    }

    void accept(ServerMessage message) {
        Object key = keyOf(message);
        Exchange exchange = key == null ? null : session.requests().get(key);
        if (exchange != null) {
            exchange.accept(message);
        }
        if (message instanceof PositionMessage.Position it) {
            positions.put(Wired.position(it));
        }
    }

    private static @org.jspecify.annotations.Nullable Object keyOf(ServerMessage message) {
        if (message instanceof OpenOrder || message instanceof OrderMessage.OpenOrderEnd) {
            return Kind.OPEN_ORDERS;
        }
        if (message instanceof CompletedOrder || message instanceof OrderMessage.CompletedOrdersEnd) {
            return Kind.COMPLETED_ORDERS;
        }
        if (message instanceof PositionMessage.Position || message instanceof PositionMessage.PositionEnd) {
            return Kind.POSITIONS;
        }
        if (message instanceof SessionMessage.CurrentTime) {
            return Kind.TIME;
        }
        if (message instanceof MarketRule rule) {
            return new Rule(rule.ruleId());
        }
        return message instanceof AccountMessage || message instanceof PositionMessage ? Kind.ACCOUNT : null;
    }

    /** The gateway takes no questions about orders either. */
    void refused(IbkrError error) {
        for (Kind kind : List.of(Kind.OPEN_ORDERS, Kind.COMPLETED_ORDERS)) {
            Exchange exchange = session.requests().get(kind);
            if (exchange != null) {
                exchange.fail(error);
            }
        }
    }

    CompletableFuture<List<OrderEvent.Acknowledged>> openOrders() {
        List<OrderEvent.Acknowledged> found = new ArrayList<>();
        return session.requests()
                .askOnce(Kind.OPEN_ORDERS, "the question for open orders", new OrderRequest.RequestOpenOrders(), m -> {
                    if (m instanceof OpenOrder order) {
                        found.add(Wired.acknowledged(order));
                    }
                    return m instanceof OrderMessage.OpenOrderEnd ? List.copyOf(found) : null;
                });
    }

    /** The orders of all clients. Both questions are answered by the same messages, so one waits for the other. */
    CompletableFuture<List<OrderEvent.Acknowledged>> allOpenOrders() {
        List<OrderEvent.Acknowledged> found = new ArrayList<>();
        return openOrders().thenCompose(own -> {
            OrderRequest.RequestAllOpenOrders question = new OrderRequest.RequestAllOpenOrders();
            return session.requests().askOnce(Kind.OPEN_ORDERS, "the question for all open orders", question, m -> {
                if (m instanceof OpenOrder order) {
                    found.add(Wired.acknowledged(order));
                }
                return m instanceof OrderMessage.OpenOrderEnd ? List.copyOf(found) : null;
            });
        });
    }

    CompletableFuture<List<OrderEvent.Completed>> completedOrders() {
        List<OrderEvent.Completed> found = new ArrayList<>();
        return session.requests()
                .askOnce(
                        Kind.COMPLETED_ORDERS,
                        "the question for completed orders",
                        new OrderRequest.RequestCompletedOrders(true),
                        m -> {
                            if (m instanceof CompletedOrder order) {
                                found.add(Wired.completed(order));
                            }
                            return m instanceof OrderMessage.CompletedOrdersEnd ? List.copyOf(found) : null;
                        });
    }

    CompletableFuture<List<OrderEvent.Executed>> executions() {
        List<OrderEvent.Executed> found = new ArrayList<>();
        int client = session.settings().clientId();
        int id = session.requests().newId();
        return session.requests()
                .send(
                        id,
                        "the question for executions",
                        new OrderRequest.RequestExecutions(id, client, "", "", "", "", "", ""),
                        Outbox.Lane.CONTROL,
                        () -> {},
                        m -> {
                            if (m instanceof ExecutionData fill) {
                                found.add(Wired.executed(fill, session.timer().now()));
                            }
                            return m instanceof ExecutionMessage.ExecutionDataEnd ? List.copyOf(found) : null;
                        });
    }

    CompletableFuture<List<IbkrPosition>> positions() {
        watchesPositions = true;
        List<IbkrPosition> found = new ArrayList<>();
        return session.requests()
                .askOnce(Kind.POSITIONS, "the question for positions", new PositionRequest.RequestPositions(), m -> {
                    if (m instanceof PositionMessage.Position position) {
                        found.add(Wired.position(position));
                    }
                    return m instanceof PositionMessage.PositionEnd ? List.copyOf(found) : null;
                });
    }

    /** Every position that is told, whoever has asked. */
    Hub<IbkrPosition> positionUpdates() {
        return positions;
    }

    CompletableFuture<Instant> currentTime() {
        return session.requests()
                .askOnce(
                        Kind.TIME,
                        "the question for the time",
                        new SessionRequest.RequestCurrentTime(),
                        m -> m instanceof SessionMessage.CurrentTime it ? Instant.ofEpochSecond(it.time()) : null);
    }

    CompletableFuture<MarketRule> marketRule(int ruleId) {
        return session.requests()
                .askOnce(
                        new Rule(ruleId),
                        "the question for a market rule",
                        new io.robotrader.engine.ibkr.wire.ContractRequest.RequestMarketRule(ruleId),
                        m -> m instanceof MarketRule rule ? rule : null);
    }

    /** Reads orders, executions and positions again. Done when all is answered: true, or false if something was not. */
    CompletableFuture<Boolean> rereadAll() {
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        all.add(answered(openOrders()));
        all.add(answered(completedOrders()));
        all.add(answered(executions()));
        if (watchesPositions) {
            all.add(answered(positions()));
        }
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
                .thenApply(any -> all.stream().allMatch(CompletableFuture::join));
    }

    private static CompletableFuture<Boolean> answered(CompletableFuture<?> answer) {
        return answer.handle((value, failure) -> failure == null);
    }

    /** Asks for the time every now and then. If nothing at all comes in after that, the other end is gone. */
    void watch(int epoch) {
        Settings settings = session.settings();
        settings.timer().schedule(settings.keepAlive(), () -> {
            if (session.epoch() != epoch) {
                return;
            }
            long before = session.inbox().received();
            // Whether it is answered shows in what comes in; if it fails there is no connection any more.
            CompletableFuture<Instant> unused = currentTime();
            settings.timer().schedule(settings.keepAliveTimeout(), () -> {
                // Whoever is at work on what came in says nothing about what would come in.
                if (session.inbox().received() == before && !session.inbox().isBusy()) {
                    session.breakLink(epoch, "nothing was heard for " + settings.keepAliveTimeout());
                }
            });
            watch(epoch);
        });
    }
}
