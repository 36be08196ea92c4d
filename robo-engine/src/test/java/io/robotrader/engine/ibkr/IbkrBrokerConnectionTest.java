package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.OrderEnd.Kind;
import io.robotrader.engine.ibkr.wire.ExecutionMessage.ExecutionDataEnd;
import io.robotrader.engine.ibkr.wire.OrderMessage;
import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The broker without a connection, and with the next: what was sent is known again, and nothing is sent twice. */
class IbkrBrokerConnectionTest extends BrokerAtDesk {

    @Test
    void a_broker_that_is_connected_does_not_become_another() {
        assertThatThrownBy(broker::goodTillCancelled)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this broker was connected or closed");
    }

    private void reconnect() {
        Collector<ConnectionEvent> states = Collector.of(desk.client.states());
        desk.peer.close();
        states.await(event -> event.state() == ConnectionState.WAITING);
        desk.timer.advance(Duration.ofSeconds(1));
        desk.peer = desk.gateway.acceptSession(1);
    }

    @Test
    void what_happened_while_there_was_no_connection_is_told_after_it_and_no_intent_is_sent_twice() {
        PlaceOrder sent = buy("away");
        reconnect();

        answerReread(id -> desk.peer.send(Desk.fill(id, sent, "e1.01", 100, "250")));

        told(Fill.class);
        broker.submit(OrderIntent.market("away", "AAPL", Side.BUY, 100));
        nothingMore();
    }

    @Test
    void an_order_that_was_lost_with_the_connection_is_unknown_and_keeps_its_name() {
        buy("gone");
        reconnect();

        answerReread(id -> {});

        ended(Kind.UNKNOWN);
        answerReread(id -> {});
        broker.submit(OrderIntent.market("gone", "AAPL", Side.BUY, 100));
        nothingMore();
    }

    @Test
    void without_a_connection_an_order_is_rejected_and_a_cancellation_waits_for_the_next() {
        PlaceOrder sent = buy("first");
        desk.peer.send(Desk.open(sent, "Submitted"));
        nothingMore();
        Collector<ConnectionEvent> states = Collector.of(desk.client.states());
        desk.peer.close();
        states.await(event -> event.state() == ConnectionState.WAITING);

        broker.submit(OrderIntent.market("second", "AAPL", Side.BUY, 100));
        broker.cancel("first");

        ended(Kind.REJECTED);
        desk.timer.advance(Duration.ofSeconds(1));
        desk.peer = desk.gateway.acceptSession(1);
        answerReread(id -> desk.peer.send(Desk.open(sent, "Submitted")));
        assertThat(desk.peer.expect()).isEqualTo(new OrderRequest.CancelOrder(530, ""));
    }

    @Test
    void a_gateway_that_does_not_answer_for_executions_because_there_are_none_is_put_up_with() {
        try (Desk other = Desk.trading()) {
            IbkrBroker second = IbkrBroker.over(other.client);
            CompletableFuture<Void> connecting = CompletableFuture.runAsync(() -> second.connect(listener));
            other.peer = other.gateway.acceptSession(530);
            other.peer.expect(OrderRequest.RequestExecutions.class);

            other.timer.advance(Duration.ofSeconds(10));

            other.peer.expect(OrderRequest.RequestOpenOrders.class);
            other.peer.send(new OrderMessage.OpenOrderEnd());
            other.peer.expect(OrderRequest.RequestCompletedOrders.class);
            other.peer.send(new OrderMessage.CompletedOrdersEnd());
            positions(other);
            Desk.get(connecting);
            second.close();
        }
    }

    @Test
    void a_gateway_that_shows_no_orders_is_no_broker() {
        try (Desk other = Desk.trading()) {
            IbkrBroker second = IbkrBroker.over(other.client);
            CompletableFuture<Void> connecting = CompletableFuture.runAsync(() -> second.connect(listener));
            other.peer = other.gateway.acceptSession(530);
            int id = other.peer.expect(OrderRequest.RequestExecutions.class).requestId();
            other.peer.send(new ExecutionDataEnd(id));
            other.peer.expect(OrderRequest.RequestOpenOrders.class);

            other.peer.error(-1, 321, "The API interface is currently in Read-Only mode.");

            assertThatThrownBy(connecting::join).hasRootCauseInstanceOf(IbkrException.class);
            assertThat(other.client.state()).isEqualTo(ConnectionState.CLOSED);
        }
    }

    @Test
    void an_order_of_an_earlier_run_is_known_and_not_sent_again() {
        try (Desk other = Desk.trading()) {
            IbkrBroker second = IbkrBroker.over(other.client);
            CompletableFuture<Void> connecting = CompletableFuture.runAsync(() -> second.connect(listener));
            PlaceOrder earlier = Wired.place(500, Desk.AAPL, Desk.buy("earlier"), false);
            other.peer = other.gateway.acceptSession(530);
            int id = other.peer.expect(OrderRequest.RequestExecutions.class).requestId();
            other.peer.send(Desk.fill(id, earlier, "e9.01", 100, "250"), new ExecutionDataEnd(id));
            other.peer.expect(OrderRequest.RequestOpenOrders.class);
            other.peer.send(new OrderMessage.OpenOrderEnd());
            other.peer.expect(OrderRequest.RequestCompletedOrders.class);
            other.peer.send(new OrderMessage.CompletedOrdersEnd());
            positions(other);
            Desk.get(connecting);

            second.submit(OrderIntent.market("earlier", "AAPL", Side.BUY, 100));

            ended(Kind.UNKNOWN);
            second.close();
        }
    }

    @Test
    void an_account_that_the_login_does_not_have_fails_and_leaves_nothing_behind() {
        try (Desk other = Desk.trading()) {
            IbkrBroker wrong = IbkrBroker.over(other.client, IbkrContract::stock, "DU7654321");
            CompletableFuture<Void> connecting = CompletableFuture.runAsync(() -> wrong.connect(listener));
            other.gateway.acceptSession(1);

            assertThatThrownBy(connecting::join)
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("account must be one of the login's 1 accounts, but was '***21'");
            assertThat(other.client.state()).isEqualTo(ConnectionState.CLOSED);
        }
    }

    @Test
    void a_broker_is_connected_once_and_closed_for_good() {
        assertThatThrownBy(() -> broker.connect(listener)).hasMessage("this broker is connected already");
        broker.close();
        broker.close();
        assertThatThrownBy(() -> broker.connect(listener)).hasMessage("this broker was closed");
        assertThatThrownBy(() -> broker.submit(OrderIntent.market("x", "AAPL", Side.BUY, 1)))
                .hasMessage("this broker is not connected");
    }
}
