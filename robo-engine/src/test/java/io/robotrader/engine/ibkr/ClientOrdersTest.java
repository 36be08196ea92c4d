package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.engine.ibkr.wire.CompletedOrder;
import io.robotrader.engine.ibkr.wire.ExecutionMessage.ExecutionDataEnd;
import io.robotrader.engine.ibkr.wire.Extras;
import io.robotrader.engine.ibkr.wire.Margin;
import io.robotrader.engine.ibkr.wire.OpenOrder;
import io.robotrader.engine.ibkr.wire.OrderMessage;
import io.robotrader.engine.ibkr.wire.OrderPricing;
import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.OrderState;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import io.robotrader.engine.ibkr.wire.SessionRequest;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders: what goes out, what is learnt of them, and what never goes out. */
class ClientOrdersTest {

    private final Desk desk = Desk.trading().connected(530);

    private final Collector<OrderEvent> events =
            Collector.of(desk.client.orders().events());

    @AfterEach
    void close() {
        desk.close();
    }

    private PlaceOrder placed(IbkrOrder order) {
        desk.client.orders().place(Desk.AAPL, order);
        return desk.peer.expect(PlaceOrder.class);
    }

    @Test
    void a_market_order_is_acknowledged_filled_and_charged_and_repetitions_are_not_told() {
        PlacedOrder order = desk.client.orders().place(Desk.AAPL, Desk.buy("intent-1"));
        PlaceOrder sent = desk.peer.expect(PlaceOrder.class);
        int id = sent.orderId();

        desk.peer.send(
                Desk.open(sent, "PreSubmitted"),
                Desk.status(id, "PreSubmitted", 0, 100),
                Desk.status(id, "PreSubmitted", 0, 100),
                Desk.fill(sent, "e1.01", 100, "250.10"),
                Desk.open(sent, "Filled"),
                Desk.status(id, "Filled", 100, 0),
                Desk.status(id, "Filled", 100, 0),
                Desk.fill(sent, "e1.01", 100, "250.10"),
                Desk.cost("e1.01", "1.0"),
                Desk.cost("e1.01", "1.0"),
                Desk.status(id, "Submitted", 0, 100));

        assertThat(id).isEqualTo(530).isEqualTo(order.orderId());
        assertThat(sent.order().orderRef()).isEqualTo("intent-1");
        assertThat(Desk.get(order.acknowledged())).isInstanceOf(OrderEvent.Acknowledged.class);
        OrderEvent.Acknowledged ack = events.next(OrderEvent.Acknowledged.class);
        assertThat(ack.permId()).isEqualTo(Desk.permId(id));
        assertThat(ack.order().orderRef()).isEqualTo("intent-1");
        assertThat(((OrderEvent.Status) events.next()).status()).isEqualTo("PreSubmitted");
        OrderEvent.Executed fill = (OrderEvent.Executed) events.next();
        assertThat(fill.tradedAt()).isEqualTo("2026-01-05T20:30:05Z");
        assertThat(fill.side()).isEqualTo(Side.BUY);
        assertThat(((OrderEvent.Acknowledged) events.next()).status()).isEqualTo("Filled");
        OrderEvent.Status filled = (OrderEvent.Status) events.next();
        assertThat(filled.orderRef()).isEqualTo("intent-1");
        assertThat(filled.isEnd()).isTrue();
        assertThat(((OrderEvent.Commission) events.next()).commission()).isEqualByComparingTo("1.0");
        assertThat(((OrderEvent.Status) events.next()).status()).isEqualTo("Submitted");
    }

    @Test
    void each_type_of_order_sets_its_own_prices_and_no_others() {
        BigDecimal ten = BigDecimal.TEN;
        BigDecimal nine = BigDecimal.valueOf(9);

        assertThat(placed(IbkrOrder.market(Side.SELL, ten)).order().pricing()).isEqualTo(OrderPricing.market());
        assertThat(placed(IbkrOrder.limit(Side.BUY, ten, nine)).order().pricing())
                .isEqualTo(OrderPricing.limit(nine));
        assertThat(placed(IbkrOrder.stop(Side.BUY, ten, nine)).order().pricing())
                .isEqualTo(OrderPricing.stop(nine));
        assertThat(placed(IbkrOrder.stopLimit(Side.BUY, ten, nine, ten)).order().pricing())
                .isEqualTo(OrderPricing.stopLimit(nine, ten));
        assertThat(placed(IbkrOrder.trail(Side.SELL, ten, nine)).order().pricing())
                .isEqualTo(OrderPricing.trailByAmount(nine, null));
        assertThat(placed(IbkrOrder.trailByPercent(Side.SELL, ten, nine).withTrailStopPrice(ten))
                        .order()
                        .pricing())
                .isEqualTo(OrderPricing.trailByPercent(nine, ten));
    }

