package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.ibkr.wire.ExecutionMessage.ExecutionDataEnd;
import io.robotrader.engine.ibkr.wire.OrderMessage;
import io.robotrader.engine.ibkr.wire.OrderRequest;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import io.robotrader.engine.ibkr.wire.PositionMessage;
import io.robotrader.engine.ibkr.wire.PositionRequest;
import io.robotrader.engine.ibkr.wire.SessionMessage.ManagedAccounts;
import io.robotrader.engine.ibkr.wire.SessionMessage.NextValidId;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold when things go wrong at an awkward moment: nobody waits for ever, nothing is sent that must not be. */
class ClientEndingsTest {

    @TempDir
    Path dir;

    private static Desk desk() {
        return Desk.trading().connected(530);
    }

    private static PlaceOrder working(Desk desk, Collector<OrderEvent> events) {
        desk.client.orders().place(Desk.AAPL, Desk.buy("a"));
        PlaceOrder sent = desk.peer.expect(PlaceOrder.class);
        desk.peer.send(Desk.status(sent.orderId(), "Submitted", 0, 100));
        events.next(OrderEvent.Status.class);
        return sent;
    }

    @Test
    void an_intent_of_an_earlier_run_is_not_sent_again_however_late_events_are_handed_over() {
        ConcurrentLinkedQueue<Runnable> later = new ConcurrentLinkedQueue<>();
        BlockingQueue<OrderEnd> ended = new LinkedBlockingQueue<>();
        BrokerListener listener = new BrokerListener() {
            @Override
            public void onFill(Fill fill) {}

            @Override
            public void onCommission(LateCommission commission) {}

            @Override
            public void onOrderEnded(OrderEnd end) {
                ended.add(end);
            }
        };
        try (Desk desk = new Desk(b -> b.allowOrders(OrderIdStore.inMemory()).executor(later::add))) {
            IbkrBroker broker = IbkrBroker.over(desk.client);
            CompletableFuture<Void> connecting = CompletableFuture.runAsync(() -> broker.connect(listener));
            desk.peer = desk.gateway.acceptSession(9);
            int id = desk.peer.expect(OrderRequest.RequestExecutions.class).requestId();
            desk.peer.send(
                    Desk.fill(id, Wired.place(3, Desk.AAPL, Desk.buy("filled"), false), "e1.01", 100, "250"),
                    new ExecutionDataEnd(id));
            desk.peer.expect(OrderRequest.RequestOpenOrders.class);
            desk.peer.send(
                    Desk.open(Wired.place(4, Desk.AAPL, Desk.buy("open"), false), "Submitted"),
                    new OrderMessage.OpenOrderEnd());
            desk.peer.expect(OrderRequest.RequestCompletedOrders.class);
            desk.peer.send(
                    ClientOrdersTest.completed(Wired.place(5, Desk.AAPL, Desk.buy("completed"), false), "Cancelled", 0),
                    new OrderMessage.CompletedOrdersEnd());
            desk.peer.expect(PositionRequest.RequestPositions.class);
            desk.peer.send(new PositionMessage.PositionEnd());
            Desk.get(connecting);

            for (String name : List.of("filled", "open", "completed")) {
                broker.submit(OrderIntent.market(name, "AAPL", Side.BUY, 100));
            }
            broker.submit(OrderIntent.market("new", "AAPL", Side.BUY, 100));

            assertThat(desk.peer.expect(PlaceOrder.class).order().orderRef()).isEqualTo("new");
            assertThat(ended)
                    .extracting(OrderEnd::kind)
                    .containsOnly(OrderEnd.Kind.UNKNOWN)
                    .hasSize(3);
        }
    }

    @Test
    void closing_tells_whoever_waits_for_an_order() {
        Desk desk = desk();
        Collector<OrderEvent> events = Collector.of(desk.client.orders().events());
        PlacedOrder placed = desk.client.orders().place(Desk.AAPL, Desk.buy("a"));
        desk.peer.expect(PlaceOrder.class);
        CompletableFuture<OrderEvent> cancel = desk.client.orders().cancel(placed.orderId());
        desk.peer.expect(OrderRequest.CancelOrder.class);

        desk.close();

        assertThat(Desk.failure(placed.acknowledged()).text()).contains("closed");
        assertThat(Desk.failure(cancel).text()).contains("closed");
        assertThat(events.next()).isInstanceOf(OrderEvent.Unknown.class);
        events.awaitEnd();
        Collector.of(desk.client.orders().events()).awaitEnd();
    }

    @Test
    void a_refused_change_leaves_the_order_alive_whatever_crosses_it() {
        try (Desk desk = desk()) {
            Collector<OrderEvent> events = Collector.of(desk.client.orders().events());
            Collector<IbkrError> errors = Collector.of(desk.client.errors());
            int id = working(desk, events).orderId();
            desk.client.orders().modify(id, Desk.AAPL, Desk.buy("a"));
            desk.peer.expect(PlaceOrder.class);

            desk.peer.send(Desk.status(id, "Submitted", 40, 60));
            desk.peer.error(id, 201, "Order rejected - reason: the change");
            desk.peer.error(id, 110, "minimum price variation");
            desk.peer.error(-1, 2104, "x");

            errors.await(e -> e.code() == 2104);
            events.next(OrderEvent.Status.class);
            assertThat(events.rest()).isEmpty();
        }
    }

