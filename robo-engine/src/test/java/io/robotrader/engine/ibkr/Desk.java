package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.ScriptedGateway.Peer;
import io.robotrader.engine.ibkr.wire.Contract;
import io.robotrader.engine.ibkr.wire.ExecutionData;
import io.robotrader.engine.ibkr.wire.ExecutionMessage.CommissionReport;
import io.robotrader.engine.ibkr.wire.ExecutionMessage.ExecutionDataEnd;
import io.robotrader.engine.ibkr.wire.OpenOrder;
import io.robotrader.engine.ibkr.wire.OrderMessage;
import io.robotrader.engine.ibkr.wire.OrderMessage.OrderStatusReport;
import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.OrderState;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A client and the gateway of a test, and what gateways say. */
final class Desk implements AutoCloseable {

    static final int CLIENT = 7;
    static final IbkrContract AAPL = IbkrContract.stock("AAPL", "NASDAQ");
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    final HandTimer timer = new HandTimer();
    final ScriptedGateway gateway = new ScriptedGateway();
    final IbkrClient client;
    Peer peer;

    Desk(Consumer<IbkrClientBuilder> settings) {
        IbkrClientBuilder builder = IbkrClient.builder()
                .port(gateway.port())
                .clientId(CLIENT)
                .timer(timer)
                .reconnect(
                        new ReconnectPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1), 2, 0),
                        new SplittableRandom(1));
        settings.accept(builder);
        client = builder.build();
    }

    static Desk reading() {
        return new Desk(any -> {});
    }

    static Desk trading() {
        return new Desk(builder -> builder.allowOrders(OrderIdStore.inMemory()));
    }

    Desk connected() {
        return connected(1);
    }

    Desk connected(int nextValidId) {
        CompletableFuture<Void> connected = client.connect();
        peer = gateway.acceptSession(nextValidId);
        get(connected);
        return this;
    }

    static <T> T get(CompletableFuture<T> future) {
        try {
            return future.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("the request failed", e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    static IbkrError failure(CompletableFuture<?> future) {
        try {
            future.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            return ((IbkrException) e.getCause()).error();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("the request did not fail");
    }

    static IbkrOrder buy(String ref) {
        return IbkrOrder.market(Side.BUY, HUNDRED).withOrderRef(ref);
    }

    static OpenOrder open(PlaceOrder placed, String status) {
        Contract contract = placed.contract();
        return OpenOrder.of(placed, contract, CLIENT, permId(placed.orderId()), OrderState.of(status));
    }

    static int permId(int orderId) {
        return 9000 + orderId;
    }

    static OrderStatusReport status(int orderId, String status, long filled, long remaining) {
        return new OrderStatusReport(
                orderId,
                status,
                BigDecimal.valueOf(filled),
                BigDecimal.valueOf(remaining),
                filled == 0 ? BigDecimal.ZERO : new BigDecimal("250.10"),
                permId(orderId),
                0,
                BigDecimal.ZERO,
                CLIENT,
                "",
                BigDecimal.ZERO);
    }

    static ExecutionData fill(PlaceOrder placed, String execId, long quantity, String price) {
        return fill(-1, placed, execId, quantity, price);
    }

    static ExecutionData fill(int requestId, PlaceOrder placed, String execId, long quantity, String price) {
        return new ExecutionData(
                requestId,
                placed.orderId(),
                placed.contract(),
                execId,
                "20260105 15:30:05 US/Eastern",
                "DU1234567",
                "NASDAQ",
                placed.order().action().equals("BUY") ? "BOT" : "SLD",
                BigDecimal.valueOf(quantity),
                new BigDecimal(price),
                permId(placed.orderId()),
                CLIENT,
                0,
                BigDecimal.valueOf(quantity),
                new BigDecimal(price),
                placed.order().orderRef(),
                "",
                null,
                "",
                2,
                false);
    }

    static CommissionReport cost(String execId, String commission) {
        return new CommissionReport(execId, new BigDecimal(commission), "USD", null, null, "");
    }

    /** Answers the questions that come with a reconciliation: nothing is known. */
    void answerReread() {
        answerReread(id -> {});
    }

    /** Answers them after something was said; it is handed the number of the question for executions. */
    void answerReread(java.util.function.IntConsumer before) {
        peer.expect(OrderRequest.RequestOpenOrders.class);
        peer.expect(OrderRequest.RequestCompletedOrders.class);
        int id = peer.expect(OrderRequest.RequestExecutions.class).requestId();
        before.accept(id);
        peer.send(new OrderMessage.OpenOrderEnd(), new OrderMessage.CompletedOrdersEnd(), new ExecutionDataEnd(id));
    }

    @Override
    public void close() {
        client.close();
        gateway.close();
    }
}
