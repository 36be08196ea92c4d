package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.robotrader.engine.execution.Books;
import io.robotrader.engine.execution.Broker;
import io.robotrader.engine.execution.BrokerAccount;
import io.robotrader.engine.execution.BrokerListener;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.OrderLife;
import io.robotrader.engine.execution.PaperBroker;
import io.robotrader.engine.execution.ReconcilePolicy;
import io.robotrader.engine.execution.Reconciler;
import io.robotrader.engine.execution.Reconciliation;
import io.robotrader.engine.market.Bar;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Over TCP and the real client: what the paper broker says, the gateway says. */
class SimulatedBrokerTest {

    private static final Instant START = Instant.parse("2026-01-05T21:00:00Z");
    private static final BigDecimal CASH = new BigDecimal("10000");
    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");
    private static final Duration MONTH = Duration.ofDays(31);

    private final Recorder recorder = new Recorder();
    private final SimulatedBroker broker =
            SimulatedBroker.of(Set.of("AAPL", "MSFT"), START, CASH).withCosts(0.0005, HALF_A_CENT);

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void a_market_order_fills_at_the_open_of_the_next_bar_with_its_costs() {
        broker.connect(recorder);

        broker.onMarket(bar("AAPL", START, 100));
        broker.submit(OrderIntent.market("a", "AAPL", Side.BUY, 7));
        assertThat(recorder.told).isEmpty();
        broker.onMarket(bar("AAPL", START.plus(MONTH), 90.1));

        // 90.1 and a twentieth of a per cent is 90.14505, rounded up; 3.5 cents, rounded up.
        assertThat(recorder.told).containsExactly("a BUY 7 AAPL at 90.1451 for 0.04 on " + START.plus(MONTH));
        assertThat(broker.cash()).isEqualByComparingTo("9368.9443");
    }

    @Test
    void an_order_does_not_trade_on_a_bar_of_the_instant_at_which_it_was_sent() {
        broker.connect(recorder);
        broker.onMarket(bar("AAPL", START.plusSeconds(60), 100));

        broker.submit(OrderIntent.market("a", "MSFT", Side.BUY, 1));
        broker.onMarket(bar("MSFT", START.plusSeconds(60), 50));
        assertThat(recorder.told).isEmpty();

        broker.onMarket(bar("MSFT", START.plusSeconds(120), 51));
        assertThat(recorder.told).singleElement().asString().contains("at 51.0255 ");
    }

    @Test
    void an_order_that_is_cancelled_ends_at_once_and_another_cancel_is_nothing() {
        broker.connect(recorder);
        broker.submit(OrderIntent.limit("a", "AAPL", Side.BUY, 5, 80));

        broker.cancel("a");
        broker.cancel("a");
        broker.cancel("unknown");
        broker.onMarket(bar("AAPL", START.plus(MONTH), 70));

        assertThat(recorder.told).containsExactly("a CANCELLED: cancelled on request");
    }

    @Test
    void the_account_shows_its_cash_and_no_order_is_refused_for_lack_of_it() {
        broker.connect(recorder);
        broker.submit(OrderIntent.market("a", "AAPL", Side.BUY, 1_000));
        broker.onMarket(bar("AAPL", START.plus(MONTH), 100));

        assertThat(recorder.told).hasSize(1);
        assertThat(broker.cash()).isEqualByComparingTo("-90055"); // 10,000 less 1,000 at 100.05, and 5.00
    }

    @Test
    void its_books_explain_themselves_and_the_paper_brokers_say_the_same() {
        OrderIntent seven = OrderIntent.market("a", "AAPL", Side.BUY, 7);
        OrderIntent resting = OrderIntent.limit("b", "MSFT", Side.BUY, 2, 1);
        for (Broker each : List.of(broker, PaperBroker.free())) {
            each.connect(recorder);
            each.onMarket(bar("AAPL", START, 100));
            each.submit(seven);
            each.submit(resting);
            each.onMarket(bar("AAPL", START.plusSeconds(60), 90.1));

            BrokerAccount account = each.account().join();

            Books books = new Books(
                    CASH,
                    Map.of(),
                    List.of(
                            OrderLife.decided(seven).sent().life(),
                            OrderLife.decided(resting).sent().life()),
                    Map.of(),
                    Set.of());
            Reconciliation found = new Reconciler(ReconcilePolicy.CAUTIOUS).reconcile(books, account);
            assertThat(found.differences()).hasSize(1);
            assertThat(found.fills()).hasSize(1);
            assertThat(found.fills().get(0).quantity()).isEqualTo(7);
            assertThat(found.blocked()).isEmpty();
            assertThat(account.positions()).hasSize(1);
            assertThat(account.openOrders()).hasSize(1);
        }
        // The account's summary tells whole cents.
        assertThat(broker.account().join().cash().orElseThrow())
                .isEqualByComparingTo(broker.cash().setScale(2, RoundingMode.HALF_UP));
    }

    @Test
    void an_id_that_was_used_is_not_sent_again_and_nothing_waits_for_it() {
        broker.connect(recorder);
        broker.submit(OrderIntent.market("a", "AAPL", Side.BUY, 7));
        assertThat(broker.working()).isEqualTo(1);
        broker.onMarket(bar("AAPL", START.plus(MONTH), 90));

        broker.submit(OrderIntent.market("a", "AAPL", Side.BUY, 7));

        assertThat(broker.working()).isZero();
        broker.onMarket(bar("AAPL", START.plus(MONTH).plus(MONTH), 90));
        assertThat(recorder.told).hasSize(1);
    }

