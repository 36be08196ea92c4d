package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import io.robotrader.engine.ibkr.wire.SessionRequest;
import io.robotrader.risk.account.Side;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may only read sends no order. */
class ReadOnlyOrdersTest {

    private final Desk desk = Desk.trading().connected(530);

    private final Collector<OrderEvent> events =
            Collector.of(desk.client.orders().events());

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_read_only_session_lets_no_order_frame_out() {
        try (Desk reading = Desk.reading().connected()) {
            IbkrOrders orders = reading.client.orders();

            assertRefused(() -> orders.place(Desk.AAPL, Desk.buy("r")));
            assertRefused(() -> orders.modify(1, Desk.AAPL, Desk.buy("r")));
            assertRefused(() -> orders.bracket(
                    Desk.AAPL,
                    Desk.buy("r"),
                    IbkrOrder.market(Side.SELL, Desk.HUNDRED),
                    IbkrOrder.market(Side.SELL, Desk.HUNDRED)));
            assertRefused(() -> {
                CompletableFuture<OrderEvent> unused = orders.cancel(1);
            });
            assertRefused(orders::cancelAll);
            assertThat(Desk.failure(orders.whatIf(Desk.AAPL, Desk.buy("r"))).code())
                    .isEqualTo(IbkrError.REFUSED);

            CompletableFuture<Instant> unused = reading.client.currentTime();
            reading.peer.expect(SessionRequest.RequestCurrentTime.class);
            // Hello, start of the session, and the question for the time: nothing else has left.
            assertThat(java.util.HexFormat.of().formatHex(reading.peer.heard()))
                    .isEqualTo(
                            "4150490000000009763135372e2e313738" + "000000083731003200370000" + "000000053439003100");
        }
    }

    private static void assertRefused(Runnable what) {
        assertThatThrownBy(what::run).isInstanceOfSatisfying(IbkrException.class, e -> {
            assertThat(e.error().code()).isEqualTo(IbkrError.REFUSED);
            assertThat(e.error().text()).contains("read-only");
        });
    }

    @Test
    void a_gateway_that_is_read_only_makes_the_session_so() {
        PlacedOrder order = desk.client.orders().place(Desk.AAPL, Desk.buy("r"));
        desk.peer.expect(PlaceOrder.class);

        desk.peer.error(
                order.orderId(),
                321,
                "Error validating request.-'bN' : cause - The API interface is currently in Read-Only mode.");

        assertThat(Desk.failure(order.acknowledged()).code()).isEqualTo(321);
        assertThat(events.next()).isInstanceOf(OrderEvent.Rejected.class);
        assertThat(desk.client.isReadOnly()).isTrue();
        assertRefused(() -> desk.client.orders().place(Desk.AAPL, Desk.buy("again")));
    }

    @Test
    void questions_about_orders_that_a_read_only_gateway_refuses_do_not_wait_for_their_end() {
        CompletableFuture<?> open = desk.client.orders().open();
        desk.peer.expect(OrderRequest.RequestOpenOrders.class);

        desk.peer.error(-1, 321, "The API interface is currently in Read-Only mode.");

        assertThat(Desk.failure(open).code()).isEqualTo(321);
    }
}
