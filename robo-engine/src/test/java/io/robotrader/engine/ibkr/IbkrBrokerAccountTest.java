package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.execution.Books;
import io.robotrader.engine.execution.BrokerAccount;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.Difference;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.OrderLife;
import io.robotrader.engine.execution.ReconcilePolicy;
import io.robotrader.engine.execution.Reconciler;
import io.robotrader.engine.execution.Reconciliation;
import io.robotrader.engine.ibkr.sim.GatewaySimulator;
import io.robotrader.engine.ibkr.sim.Trade;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The vendor's books through the port, at a gateway that keeps some. */
class IbkrBrokerAccountTest {

    private static final Instant START = Instant.parse("2026-01-05T15:30:00Z");
    private static final BigDecimal CASH = new BigDecimal("1000000");
    private static final OrderIntent TEN = OrderIntent.market("ten", "AAPL", Side.BUY, 10);

    private final GatewaySimulator gateway = GatewaySimulator.builder()
            .trades(List.of(new Trade("AAPL", START.minusSeconds(60), 99, 1_000), new Trade("AAPL", START, 100, 0)))
            .startAt(START)
            .start();
    private final BlockingQueue<Fill> fills = new LinkedBlockingQueue<>();
    private final BlockingQueue<OrderEnd> ends = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> acknowledged = new LinkedBlockingQueue<>();
    private final IbkrBroker broker = IbkrBroker.over(client(7));

    private final BrokerListener listener = new BrokerListener() {
        @Override
        public void onFill(Fill fill) {
            fills.add(fill);
        }

        @Override
        public void onCommission(LateCommission commission) {}

        @Override
        public void onOrderEnded(OrderEnd end) {
            ends.add(end);
        }

        @Override
        public void onAcknowledged(String orderId, String brokerId) {
            acknowledged.add(orderId);
        }
    };

    private IbkrClient client(int id) {
        return IbkrClient.builder()
                .port(gateway.port())
                .clientId(id)
                .allowOrders(OrderIdStore.inMemory())
                .build();
    }

    @AfterEach
    void close() {
        broker.close();
        gateway.close();
    }

    private Fill fill() throws InterruptedException {
        Fill fill = fills.poll(10, TimeUnit.SECONDS);
        assertThat(fill).isNotNull();
        return fill;
    }

    @Test
    void the_books_show_shares_money_fills_and_the_orders_of_others_and_explain_themselves() throws Exception {
        broker.connect(listener);
        broker.submit(TEN);
        Fill fill = fill();
        try (IbkrClient other = client(8)) {
            other.connect().join();
            IbkrOrder sale = IbkrOrder.limit(Side.SELL, BigDecimal.valueOf(5), BigDecimal.valueOf(200));
            Desk.get(other.orders()
                    .place(IbkrContract.stock("AAPL"), sale.withOrderRef("theirs"))
                    .acknowledged());

            BrokerAccount account = Desk.get(broker.account());

            assertThat(account.cash().orElseThrow()).isEqualByComparingTo(gateway.cash("DU1234567"));
            assertThat(account.positions())
                    .extracting(BrokerAccount.Held::symbol, BrokerAccount.Held::quantity)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("AAPL", 10L));
            assertThat(account.trades()).extracting(trade -> trade.fill().id()).containsExactly(fill.id());
            assertThat(account.openOrders())
                    .extracting(BrokerAccount.OpenOrder::orderId, BrokerAccount.OpenOrder::foreign)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("theirs", true));
            Books books = new Books(
                    CASH, Map.of(), List.of(OrderLife.decided(TEN).sent().life()), Map.of(), Set.of());
            Reconciliation found = new Reconciler(ReconcilePolicy.TRUSTING).reconcile(books, account);
            assertThat(found.differences())
                    .extracting(Difference::kind)
                    .containsExactly(Difference.Kind.MISSED_FILL, Difference.Kind.FOREIGN_ORDER);
            assertThat(found.positions()).isEmpty();
            assertThat(found.cash()).isEmpty();
        }
    }

    @Test
    void an_order_that_an_earlier_run_has_sent_is_told_of_when_it_was_named_and_not_sent_again() throws Exception {
        broker.connect(listener);
        broker.submit(TEN);
        Fill before = fill();
        broker.close();

        try (IbkrBroker next = IbkrBroker.over(client(7))) {
            next.recall(TEN);
            next.connect(listener);

            assertThat(fill().id()).isEqualTo(before.id());
            next.submit(TEN);
            BrokerAccount account = Desk.get(next.account());
            assertThat(account.trades()).hasSize(1);
        }
    }

    @Test
    void an_order_of_an_earlier_run_can_be_asked_back() throws Exception {
        broker.connect(listener);
        broker.submit(OrderIntent.limit("low", "AAPL", Side.BUY, 10, 50));
        assertThat(acknowledged.poll(10, TimeUnit.SECONDS)).isEqualTo("low");
        broker.close();

        try (IbkrBroker next = IbkrBroker.over(client(7))) {
            next.recall(OrderIntent.limit("low", "AAPL", Side.BUY, 10, 50));
            next.connect(listener);
            next.cancel("low");

            OrderEnd end = ends.poll(10, TimeUnit.SECONDS);
            assertThat(end).isNotNull();
            assertThat(end.orderId()).isEqualTo("low");
            assertThat(gateway.workingOrders()).isZero();
        }
    }

    @Test
    void a_stop_at_the_broker_sells_what_its_entry_has_bought() throws Exception {
        broker.connect(listener);
        broker.submit(TEN.withStop(95));
        assertThat(fill().orderId()).isEqualTo("ten");

        gateway.trade("AAPL", 94, 1_000);

        Fill stopped = fill();
        assertThat(stopped.orderId()).isEqualTo("ten/stop");
        assertThat(stopped.side()).isEqualTo(Side.SELL);
        assertThat(gateway.position("DU1234567", "AAPL")).isZero();
        assertThat(gateway.workingOrders()).isZero();
    }
}