    @Test
    void attributes_go_out_as_they_were_set() {
        PlaceOrder sent = placed(Desk.buy("r")
                .withTimeInForce("GTC")
                .withOutsideHours()
                .withOcaGroup("group", 1)
                .withAccount("DU1234567"));

        assertThat(sent.order().time().timeInForce()).isEqualTo("GTC");
        assertThat(sent.order().time().outsideHours()).isTrue();
        assertThat(sent.order().group().ocaGroup()).isEqualTo("group");
        assertThat(sent.order().group().ocaType()).isEqualTo(1);
        assertThat(sent.order().account()).isEqualTo("DU1234567");
        assertThat(sent.order().group().transmit()).isTrue();
    }

    @Test
    void a_bracket_is_sent_on_with_its_last_order_only() {
        BigDecimal up = BigDecimal.valueOf(260);
        BigDecimal down = BigDecimal.valueOf(240);

        List<PlacedOrder> bracket = desk.client
                .orders()
                .bracket(
                        Desk.AAPL,
                        Desk.buy("in"),
                        IbkrOrder.limit(Side.SELL, Desk.HUNDRED, up),
                        IbkrOrder.stop(Side.SELL, Desk.HUNDRED, down));
        PlaceOrder parent = desk.peer.expect(PlaceOrder.class);
        PlaceOrder profit = desk.peer.expect(PlaceOrder.class);
        PlaceOrder loss = desk.peer.expect(PlaceOrder.class);

        assertThat(bracket).extracting(PlacedOrder::orderId).containsExactly(530, 531, 532);
        assertThat(List.of(parent, profit, loss))
                .extracting(order -> order.order().group().parentId())
                .containsExactly(0, 530, 530);
        assertThat(List.of(parent, profit, loss))
                .extracting(order -> order.order().group().transmit())
                .containsExactly(false, false, true);
        assertThatThrownBy(
                        () -> desk.client.orders().bracket(Desk.AAPL, Desk.buy("in"), Desk.buy("up"), Desk.buy("down")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be on the other side than BUY");
    }

    @Test
    void a_what_if_tells_margin_and_commission_and_is_no_event() {
        CompletableFuture<WhatIf> answer = desk.client.orders().whatIf(Desk.AAPL, Desk.buy("w"));
        PlaceOrder sent = desk.peer.expect(PlaceOrder.class);
        Margin margin = new Margin(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.valueOf(11));
        OpenOrder open = Desk.open(sent, "PreSubmitted");
        OrderState state =
                new OrderState("PreSubmitted", margin, margin, margin, BigDecimal.ONE, null, null, "USD", "careful");

        desk.peer.send(
                new OpenOrder(open.orderId(), open.contract(), open.order(), open.clientId(), 0, state, open.extras()));

        WhatIf whatIf = Desk.get(answer);
        assertThat(sent.order().whatIf()).isTrue();
        assertThat(whatIf.initialMargin().after()).isEqualByComparingTo("11");
        assertThat(whatIf.commission()).isEqualByComparingTo("1");
        assertThat(whatIf.warning()).isEqualTo("careful");
        assertThat(events.rest()).isEmpty();
    }

    @Test
    void a_what_if_that_is_refused_fails() {
        CompletableFuture<WhatIf> answer = desk.client.orders().whatIf(Desk.AAPL, Desk.buy("w"));
        int id = desk.peer.expect(PlaceOrder.class).orderId();

        desk.peer.error(id, 201, "Order rejected - reason: margin");

        assertThat(Desk.failure(answer).code()).isEqualTo(201);
    }

    @Test
    void a_refused_order_is_told_with_code_and_text() {
        PlacedOrder order = desk.client.orders().place(Desk.AAPL, Desk.buy("bad"));
        desk.peer.expect();

        desk.peer.error(order.orderId(), 201, "Order rejected - reason: no");
        desk.peer.send(Desk.status(order.orderId(), "Inactive", 0, 100));

        OrderEvent.Rejected rejected = events.next(OrderEvent.Rejected.class);
        assertThat(rejected.orderRef()).isEqualTo("bad");
        assertThat(rejected.error().errorClass()).isEqualTo(ErrorClass.ORDER);
        assertThat(Desk.failure(order.acknowledged()).text()).isEqualTo("Order rejected - reason: no");
        assertThat(events.next(OrderEvent.Status.class).status()).isEqualTo("Inactive");
    }

    @Test
    void a_warning_about_an_order_rejects_nothing() {
        PlacedOrder order = desk.client.orders().place(Desk.AAPL, Desk.buy("warned"));
        PlaceOrder sent = desk.peer.expect(PlaceOrder.class);

        desk.peer.error(order.orderId(), 399, "Order Message: will be placed at the open");
        desk.peer.error(order.orderId(), 10349, "a code that nobody knows");
        desk.peer.send(Desk.open(sent, "PreSubmitted"));

        Desk.get(order.acknowledged());
        assertThat(events.next()).isInstanceOf(OrderEvent.Acknowledged.class);
    }

    @Test
    void an_order_of_which_nothing_is_heard_is_unknown_at_its_deadline_and_never_sent_again() {
        PlacedOrder order = desk.client.orders().place(Desk.AAPL, Desk.buy("lost"));
        desk.peer.expect(PlaceOrder.class);

        desk.timer.advance(Duration.ofSeconds(11));

        assertThat(events.next(OrderEvent.Unknown.class).orderRef()).isEqualTo("lost");
        assertThat(Desk.failure(order.acknowledged()).code()).isEqualTo(IbkrError.DEADLINE);
        CompletableFuture<Instant> unused = desk.client.currentTime();
        desk.peer.expect(SessionRequest.RequestCurrentTime.class);
    }

    @Test
    void an_execution_without_a_status_acknowledges_too() {
        PlacedOrder order = desk.client.orders().place(Desk.AAPL, Desk.buy("quick"));
        PlaceOrder sent = desk.peer.expect(PlaceOrder.class);

        desk.peer.send(Desk.fill(sent, "e2.01", 100, "250"));

        assertThat(Desk.get(order.acknowledged())).isInstanceOf(OrderEvent.Executed.class);
        desk.timer.advance(Duration.ofSeconds(11));
        assertThat(events.next()).isInstanceOf(OrderEvent.Executed.class);
        assertThat(events.rest()).isEmpty();
    }

    @Test
    void a_cancellation_is_done_when_the_order_has_ended() {
        int id = placed(Desk.buy("c")).orderId();
        CompletableFuture<OrderEvent> ending = desk.client.orders().cancel(id);
        assertThat(desk.peer.expect()).isEqualTo(new OrderRequest.CancelOrder(id, ""));

        desk.peer.send(Desk.status(id, "PendingCancel", 0, 100), Desk.status(id, "Cancelled", 0, 100));
        desk.peer.error(id, 202, "Order Canceled - reason:");

        assertThat(((OrderEvent.Status) Desk.get(ending)).isCancelled()).isTrue();
    }

    @Test
    void a_cancellation_that_is_refused_or_not_answered_fails_and_leaves_the_order() {
        PlaceOrder sent = placed(Desk.buy("c"));
        desk.peer.send(Desk.open(sent, "Submitted"));
        events.next(OrderEvent.Acknowledged.class);
        CompletableFuture<OrderEvent> refused = desk.client.orders().cancel(sent.orderId());
        desk.peer.expect(OrderRequest.CancelOrder.class);
        desk.peer.error(sent.orderId(), 161, "Cancel attempted when order is not in a cancellable state.");
        assertThat(Desk.failure(refused).code()).isEqualTo(161);

        CompletableFuture<OrderEvent> silent = desk.client.orders().cancel(77);
        desk.peer.expect(OrderRequest.CancelOrder.class);
        desk.timer.advance(Duration.ofSeconds(11));
        assertThat(Desk.failure(silent).code()).isEqualTo(IbkrError.DEADLINE);
        assertThat(events.rest()).isEmpty();
    }

    @Test
    void a_change_goes_out_under_the_same_id_and_its_refusal_leaves_the_order() {
        PlaceOrder sent = placed(IbkrOrder.limit(Side.BUY, Desk.HUNDRED, BigDecimal.TEN));
        desk.peer.send(Desk.open(sent, "Submitted"));
        events.next(OrderEvent.Acknowledged.class);
        Collector<IbkrError> errors = Collector.of(desk.client.errors());

        desk.client
                .orders()
                .modify(sent.orderId(), Desk.AAPL, IbkrOrder.limit(Side.BUY, Desk.HUNDRED, BigDecimal.valueOf(11)));
        PlaceOrder change = desk.peer.expect(PlaceOrder.class);
        desk.peer.error(sent.orderId(), 201, "Order rejected - reason: no");

        assertThat(change.orderId()).isEqualTo(sent.orderId());
        assertThat(errors.next().code()).isEqualTo(201);
        assertThat(events.rest()).isEmpty();
    }

    @Test
    void all_orders_are_cancelled_by_one_message() {
        desk.client.orders().cancelAll();

        assertThat(desk.peer.expect()).isInstanceOf(OrderRequest.RequestGlobalCancel.class);
    }

    static CompletedOrder completed(PlaceOrder placed, String status, long filled) {
        return new CompletedOrder(
                placed.contract(),
                placed.order(),
                Desk.permId(placed.orderId()),
                status,
                BigDecimal.valueOf(filled),
                "20260105 15:31:00 US/Eastern",
                status + " by Trader",
                Extras.NONE);
    }

    @Test
    void open_and_completed_orders_and_executions_can_be_read() {
        PlaceOrder other = Wired.place(44, Desk.AAPL, Desk.buy("other"), false);
        CompletableFuture<List<OrderEvent.Acknowledged>> open =
                desk.client.orders().open();
        CompletableFuture<List<OrderEvent.Completed>> completed =
                desk.client.orders().completed();
        CompletableFuture<List<OrderEvent.Executed>> executions =
                desk.client.orders().executions();
        desk.peer.expect(OrderRequest.RequestOpenOrders.class);
        desk.peer.expect(OrderRequest.RequestCompletedOrders.class);
        int id = desk.peer.expect(OrderRequest.RequestExecutions.class).requestId();

        desk.peer.send(
                Desk.open(other, "Submitted"),
                new OrderMessage.OpenOrderEnd(),
                completed(other, "Cancelled", 40),
                new OrderMessage.CompletedOrdersEnd(),
                Desk.fill(id, other, "e3.01", 40, "250"),
                new ExecutionDataEnd(id));

        assertThat(Desk.get(open).get(0).order().orderRef()).isEqualTo("other");
        assertThat(Desk.get(completed).get(0).filled()).isEqualByComparingTo("40");
        assertThat(Desk.get(executions).get(0).execId()).isEqualTo("e3.01");
        assertThat(events.next(OrderEvent.Executed.class).orderRef()).isEqualTo("other");
    }

    @Test
    void a_slow_subscriber_loses_no_order_event() {
        Collector<OrderEvent> slow = Collector.of(desk.client.orders().events(), 1);
        PlaceOrder sent = placed(Desk.buy("many"));
        desk.peer.send(Desk.open(sent, "Submitted"));
        for (int i = 1; i <= 5000; i++) {
            desk.peer.send(Desk.fill(sent, "m" + i + ".01", 1, "250"));
        }
        events.await(e -> e instanceof OrderEvent.Executed fill && fill.execId().equals("m5000.01"));
        assertThat(desk.client.statistics().orderBacklog()).isEqualTo(5000);

        slow.subscription.request(Long.MAX_VALUE);

        assertThat(slow.next()).isInstanceOf(OrderEvent.Acknowledged.class);
        for (int i = 1; i <= 5000; i++) {
            assertThat(((OrderEvent.Executed) slow.next()).execId()).isEqualTo("m" + i + ".01");
        }
    }
}