    @Test
    void a_cancellation_of_what_has_ended_is_done_at_once() {
        try (Desk desk = desk()) {
            Collector<OrderEvent> events = Collector.of(desk.client.orders().events());
            int id = working(desk, events).orderId();
            desk.peer.send(Desk.status(id, "Filled", 100, 0));
            events.next(OrderEvent.Status.class);

            CompletableFuture<OrderEvent> cancel = desk.client.orders().cancel(id);

            assertThat(((OrderEvent.Status) Desk.get(cancel)).status()).isEqualTo("Filled");
        }
    }

    @Test
    void an_order_or_a_change_that_waits_does_not_go_out_after_1100_and_is_told() {
        try (Desk desk = new Desk(b -> b.allowOrders(OrderIdStore.inMemory()).messagesPerSecond(1))) {
            desk.connected(530);
            Collector<IbkrError> errors = Collector.of(desk.client.errors());
            PlacedOrder placed = desk.client.orders().place(Desk.AAPL, Desk.buy("waits"));
            desk.client.orders().modify(77, Desk.AAPL, Desk.buy("changed"));

            desk.peer.error(-1, 1100, "Connectivity has been lost.");

            assertThat(Desk.failure(placed.acknowledged()).text()).contains("it was not sent");
            assertThat(errors.await(e -> e.id() == 77).text()).contains("the change of order 77 was not sent");
        }
    }

    @Test
    void a_login_with_real_money_gets_no_orders_on_any_port_unless_its_account_was_named() {
        try (Desk desk = Desk.trading()) {
            CompletableFuture<Void> connected = desk.client.connect();
            desk.gateway.acceptHello().send(new ManagedAccounts("DU1,U7654321"), new NextValidId(1));

            IbkrError error = Desk.failure(connected);

            assertThat(error.errorClass()).isEqualTo(ErrorClass.FATAL);
            assertThat(error.text()).contains("allowLivePort").doesNotContain("7654321");
        }
        Interlock live = new Interlock(4002, "U1", false);
        assertThat(live.refusal("U1", List.of("U1", "U2"))).isEmpty();
        assertThat(live.refusal("U2", List.of("U1", "U2"))).isPresent();
        assertThat(live.refusal("", List.of("U1", "U2"))).isPresent();
        assertThat(live.refusal("", List.of("U1"))).isEmpty();
        assertThat(new Interlock(4002, null, true).refusal(List.of("U1"))).isEmpty();
    }

    @Test
    void a_message_that_cannot_be_written_fails_and_the_connection_is_made_again() {
        try (Desk desk = desk()) {
            Collector<ConnectionEvent> states = Collector.of(desk.client.states());

            Collector<IbkrPnl> broken = Collector.of(desk.client.account().pnl(null));

            assertThat(broken.failure().text()).contains("writing failed");
            assertThat(states.await(e -> e.state() == ConnectionState.WAITING).reason())
                    .contains("writing failed");
        }
    }

    @Test
    void a_next_id_that_is_none_is_not_believed() {
        OrderIds ids = new OrderIds(OrderIdStore.inMemory());

        ids.free(Integer.MIN_VALUE);

        assertThat(ids.next()).isEqualTo(1);
    }

    @Test
    void a_second_1102_is_over_only_when_what_was_asked_after_it_is_answered() {
        try (Desk desk = desk()) {
            Collector<OrderEvent> events = Collector.of(desk.client.orders().events());
            Collector<ConnectionEvent> states = Collector.of(desk.client.states());
            desk.peer.error(-1, 1102, "restored");
            desk.peer.error(-1, 1100, "lost");
            desk.peer.error(-1, 1102, "restored again");

            desk.answerReread();
            assertThat(events.rest()).isEmpty();
            desk.answerReread();

            assertThat(states.await(e -> e.state() == ConnectionState.READY).reason())
                    .isEqualTo("restored again");
            assertThat(events.next()).isEqualTo(new OrderEvent.Reconciled(true));
            assertThat(events.rest()).isEmpty();
        }
    }

    @Test
    void a_connection_is_known_before_anything_can_be_taken_for_it() {
        Outbox outbox = new Outbox(new HandTimer(), 50, false);

        outbox.open(epoch -> assertThat(Thread.holdsLock(outbox)).isTrue());
    }

    @Test
    void a_file_of_ids_that_somebody_else_holds_is_refused_and_one_that_has_moved_on_is_not_written() throws Exception {
        Path held = dir.resolve("held");
        try (FileChannel channel = FileChannel.open(
                        dir.resolve("held.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> OrderIdStore.inFile(held))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is in use by another process");
        }
        OrderIdStore before = OrderIdStore.inFile(dir.resolve("ids"));
        OrderIdStore after = OrderIdStore.inFile(dir.resolve("ids"));
        after.reserve(20);

        assertThatThrownBy(() -> before.reserve(20)).hasMessageContaining("something else has used it");
    }
}
