package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.OrderEnd.Kind;
import io.robotrader.engine.execution.Protection;
import io.robotrader.engine.ibkr.wire.ExecutionMessage.ExecutionDataEnd;
import io.robotrader.engine.ibkr.wire.OrderMessage;
import io.robotrader.engine.ibkr.wire.OrderPricing;
import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import io.robotrader.engine.ibkr.wire.PositionMessage;
import io.robotrader.engine.ibkr.wire.PositionRequest;
import io.robotrader.engine.ibkr.wire.SessionRequest;
import io.robotrader.engine.portfolio.Portfolio;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine's port over the client: every fill once, every end once, no order twice. */
class IbkrBrokerTest {

    private static final Instant TRADED = Instant.parse("2026-01-05T20:30:05Z");

    private final Desk desk = Desk.trading();
    private final IbkrBroker broker =
            IbkrBroker.over(desk.client, symbol -> IbkrContract.stock(symbol, "NASDAQ"), "DU1234567");
    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();
    private final Portfolio portfolio = new Portfolio(new BigDecimal("1000000"));

    private final BrokerListener listener = new BrokerListener() {
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

    private void connect(IntConsumer before) {
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

    @Test
    void a_broker_that_is_connected_does_not_become_another() {
        assertThatThrownBy(broker::goodTillCancelled)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this broker was connected or closed");
    }

    private static void positions(Desk desk) {
        desk.peer.expect(PositionRequest.RequestPositions.class);
        desk.peer.send(new PositionMessage.PositionEnd());
    }

    /** Answers what is read again once the broker is connected. */
    private void answerReread(IntConsumer before) {
        desk.answerReread(before);
        positions(desk);
    }

    @AfterEach
    void close() {
        broker.close();
        desk.close();
    }

    private <T> T told(Class<T> kind) {
        try {
            Object next = told.poll(10, TimeUnit.SECONDS);
            assertThat(next).isInstanceOf(kind);
            return kind.cast(next);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void ended(Kind kind) {
        assertThat(told(OrderEnd.class).kind()).isEqualTo(kind);
    }

    /** Whatever was sent before has been handled, and nothing was told of it. */
    private void nothingMore() {
        CompletableFuture<Instant> marker = desk.client.currentTime();
        desk.peer.expect(SessionRequest.RequestCurrentTime.class);
        desk.peer.send(new io.robotrader.engine.ibkr.wire.SessionMessage.CurrentTime(1));
        Desk.get(marker);
        assertThat(told).isEmpty();
    }

    private PlaceOrder submitted(OrderIntent intent) {
        broker.submit(intent);
        return desk.peer.expect(PlaceOrder.class);
    }

    private PlaceOrder buy(String id) {
        return submitted(OrderIntent.market(id, "AAPL", Side.BUY, 100));
    }

    @Test
    void bx_8_an_intent_goes_out_with_its_id_and_its_fills_come_back_under_it_once() {
        PlaceOrder sent = buy("AAPL-20260105-17");

        desk.peer.send(
                Desk.open(sent, "PreSubmitted"),
                Desk.status(530, "Submitted", 0, 100),
                Desk.cost("e1.01", "1.0"),
                Desk.fill(sent, "e1.01", 40, "250.10"),
                Desk.status(530, "Filled", 100, 0),
                Desk.status(530, "Filled", 100, 0),
                Desk.fill(sent, "e2.01", 60, "250.20"),
                Desk.fill(sent, "e2.01", 60, "250.20"),
                Desk.cost("e2.01", "0.5"),
                Desk.cost("e2.01", "0.5"));

        assertThat(sent.order().orderRef()).isEqualTo("AAPL-20260105-17");
        assertThat(sent.order().account()).isEqualTo("DU1234567");
        assertThat(sent.contract().primaryExchange()).isEqualTo("NASDAQ");
        assertThat(told(Fill.class))
                .isEqualTo(new Fill(
                        "e1.01",
                        "AAPL-20260105-17",
                        "AAPL",
                        Side.BUY,
                        40,
                        new BigDecimal("250.10"),
                        new BigDecimal("1.0"),
                        TRADED));
        assertThat(told(Fill.class).commission()).isZero();
        assertThat(told(LateCommission.class).amount()).isEqualByComparingTo("0.5");
        nothingMore();
        // 40 x 250.10 + 60 x 250.20 = 25016.00, and 1.50 of commissions.
        assertThat(portfolio.cash()).isEqualByComparingTo("974982.50");
        assertThat(portfolio.commissions()).isEqualByComparingTo("1.5");
        assertThat(portfolio.realizedPnl()).isEqualByComparingTo("-1.5");
    }

    @Test
    void a_limit_goes_out_as_a_limit_order() {
        PlaceOrder sent = submitted(OrderIntent.limit("l", "AAPL", Side.SELL, 5, 250.25));

        assertThat(sent.order().pricing()).isEqualTo(OrderPricing.limit(new BigDecimal("250.25")));
        assertThat(sent.order().action()).isEqualTo("SELL");
    }

    @Test
    void a_rebate_adds_to_the_cash() {
        PlaceOrder sent = buy("r");

        desk.peer.send(Desk.cost("e1.01", "-0.2"), Desk.fill(sent, "e1.01", 100, "250"));

        assertThat(told(Fill.class).commission()).isZero();
        assertThat(told(LateCommission.class).amount()).isEqualByComparingTo("-0.2");
        assertThat(portfolio.cash()).isEqualByComparingTo("975000.20");
    }

    @Test
    void a_corrected_fill_is_taken_back_and_told_right_and_its_commission_counts_once() {
        PlaceOrder sent = buy("k");
        desk.peer.send(
                Desk.fill(sent, "e1.01", 100, "250"),
                Desk.cost("e1.01", "1"),
                Desk.fill(sent, "e1.02", 100, "249"),
                Desk.cost("e1.02", "1"),
                Desk.fill(sent, "e1.01", 100, "250"));

        assertThat(told(Fill.class).orderId()).isEqualTo("k");
        told(LateCommission.class);
        Fill reversal = told(Fill.class);
        Fill right = told(Fill.class);
        nothingMore();

        assertThat(reversal.side()).isEqualTo(Side.SELL);
        assertThat(reversal.orderId()).isEqualTo("k/correction");
        assertThat(right.price()).isEqualByComparingTo("249");
        assertThat(portfolio.quantity("AAPL")).isEqualTo(100);
        assertThat(portfolio.cash()).isEqualByComparingTo("975099");
    }

    @Test
    void a_cancelled_order_ends_when_the_fills_that_it_counts_have_come() {
        PlaceOrder sent = buy("c");
        broker.cancel("c");
        desk.peer.expect(OrderRequest.CancelOrder.class);

        desk.peer.send(Desk.status(530, "Cancelled", 40, 60));
        nothingMore();
        desk.peer.send(Desk.fill(sent, "e1.01", 40, "250"));

        told(Fill.class);
        ended(Kind.CANCELLED);
        desk.peer.send(Desk.fill(sent, "late.01", 10, "250"));
        assertThat(told(Fill.class).quantity()).isEqualTo(10);
    }

    @Test
    void fills_that_are_counted_and_do_not_come_are_asked_for_and_then_unknown() {
        PlaceOrder sent = buy("f");
        desk.peer.send(Desk.status(530, "Filled", 100, 0));
        nothingMore();

        desk.timer.advance(Duration.ofSeconds(10));
        answerReread(id -> {});
        ended(Kind.UNKNOWN);

        desk.peer.send(Desk.fill(sent, "e1.01", 100, "250"));
        told(Fill.class);
    }

    @Test
    void a_refused_order_is_rejected_in_the_vendors_words() {
        buy("bad");

        desk.peer.error(530, 201, "Order rejected - reason: margin of DU1234567");
        desk.peer.send(Desk.status(530, "Inactive", 0, 100));

        OrderEnd end = told(OrderEnd.class);
        assertThat(end.kind()).isEqualTo(Kind.REJECTED);
        assertThat(end.reason()).contains("201").contains("margin").doesNotContain("1234567");
        nothingMore();
    }

    @Test
    void an_order_that_is_inactive_without_a_reason_is_unknown_until_it_is_settled() {
        buy("held");
        desk.peer.send(Desk.status(530, "Inactive", 0, 100), Desk.status(530, "Inactive", 0, 100));
        ended(Kind.UNKNOWN);

        desk.peer.send(Desk.status(530, "Cancelled", 0, 100));

        ended(Kind.CANCELLED);
    }

    @Test
    void an_order_that_is_not_acknowledged_in_time_is_unknown_and_asked_for() {
        PlaceOrder sent = buy("slow");

        desk.timer.advance(Duration.ofSeconds(11));

        ended(Kind.UNKNOWN);
        answerReread(id -> desk.peer.send(ClientOrdersTest.completed(sent, "Cancelled", 0)));
        ended(Kind.CANCELLED);
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
    void a_cancellation_that_the_gateway_refuses_leads_to_asking() {
        PlaceOrder sent = buy("c");
        desk.peer.send(Desk.open(sent, "Submitted"));
        nothingMore();
        broker.cancel("c");
        broker.cancel("never heard of");
        desk.peer.expect(OrderRequest.CancelOrder.class);

        desk.peer.error(530, 10147, "OrderId 530 that needs to be cancelled is not found.");

        answerReread(id -> desk.peer.send(ClientOrdersTest.completed(sent, "Cancelled", 0)));
        ended(Kind.CANCELLED);
    }

    @Test
    void an_order_that_cannot_be_cancelled_and_is_named_nowhere_is_unknown_and_cancelled_no_more() {
        PlaceOrder sent = buy("c");
        desk.peer.send(Desk.open(sent, "Submitted"));
        nothingMore();
        broker.cancel("c");
        desk.peer.expect(OrderRequest.CancelOrder.class);

        desk.peer.error(530, 10147, "OrderId 530 that needs to be cancelled is not found.");

        answerReread(id -> {});
        assertThat(told(OrderEnd.class).reason())
                .contains("could not be cancelled")
                .contains("10147");
        nothingMore();
    }

    @Test
    void a_cancellation_that_nobody_answers_is_asked_for_again() {
        PlaceOrder sent = buy("c");
        desk.peer.send(Desk.open(sent, "Submitted"));
        nothingMore();
        broker.cancel("c");
        desk.peer.expect(OrderRequest.CancelOrder.class);

        desk.timer.advance(Duration.ofSeconds(10));

        answerReread(id -> {});
        desk.peer.expect(OrderRequest.CancelOrder.class);
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
    void a_protective_stop_goes_with_its_intent_waits_for_it_and_is_told_of_by_its_own_name() {
        PlaceOrder entry =
                submitted(OrderIntent.market("s", "AAPL", Side.BUY, 100).withStop(240));
        PlaceOrder stop = desk.peer.expect(PlaceOrder.class);

        desk.peer.send(Desk.fill(stop, "e1.01", 100, "239.90"));

        assertThat(entry.order().group().transmit()).isFalse();
        assertThat(stop.order().group().transmit()).isTrue();
        assertThat(stop.order().group().parentId()).isEqualTo(entry.orderId());
        assertThat(stop.order().time().timeInForce()).isEqualTo("GTC");
        assertThat(stop.order().pricing().orderType()).isEqualTo("STP");
        assertThat(told(Fill.class).orderId()).isEqualTo("s/stop");
    }

    @Test
    void protection_is_placed_changed_and_taken_back_as_the_position_goes() {
        broker.protect(new Protection("p", "AAPL", 100, OptionalDouble.of(240), OptionalDouble.of(260)));
        PlaceOrder stop = desk.peer.expect(PlaceOrder.class);
        PlaceOrder target = desk.peer.expect(PlaceOrder.class);

        broker.protect(new Protection("p", "AAPL", 60, OptionalDouble.of(245), OptionalDouble.empty()));

        assertThat(stop.order().orderRef()).isEqualTo("p/stop");
        assertThat(target.order().orderRef()).isEqualTo("p/target");
        assertThat(target.order().group().ocaGroup())
                .isEqualTo(stop.order().group().ocaGroup());
        PlaceOrder changed = desk.peer.expect(PlaceOrder.class);
        assertThat(changed.orderId()).isEqualTo(stop.orderId());
        assertThat(changed.order().totalQuantity()).isEqualByComparingTo("60");
        assertThat(desk.peer.expect(OrderRequest.CancelOrder.class).orderId()).isEqualTo(target.orderId());
        broker.protect(Protection.none("p", "AAPL"));
        assertThat(desk.peer.expect(OrderRequest.CancelOrder.class).orderId()).isEqualTo(stop.orderId());
    }

    @Test
    void all_orders_are_cancelled_by_one_message() {
        assertThat(broker.holdsStops()).isTrue();
        assertThat(broker.cancelAll()).isTrue();

        desk.peer.expect(OrderRequest.RequestGlobalCancel.class);
    }

    @Test
    void an_acknowledgement_is_told_once_and_again_when_an_unknown_order_is_found() {
        PlaceOrder sent = buy("a");
        desk.peer.send(Desk.open(sent, "PreSubmitted"), Desk.status(530, "Submitted", 0, 100));
        assertThat(told(String.class)).isEqualTo("acknowledged a 9530");
        nothingMore();
        desk.peer.send(Desk.status(530, "Inactive", 0, 100));
        ended(Kind.UNKNOWN);

        desk.peer.send(Desk.status(530, "Submitted", 0, 100));

        assertThat(told(String.class)).isEqualTo("acknowledged a 9530");
    }

    @Test
    void orders_of_other_clients_are_nobodys_business() {
        PlaceOrder other = Wired.place(9, Desk.AAPL, Desk.buy("mine"), false);
        buy("mine");
        var fill = Desk.fill(other, "x.01", 100, "250");

        desk.peer.send(new io.robotrader.engine.ibkr.wire.ExecutionData(
                -1,
                9,
                fill.contract(),
                "x.01",
                fill.time(),
                fill.account(),
                "NASDAQ",
                "BOT",
                fill.quantity(),
                fill.price(),
                1,
                Desk.CLIENT + 1,
                0,
                fill.quantity(),
                fill.price(),
                "mine",
                "",
                null,
                "",
                1,
                false));

        nothingMore();
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
