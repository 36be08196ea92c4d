package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.OrderEnd.Kind;
import io.robotrader.engine.execution.Protection;
import io.robotrader.engine.ibkr.wire.OrderPricing;
import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The engine's port over the client: every fill once, every end once, no order twice. */
class IbkrBrokerTest extends BrokerAtDesk {

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
}
