package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.engine.ibkr.wire.ExecutionMessage.ExecutionDataEnd;
import io.robotrader.engine.ibkr.wire.MarketDataRequest;
import io.robotrader.engine.ibkr.wire.OrderMessage;
import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import io.robotrader.engine.ibkr.wire.PositionMessage;
import io.robotrader.engine.ibkr.wire.PositionRequest;
import io.robotrader.engine.ibkr.wire.RequestMarketData;
import io.robotrader.engine.ibkr.wire.SessionMessage.CurrentTime;
import io.robotrader.engine.ibkr.wire.SessionRequest;
import io.robotrader.engine.ibkr.wire.TickMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connection that is lost, or of which one must doubt. */
class ClientReconnectTest {

    private final Desk desk = Desk.trading().connected(530);
    private final Collector<ConnectionEvent> states = Collector.of(desk.client.states());
    private final Collector<OrderEvent> events =
            Collector.of(desk.client.orders().events());

    @AfterEach
    void close() {
        desk.close();
    }

    private String await(ConnectionState state) {
        return states.await(event -> event.state() == state).reason();
    }

    /** Waits out the back-off, and takes the next connection. */
    private void reconnect(int nextValidId) {
        await(ConnectionState.WAITING);
        desk.timer.advance(Duration.ofSeconds(1));
        desk.peer = desk.gateway.acceptSession(nextValidId);
        await(ConnectionState.RECONCILING);
    }

    @Test
    void en_13_a_lost_connection_is_made_again_and_everything_is_asked_for_again_before_it_is_ready() {
        desk.client.marketData().type(MarketDataType.FROZEN);
        Collector<IbkrTick> ticks = Collector.of(desk.client.marketData().quotes(Desk.AAPL, ""));
        desk.peer.expect(MarketDataRequest.RequestMarketDataType.class);
        int before = desk.peer.expect(RequestMarketData.class).requestId();
        CompletableFuture<?> positions = desk.client.account().positions();
        desk.peer.expect(PositionRequest.RequestPositions.class);
        desk.peer.send(new PositionMessage.PositionEnd());
        Desk.get(positions);
        CompletableFuture<?> waiting = desk.client.contracts().details(Desk.AAPL);
        desk.peer.expect();

        desk.peer.close();

        assertThat(Desk.failure(waiting).errorClass()).isEqualTo(ErrorClass.CONNECTION);
        reconnect(530);
        desk.peer.expect(MarketDataRequest.RequestMarketDataType.class);
        desk.peer.expect(OrderRequest.RequestOpenOrders.class);
        desk.peer.expect(OrderRequest.RequestCompletedOrders.class);
        int executions = desk.peer.expect(OrderRequest.RequestExecutions.class).requestId();
        desk.peer.expect(PositionRequest.RequestPositions.class);
        int again = desk.peer.expect(RequestMarketData.class).requestId();
        assertThat(desk.client.state()).isEqualTo(ConnectionState.RECONCILING);
        assertThatThrownBy(() -> desk.client.orders().place(Desk.AAPL, Desk.buy("early")))
                .isInstanceOf(IbkrException.class)
                .hasMessageContaining("RECONCILING");
        desk.peer.send(
                new OrderMessage.OpenOrderEnd(),
                new OrderMessage.CompletedOrdersEnd(),
                new PositionMessage.PositionEnd(),
                new ExecutionDataEnd(executions));
        await(ConnectionState.READY);
        assertThat(events.next()).isEqualTo(new OrderEvent.Reconciled(true));
        assertThat(again).isGreaterThan(before);
        desk.peer.send(new TickMessage.TickPrice(again, 1, 250, 100, 0));
        assertThat(ticks.next()).isEqualTo(new IbkrTick.Price(TickField.BID, 1, 250, 100));
    }

