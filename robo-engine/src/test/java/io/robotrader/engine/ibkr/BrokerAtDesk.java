package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.OrderEnd.Kind;
import io.robotrader.engine.ibkr.wire.ExecutionMessage.ExecutionDataEnd;
import io.robotrader.engine.ibkr.wire.OrderMessage;
import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import io.robotrader.engine.ibkr.wire.PositionMessage;
import io.robotrader.engine.ibkr.wire.PositionRequest;
import io.robotrader.engine.ibkr.wire.SessionRequest;
import io.robotrader.engine.portfolio.Portfolio;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A broker over a client at a desk, and what it tells. */
abstract class BrokerAtDesk {

    static final Instant TRADED = Instant.parse("2026-01-05T20:30:05Z");

    final Desk desk = Desk.trading();

    final IbkrBroker broker = IbkrBroker.over(desk.client, symbol -> IbkrContract.stock(symbol, "NASDAQ"), "DU1234567");
    final BlockingQueue<Object> told = new LinkedBlockingQueue<>();

    final Portfolio portfolio = new Portfolio(new BigDecimal("1000000"));

    final BrokerListener listener = new BrokerListener() {
        @Override
        public void onFill(Fill fill) {
            portfolio.book(fill);
            told.add(fill);
        }

        @Override
        public void onCommission(LateCommission commission) {
            portfolio.charge(commission);
            told.add(commission);
        }

        @Override
        public void onOrderEnded(OrderEnd end) {
            told.add(end);
        }

        @Override
        public void onAcknowledged(String orderId, String brokerId) {
            if (orderId.equals("a")) {
                told.add("acknowledged " + orderId + " " + brokerId);
            }
        }
    };

    @BeforeEach
    void connect() {
        connect(id -> {});
    }

    void connect(IntConsumer before) {
        CompletableFuture<Void> connecting = CompletableFuture.runAsync(() -> broker.connect(listener));
        desk.peer = desk.gateway.acceptSession(530);
        int id = desk.peer.expect(OrderRequest.RequestExecutions.class).requestId();
        before.accept(id);
        desk.peer.send(new ExecutionDataEnd(id));
        desk.peer.expect(OrderRequest.RequestOpenOrders.class);
        desk.peer.send(new OrderMessage.OpenOrderEnd());
        desk.peer.expect(OrderRequest.RequestCompletedOrders.class);
        desk.peer.send(new OrderMessage.CompletedOrdersEnd());
        positions(desk);
        Desk.get(connecting);
    }

    static void positions(Desk desk) {
        desk.peer.expect(PositionRequest.RequestPositions.class);
        desk.peer.send(new PositionMessage.PositionEnd());
    }

    /** Answers what is read again once the broker is connected. */
    void answerReread(IntConsumer before) {
        desk.answerReread(before);
        positions(desk);
    }

    @AfterEach
    void close() {
        broker.close();
        desk.close();
    }

    <T> T told(Class<T> kind) {
        try {
            Object next = told.poll(10, TimeUnit.SECONDS);
            assertThat(next).isInstanceOf(kind);
            return kind.cast(next);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void ended(Kind kind) {
        assertThat(told(OrderEnd.class).kind()).isEqualTo(kind);
    }

    /** Whatever was sent before has been handled, and nothing was told of it. */
    void nothingMore() {
        CompletableFuture<Instant> marker = desk.client.currentTime();
        desk.peer.expect(SessionRequest.RequestCurrentTime.class);
        desk.peer.send(new io.robotrader.engine.ibkr.wire.SessionMessage.CurrentTime(1));
        Desk.get(marker);
        assertThat(told).isEmpty();
    }

    PlaceOrder submitted(OrderIntent intent) {
        broker.submit(intent);
        return desk.peer.expect(PlaceOrder.class);
    }

    PlaceOrder buy(String id) {
        return submitted(OrderIntent.market(id, "AAPL", Side.BUY, 100));
    }
}