    @Test
    void what_the_gateway_refuses_is_told() {
        broker.connect(recorder);

        broker.submit(OrderIntent.market("a", "NONE", Side.BUY, 1));
        broker.onMarket(bar("NONE", START.plus(MONTH), 100));

        assertThat(recorder.told)
                .singleElement()
                .asString()
                .startsWith("a REJECTED")
                .contains("200");
    }

    @Test
    void it_connects_once_and_after_its_end_does_nothing() {
        OrderIntent order = OrderIntent.market("a", "AAPL", Side.BUY, 1);
        assertThatIllegalStateException().isThrownBy(() -> broker.submit(order)).withMessageContaining("not connected");
        broker.connect(recorder);
        assertThatIllegalStateException()
                .isThrownBy(() -> broker.connect(recorder))
                .withMessageContaining("already");

        broker.close();
        broker.close();

        assertThatIllegalStateException().isThrownBy(() -> broker.submit(order)).withMessageContaining("not connected");
        assertThatIllegalStateException()
                .isThrownBy(() -> broker.connect(recorder))
                .withMessageContaining("closed");
    }

    @Test
    void numbers_out_of_their_range_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> broker.withCosts(0.2, HALF_A_CENT))
                .withMessage("relativeSlippage must be a fraction in [0, 0.1], but was 0.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> broker.withCosts(0, new BigDecimal("-1")))
                .withMessage("price must be zero or more, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SimulatedBroker.of(Set.of(), START, CASH))
                .withMessage("symbols must be at least one, but was []");
    }

    /** Bars and orders at random: market and limit orders, cancels, late bars, bars without trades, fine prices. */
    @Property(tries = 60)
    void random_bars_and_orders_give_what_the_paper_broker_gives(@ForAll long seed, @ForAll boolean costs) {
        BigDecimal commission = costs ? HALF_A_CENT : BigDecimal.ZERO;
        double slippage = costs ? 0.0005 : 0;
        Recorder paper = new Recorder();
        Recorder gateway = new Recorder();

        play(seed, PaperBroker.withCosts(slippage, commission), paper);
        play(
                seed,
                SimulatedBroker.of(Set.of("AAPL", "MSFT"), START.minus(MONTH), CASH)
                        .withCosts(slippage, commission),
                gateway);

        assertThat(gateway.told).isEqualTo(paper.told);
    }

    private static void play(long seed, Broker broker, Recorder recorder) {
        Random random = new Random(seed);
        int orders = 0;
        try {
            broker.connect(recorder);
            for (int step = 1; step <= 40; step++) {
                String symbol = random.nextBoolean() ? "AAPL" : "MSFT";
                int late = random.nextInt(10) == 0 ? 3 : 0;
                broker.onMarket(anyBar(random, symbol, START.plus(Duration.ofHours(12L * (step - late)))));
                recorder.told.add("bar " + step);
                for (int i = random.nextInt(3); i > 0; i--) {
                    String id = "order-" + ++orders;
                    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
                    long quantity = random.nextLong(1, 301);
                    String of = random.nextBoolean() ? "AAPL" : "MSFT";
                    double limit = random.nextInt(9_000, 11_000) / 100.0;
                    broker.submit(
                            random.nextBoolean()
                                    ? OrderIntent.market(id, of, side, quantity)
                                    : OrderIntent.limit(id, of, side, quantity, limit));
                }
                if (random.nextInt(4) == 0) {
                    broker.cancel("order-" + (1 + random.nextInt(orders + 1)));
                }
            }
        } finally {
            broker.close();
        }
    }

    private static Bar anyBar(Random random, String symbol, Instant time) {
        double[] prices = random.doubles(4, 90, 110)
                .map(price -> Math.round(price * 100_000) / 100_000.0)
                .sorted()
                .toArray();
        boolean up = random.nextBoolean();
        OptionalDouble volume = switch (random.nextInt(4)) {
            case 0 -> OptionalDouble.of(0);
            case 1 -> OptionalDouble.empty();
            default -> OptionalDouble.of(random.nextInt(1, 500));
        };
        return new Bar(symbol, time, prices[up ? 1 : 2], prices[3], prices[0], prices[up ? 2 : 1], volume);
    }

    private static Bar bar(String symbol, Instant time, double price) {
        return new Bar(symbol, time, price, price + 1, price - 1, price, OptionalDouble.of(1_000));
    }

    /** All that was told, in words, without the names of fills. */
    private static final class Recorder implements BrokerListener {
        private final List<String> told = new ArrayList<>();

        @Override
        public void onFill(Fill fill) {
            told.add(fill.orderId() + " " + fill.side() + " " + fill.quantity() + " " + fill.symbol() + " at "
                    + fill.price().stripTrailingZeros().toPlainString() + " for "
                    + fill.commission().toPlainString() + " on " + fill.time());
        }

        @Override
        public void onCommission(LateCommission commission) {
            told.add("late commission of " + commission.amount());
        }

        @Override
        public void onOrderEnded(OrderEnd end) {
            told.add(end.orderId() + " " + end.kind() + ": " + end.reason());
        }
    }
}