    @Test
    void waits_grow_and_never_end_and_the_client_id_stays() {
        desk.peer.close();
        for (int attempt = 1; attempt <= 12; attempt++) {
            await(ConnectionState.WAITING);
            desk.timer.advance(Duration.ofSeconds(Math.min(60, 1 << (attempt - 1))));
            ScriptedGateway.Peer peer = desk.gateway.accept();
            peer.hello();
            assertThat(peer.expect(SessionRequest.StartApi.class).clientId()).isEqualTo(Desk.CLIENT);
            if (attempt % 2 == 0) {
                peer.error(-1, 326, "Unable to connect as the client id is already in use.");
            }
            peer.close();
        }
        await(ConnectionState.WAITING);
        desk.timer.advance(Duration.ofMinutes(1));
        desk.peer = desk.gateway.acceptSession(530);
        desk.answerReread();

        await(ConnectionState.READY);
    }

    @Test
    void an_order_whose_acknowledgement_was_lost_is_found_by_asking() {
        PlacedOrder order = desk.client.orders().place(Desk.AAPL, Desk.buy("found"));
        PlaceOrder sent = desk.peer.expect(PlaceOrder.class);
        desk.peer.close();
        reconnect(531);

        desk.answerReread(id -> desk.peer.send(Desk.open(sent, "Submitted")));

        await(ConnectionState.READY);
        assertThat(Desk.get(order.acknowledged())).isInstanceOf(OrderEvent.Acknowledged.class);
        assertThat(events.next()).isInstanceOf(OrderEvent.Acknowledged.class);
        assertThat(events.next()).isEqualTo(new OrderEvent.Reconciled(true));
    }

    @Test
    void bx_8_an_order_that_the_gateway_names_nowhere_is_unknown_and_not_sent_again() {
        PlacedOrder order = desk.client.orders().place(Desk.AAPL, Desk.buy("lost"));
        desk.peer.expect(PlaceOrder.class);
        desk.peer.close();
        reconnect(1);

        desk.answerReread();

        await(ConnectionState.READY);
        assertThat(events.next()).isInstanceOf(OrderEvent.Unknown.class);
        assertThat(events.next()).isEqualTo(new OrderEvent.Reconciled(true));
        assertThat(Desk.failure(order.acknowledged()).errorClass()).isEqualTo(ErrorClass.ORDER);
        desk.client.orders().place(Desk.AAPL, Desk.buy("next"));
        PlaceOrder next = desk.peer.expect(PlaceOrder.class);
        assertThat(next.order().orderRef()).isEqualTo("next");
        assertThat(next.orderId()).isGreaterThan(order.orderId());
    }

    @Test
    void an_order_that_ended_meanwhile_is_settled_by_the_completed_ones() {
        desk.client.orders().place(Desk.AAPL, Desk.buy("ended"));
        PlaceOrder sent = desk.peer.expect(PlaceOrder.class);
        desk.peer.close();
        reconnect(531);

        desk.answerReread(id -> desk.peer.send(ClientOrdersTest.completed(sent, "Cancelled", 0)));

        await(ConnectionState.READY);
        assertThat(events.next()).isInstanceOf(OrderEvent.Completed.class);
        assertThat(events.next()).isInstanceOf(OrderEvent.Reconciled.class);
    }

    @Test
    void after_1100_no_order_is_taken_until_1102_and_orders_were_read_again() {
        Collector.of(desk.client.marketData().quotes(Desk.AAPL, ""));
        desk.peer.expect(RequestMarketData.class);
        desk.peer.error(-1, 1100, "Connectivity between IB and Trader Workstation has been lost.");
        await(ConnectionState.LINK_LOST);
        assertThatThrownBy(() -> desk.client.orders().place(Desk.AAPL, Desk.buy("r")))
                .isInstanceOf(IbkrException.class)
                .hasMessageContaining("LINK_LOST");

        desk.peer.error(-1, 1102, "Connectivity between IB and TWS has been restored - data maintained.");

        // No stream is asked for again.
        desk.answerReread();
        await(ConnectionState.READY);
        desk.client.orders().place(Desk.AAPL, Desk.buy("r"));
        desk.peer.expect(PlaceOrder.class);
    }

