package io.robotrader.engine.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.robotrader.engine.execution.OrderEnd.Kind;
import io.robotrader.engine.market.Bar;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperBrokerTest {

    private final List<Fill> fills = new ArrayList<>();
    private final List<OrderEnd> ends = new ArrayList<>();

    private final BrokerListener recorder = new BrokerListener() {
        @Override
        public void onFill(Fill fill) {
            fills.add(fill);
        }

        @Override
        public void onCommission(LateCommission commission) {
            throw new AssertionError("this broker knows its commissions at once");
        }

        @Override
        public void onOrderEnded(OrderEnd end) {
            ends.add(end);
        }
    };

    private PaperBroker connected(PaperBroker broker) {
        broker.connect(recorder);
        return broker;
    }

    private static Bar bar(String symbol, int second, double open, double high, double low, double close) {
        return new Bar(symbol, Instant.ofEpochSecond(second), open, high, low, close, OptionalDouble.empty());
    }

    private static OrderIntent buy(String id) {
        return OrderIntent.market(id, "AAPL", Side.BUY, 10);
    }

    @Test
    void a_bar_in_which_nothing_traded_fills_nothing_and_one_that_does_not_say_may() {
        PaperBroker broker = connected(PaperBroker.free());
        broker.submit(buy("1"));
        Bar told = bar("AAPL", 1, 100, 100, 100, 100);

        broker.onMarket(new Bar("AAPL", told.time(), 100, 100, 100, 100, OptionalDouble.of(0)));
        assertThat(fills).isEmpty();

        broker.onMarket(bar("AAPL", 2, 101, 101, 101, 101));
        assertThat(fills).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "orderId", "symbol"})
    void a_fill_without_a_name_is_refused(String blank) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Fill(
                        blank.equals("id") ? " " : "f",
                        blank.equals("orderId") ? " " : "o",
                        blank.equals("symbol") ? " " : "AAPL",
                        Side.BUY,
                        1,
                        BigDecimal.ONE,
                        BigDecimal.ZERO,
                        Instant.EPOCH))
                .withMessage(blank + " must not be blank, but was ' '");
    }

    @Test
    void a_market_order_trades_whole_at_the_open_of_the_next_bar() {
        PaperBroker broker = connected(PaperBroker.free());

        broker.submit(buy("1"));
        assertThat(fills).isEmpty();
        broker.onMarket(bar("AAPL", 60, 101.25, 105, 100, 104));

        assertThat(fills)
                .containsExactly(new Fill(
                        "paper-1",
                        "1",
                        "AAPL",
                        Side.BUY,
                        10,
                        new BigDecimal("101.2500"),
                        new BigDecimal("0.00"),
                        Instant.ofEpochSecond(60)));
    }

    @Test
    void an_order_trades_once() {
        PaperBroker broker = connected(PaperBroker.free());
        broker.submit(buy("1"));

        broker.onMarket(bar("AAPL", 60, 100, 100, 100, 100));
        broker.onMarket(bar("AAPL", 120, 100, 100, 100, 100));

        assertThat(fills).hasSize(1);
    }

    @Test
    void an_order_does_not_trade_on_a_bar_of_the_instant_at_which_it_was_sent() {
        PaperBroker broker = connected(PaperBroker.free());
        broker.onMarket(bar("SPY", 60, 400, 400, 400, 400));
        broker.submit(buy("1"));

        // The open of this bar lies before the close that made somebody send the order.
        broker.onMarket(bar("AAPL", 60, 90, 100, 90, 100));
        assertThat(fills).isEmpty();

        broker.onMarket(bar("AAPL", 120, 101, 101, 101, 101));
        assertThat(fills).extracting(Fill::price).containsExactly(new BigDecimal("101.0000"));
    }

    @ParameterizedTest
    @CsvSource({"BUY,0.001,100.1", "SELL,0.001,99.9", "BUY,0,100", "SELL,0.1,90"})
    void slippage_goes_against_the_order(Side side, double slippage, BigDecimal expected) {
        PaperBroker broker = connected(PaperBroker.withCosts(slippage, BigDecimal.ZERO));
        broker.submit(OrderIntent.market("1", "AAPL", side, 10));

        broker.onMarket(bar("AAPL", 60, 100, 120, 80, 100));

        assertThat(fills)
                .singleElement()
                .satisfies(fill -> assertThat(fill.price()).isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"BUY,10.0001", "SELL,10.0000"})
    void rounding_goes_against_the_order(Side side, BigDecimal expected) {
        PaperBroker broker = connected(PaperBroker.free());
        broker.submit(OrderIntent.market("1", "AAPL", side, 10));

        broker.onMarket(bar("AAPL", 60, 10.00005, 11, 9, 10));

        assertThat(fills).extracting(Fill::price).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // side, limit, open, high, low, price: at the limit when the bar comes to it, at a better open when it starts
        // there
        "BUY,99,100,101,98,99",
        "BUY,99,97,101,96,97",
        "BUY,99,100,101,99,99",
        "SELL,101,100,102,99,101",
        "SELL,101,103,104,99,103",
        "SELL,101,100,101,99,101"
    })
    void bx_1_a_limit_order_trades_at_its_limit_or_at_a_better_open(
            Side side, double limit, double open, double high, double low, BigDecimal expected) {
        PaperBroker broker = connected(PaperBroker.free());
        broker.submit(OrderIntent.limit("1", "AAPL", side, 10, limit));

        broker.onMarket(bar("AAPL", 60, open, high, low, open));

        assertThat(fills)
                .singleElement()
                .satisfies(fill -> assertThat(fill.price()).isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"BUY,98.99", "SELL,101.01"})
    void a_limit_that_is_not_reached_does_not_trade_and_goes_on_working(Side side, double limit) {
        PaperBroker broker = connected(PaperBroker.free());
        broker.submit(OrderIntent.limit("1", "AAPL", side, 10, limit));

        broker.onMarket(bar("AAPL", 60, 100, 101, 99, 100));
        assertThat(fills).isEmpty();

        broker.onMarket(bar("AAPL", 120, 100, 102, 98, 100));
        assertThat(fills).hasSize(1);
    }

    @Property
    void bx_1_no_fill_is_worse_than_its_limit_or_at_zero(
            @ForAll @DoubleRange(min = 1e-6, max = 1e6) @Scale(6) double open,
            @ForAll @DoubleRange(min = 1e-6, max = 1e6) @Scale(6) double limit,
            @ForAll @DoubleRange(min = 0, max = 0.1) @Scale(6) double slippage,
            @ForAll Side side) {
        fills.clear();
        PaperBroker broker = connected(PaperBroker.withCosts(slippage, BigDecimal.ZERO));
        broker.submit(OrderIntent.limit("1", "AAPL", side, 1, limit));
        broker.submit(OrderIntent.market("2", "AAPL", side, 1));

        broker.onMarket(bar("AAPL", 60, open, Math.max(open, limit), Math.min(open, limit), open));

        assertThat(fills).hasSize(2);
        assertThat(fills.get(0).price().signum()).isPositive();
        assertThat(fills.get(1).price().signum()).isPositive();
        int worse = side.sign() * fills.get(0).price().compareTo(BigDecimal.valueOf(limit));
        assertThat(worse).isNotPositive();
    }

    @Test
    void rounding_does_not_carry_a_price_beyond_its_limit() {
        PaperBroker broker = connected(PaperBroker.free());
        broker.submit(OrderIntent.limit("1", "AAPL", Side.BUY, 10, 99.99995));

        broker.onMarket(bar("AAPL", 60, 99.99991, 100, 99, 100));

        assertThat(fills).extracting(Fill::price).containsExactly(new BigDecimal("99.99995"));
    }

    @Test
    void bx_1_a_price_below_a_hundredth_of_a_cent_is_not_rounded_to_nothing() {
        PaperBroker broker = connected(PaperBroker.free());
        broker.submit(OrderIntent.market("1", "AAPL", Side.SELL, 10));

        broker.onMarket(bar("AAPL", 60, 0.00004, 0.00004, 0.00004, 0.00004));

        assertThat(fills)
                .singleElement()
                .satisfies(fill -> assertThat(fill.price()).isEqualByComparingTo("0.00004"));
    }

    @Test
    void a_cancelled_order_does_not_trade() {
        PaperBroker broker = connected(PaperBroker.free());
        broker.submit(buy("1"));

        broker.cancel("1");
        broker.cancel("1");
        broker.cancel("unknown");
        broker.onMarket(bar("AAPL", 60, 100, 100, 100, 100));

        assertThat(fills).isEmpty();
        assertThat(ends).containsExactly(new OrderEnd("1", Kind.CANCELLED, "cancelled on request"));
    }

    @Test
    void an_order_that_is_cancelled_on_hearing_of_another_fill_does_not_trade() {
        PaperBroker broker = PaperBroker.free();
        broker.connect(new BrokerListener() {
            @Override
            public void onFill(Fill fill) {
                fills.add(fill);
                broker.cancel("2");
            }

            @Override
            public void onCommission(LateCommission commission) {
                recorder.onCommission(commission);
            }

            @Override
            public void onOrderEnded(OrderEnd end) {
                ends.add(end);
            }
        });
        broker.submit(buy("1"));
        broker.submit(buy("2"));

        broker.onMarket(bar("AAPL", 60, 100, 100, 100, 100));

        assertThat(fills).extracting(Fill::orderId).containsExactly("1");
        assertThat(ends).extracting(OrderEnd::orderId).containsExactly("2");
    }

    @Test
    void a_second_order_of_the_same_id_is_rejected_and_the_first_goes_on() {
        PaperBroker broker = connected(PaperBroker.free());
        broker.submit(buy("1"));

        broker.submit(OrderIntent.market("1", "AAPL", Side.BUY, 99));
        broker.onMarket(bar("AAPL", 60, 100, 100, 100, 100));

        assertThat(ends).extracting(OrderEnd::kind).containsExactly(Kind.REJECTED);
        assertThat(fills).extracting(Fill::quantity).containsExactly(10L);
    }

    @Test
    void a_commission_is_per_share_and_rounded_up_to_a_cent() {
        PaperBroker broker = connected(PaperBroker.withCosts(0, new BigDecimal("0.0035")));
        broker.submit(buy("1"));

        broker.onMarket(bar("AAPL", 60, 100, 100, 100, 100));

        assertThat(fills).extracting(Fill::commission).containsExactly(new BigDecimal("0.04"));
    }

    @Test
    void an_order_waits_for_a_bar_of_its_own_symbol_and_fills_keep_the_order_of_submission() {
        PaperBroker broker = connected(PaperBroker.free());
        broker.submit(OrderIntent.market("1", "MSFT", Side.BUY, 1));
        broker.submit(buy("2"));
        broker.submit(buy("3"));

        broker.onMarket(bar("AAPL", 60, 100, 100, 100, 100));
        assertThat(fills).extracting(Fill::orderId).containsExactly("2", "3");

        broker.onMarket(bar("MSFT", 60, 300, 300, 300, 300));
        assertThat(fills).extracting(Fill::orderId).containsExactly("2", "3", "1");
        assertThat(fills).extracting(Fill::id).doesNotHaveDuplicates();
    }

    @Test
    void a_broker_that_is_not_connected_takes_nothing() {
        PaperBroker broker = PaperBroker.free();

        assertThatIllegalStateException().isThrownBy(() -> broker.submit(buy("1")));
        assertThatIllegalStateException().isThrownBy(() -> broker.cancel("1"));
        assertThatIllegalStateException().isThrownBy(() -> broker.onMarket(bar("AAPL", 60, 1, 1, 1, 1)));
    }

    @Test
    void a_broker_is_connected_once_and_never_after_it_was_closed() {
        PaperBroker broker = connected(PaperBroker.free());

        assertThatIllegalStateException()
                .isThrownBy(() -> broker.connect(recorder))
                .withMessage("this broker is connected already");
        broker.close();
        broker.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> broker.connect(recorder))
                .withMessage("this broker was closed");
        assertThatIllegalStateException().isThrownBy(() -> broker.submit(buy("1")));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 0.11, Double.NaN, Double.POSITIVE_INFINITY})
    void slippage_must_be_a_small_fraction(double slippage) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaperBroker.withCosts(slippage, BigDecimal.ZERO))
                .withMessage("slippage must be a fraction in [0, 0.1], but was " + slippage);
    }

    @Test
    void a_commission_is_not_negative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaperBroker.withCosts(0, new BigDecimal("-0.01")))
                .withMessage("commissionPerShare must be zero or positive, but was -0.01");
    }

    @Test
    void bx_1_a_fill_cannot_exist_without_shares_a_price_and_an_honest_commission() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fill(0, "1", "0"))
                .withMessage("quantity must be at least 1, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fill(1, "0", "0"))
                .withMessage("price must be positive, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fill(1, "1", "-1"))
                .withMessage("commission must be zero or positive, but was -1");
        assertThat(fill(3, "1.50", "0").notional()).isEqualByComparingTo("4.5");
    }

    private static Fill fill(long quantity, String price, String commission) {
        return new Fill(
                "f", "o", "AAPL", Side.BUY, quantity, new BigDecimal(price), new BigDecimal(commission), Instant.EPOCH);
    }
}