    @Test
    void after_1101_streams_are_asked_for_again() {
        Collector.of(desk.client.marketData().quotes(Desk.AAPL, ""));
        int before = desk.peer.expect(RequestMarketData.class).requestId();
        desk.peer.error(-1, 1100, "lost");
        desk.peer.error(-1, 1101, "Connectivity has been restored - data lost.");

        desk.peer.expect(OrderRequest.RequestOpenOrders.class);
        desk.peer.expect(OrderRequest.RequestCompletedOrders.class);
        int id = desk.peer.expect(OrderRequest.RequestExecutions.class).requestId();
        assertThat(desk.peer.expect(RequestMarketData.class).requestId()).isGreaterThan(before);
        desk.peer.send(
                new OrderMessage.OpenOrderEnd(), new OrderMessage.CompletedOrdersEnd(), new ExecutionDataEnd(id));
        await(ConnectionState.READY);
    }

    @Test
    void after_2110_the_farms_tell_that_it_is_over() {
        desk.peer.error(-1, 2110, "Connectivity between Trader Workstation and server is broken.");
        await(ConnectionState.LINK_LOST);

        desk.peer.error(-1, 2104, "Market data farm connection is OK:usfarm");

        desk.answerReread();
        await(ConnectionState.READY);
    }

    @Test
    void questions_that_nobody_answers_hold_up_readiness_no_longer_than_their_deadline() {
        desk.peer.close();
        reconnect(530);
        desk.peer.expect(OrderRequest.RequestOpenOrders.class);
        desk.peer.expect(OrderRequest.RequestCompletedOrders.class);
        desk.peer.expect(OrderRequest.RequestExecutions.class);

        desk.timer.advance(Duration.ofSeconds(11));

        await(ConnectionState.READY);
        assertThat(events.next()).isEqualTo(new OrderEvent.Reconciled(false));
    }

    @Test
    void a_half_open_connection_is_found_and_made_again() {
        desk.timer.advance(Duration.ofSeconds(30));
        desk.peer.expect(SessionRequest.RequestCurrentTime.class);

        desk.timer.advance(Duration.ofSeconds(10));

        assertThat(await(ConnectionState.WAITING)).contains("nothing was heard for PT10S");
        assertThat(desk.peer.isClosed()).isTrue();
    }

    @Test
    void a_connection_that_answers_is_left_alone() {
        for (int i = 0; i < 5; i++) {
            desk.timer.advance(Duration.ofSeconds(30));
            desk.peer.expect(SessionRequest.RequestCurrentTime.class);
            CompletableFuture<?> same = desk.client.currentTime();
            desk.peer.send(new CurrentTime(1));
            Desk.get(same);
        }

        assertThat(desk.client.state()).isEqualTo(ConnectionState.READY);
    }

    @Test
    void framing_that_is_lost_closes_the_connection_which_is_made_again() {
        Collector<IbkrError> errors = Collector.of(desk.client.errors());

        desk.peer.raw((byte) 0x7f, (byte) -1, (byte) -1, (byte) -1);

        assertThat(errors.next().code()).isEqualTo(507);
        assertThat(desk.peer.isClosed()).isTrue();
        reconnect(530);
    }

    @Test
    void an_end_in_the_middle_of_a_frame_says_so() {
        desk.peer.raw((byte) 0, (byte) 0, (byte) 0, (byte) 9, (byte) '4');
        desk.peer.close();

        assertThat(await(ConnectionState.WAITING)).contains("in the middle of a frame");
    }

    @Test
    void a_stream_that_starts_while_there_is_no_connection_starts_with_the_next_one() {
        desk.peer.close();
        await(ConnectionState.WAITING);
        Collector.of(desk.client.marketData().quotes(Desk.AAPL, ""));

        desk.timer.advance(Duration.ofSeconds(1));
        desk.peer = desk.gateway.acceptSession(530);

        desk.peer.expect(OrderRequest.RequestOpenOrders.class);
        desk.peer.expect(OrderRequest.RequestCompletedOrders.class);
        desk.peer.expect(OrderRequest.RequestExecutions.class);
        desk.peer.expect(RequestMarketData.class);
    }

    @Test
    void closing_while_waiting_ends_the_waiting() {
        desk.peer.close();
        await(ConnectionState.WAITING);

        desk.client.close();

        await(ConnectionState.CLOSED);
        states.awaitEnd();
    }
}
