package io.robotrader.engine.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.Position;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PortfolioTest {

    private final Fills fills = new Fills();
    private final Portfolio portfolio = new Portfolio(new BigDecimal("1000"));

    private void holds(long quantity, double averagePrice) {
        Position position = portfolio.snapshot(0).position("AAPL").orElseThrow();
        assertThat(position.quantity()).isEqualTo(quantity).isEqualTo(portfolio.quantity("AAPL"));
        assertThat(position.averagePrice()).isCloseTo(averagePrice, within(1e-12));
    }

    private BigDecimal book(long shares, String price) {
        return portfolio.book(fills.of(shares, price));
    }

    @Test
    void purchases_are_held_at_their_average_cost() {
        book(10, "10.00");
        book(30, "14.00");

        holds(40, 13);
        assertThat(portfolio.cash()).isEqualByComparingTo("480");
        assertThat(portfolio.realizedPnl()).isZero();
    }

    @Test
    void short_sales_are_owed_at_their_average_price() {
        book(-10, "10.00");
        book(-30, "14.00");

        holds(-40, 13);
        assertThat(portfolio.cash()).isEqualByComparingTo("1520");
        assertThat(book(20, "12.00")).isEqualByComparingTo("20");
        holds(-20, 13);
    }

    @Test
    void a_partial_close_takes_its_part_and_leaves_the_average_alone() {
        book(40, "13.00");

        assertThat(book(-10, "15.00")).isEqualByComparingTo("20");

        holds(30, 13);
        assertThat(portfolio.realizedPnl()).isEqualByComparingTo("20");
    }

    @Test
    void bx_2_selling_more_than_is_held_opens_a_short_position_and_makes_no_money_from_nothing() {
        book(5, "100.00");

        BigDecimal taken = book(-10, "110.00");

        assertThat(taken).isEqualByComparingTo("50");
        holds(-5, 110);
        assertThat(portfolio.cash()).isEqualByComparingTo("1600");
        // 1,600 less the five shares that are owed at 110.
        AccountSnapshot marked = marked(110);
        assertThat(marked.equity()).hasValue(1050);
    }

    @Test
    void a_short_position_turns_into_a_long_one() {
        book(-5, "100.00");

        assertThat(book(8, "90.00")).isEqualByComparingTo("50");

        holds(3, 90);
    }

    @Test
    void a_closed_position_is_gone() {
        book(3, "10.01");
        book(-3, "10.02");

        assertThat(portfolio.quantity("AAPL")).isZero();
        assertThat(portfolio.snapshot(1000).positions()).isEmpty();
        assertThat(portfolio.cash()).isEqualByComparingTo("1000.03");
        assertThat(portfolio.realizedPnl()).isEqualByComparingTo("0.03");
    }

    @Test
    void thirds_are_exact_again_when_the_position_is_closed() {
        book(1, "10.00");
        book(2, "10.01");

        book(-1, "10.01");
        book(-1, "10.01");
        book(-1, "10.01");

        // 30.03 received less 30.02 paid.
        assertThat(portfolio.realizedPnl()).isEqualByComparingTo("0.01");
        assertThat(portfolio.cash()).isEqualByComparingTo("1000.01");
    }

    @Test
    void ten_cents_ten_thousand_times_are_a_thousand_to_the_cent() {
        for (int i = 0; i < 10_000; i++) {
            book(1, "0.10");
        }

        assertThat(portfolio.cash()).isEqualByComparingTo("0.00");
    }

    @Test
    void bx_2_commissions_are_paid_from_the_cash_and_taken_off_the_profit() {
        portfolio.book(fills.of("AAPL", 10, "10.00", "1.00"));

        BigDecimal taken = portfolio.book(fills.of("AAPL", -10, "11.00", "1.50"));

        assertThat(taken).isEqualByComparingTo("8.50");
        assertThat(portfolio.realizedPnl()).isEqualByComparingTo("7.50");
        assertThat(portfolio.commissions()).isEqualByComparingTo("2.50");
        assertThat(portfolio.cash()).isEqualByComparingTo("1007.50");
    }

    @Test
    void bx_2_a_commission_that_is_known_later_is_paid_then_and_a_rebate_comes_back() {
        BigDecimal cash = portfolio.cash();
        portfolio.book(fills.of(10, "100"));

        portfolio.charge(new LateCommission("fill-1", "order-1", "AAPL", new BigDecimal("1.25"), Instant.EPOCH));
        portfolio.charge(new LateCommission("fill-1", "order-1", "AAPL", new BigDecimal("-0.25"), Instant.EPOCH));

        assertThat(portfolio.cash()).isEqualByComparingTo(cash.subtract(new BigDecimal("1001")));
        assertThat(portfolio.commissions()).isEqualByComparingTo("1");
        assertThat(portfolio.realizedPnl()).isEqualByComparingTo("-1");
    }

    @Test
    void the_same_fill_told_twice_counts_once() {
        Fill fill = fills.of("AAPL", 10, "10.00", "1.00");
        assertThat(portfolio.hasBooked(fill.id())).isFalse();
        portfolio.book(fill);

        assertThat(portfolio.book(fill)).isZero();

        assertThat(portfolio.hasBooked(fill.id())).isTrue();
        holds(10, 10);
        assertThat(portfolio.cash()).isEqualByComparingTo("899");
        assertThat(portfolio.commissions()).isEqualByComparingTo("1");
    }

    @Test
    void bx_6_a_purchase_is_no_loss() {
        assertThat(book(10, "100.00")).isZero();
        assertThat(portfolio.realizedPnl()).isZero();
        assertThat(marked(100).equity()).hasValue(1000);
    }

    @Test
    void bx_3_a_position_without_a_mark_has_no_equity_rather_than_its_cost() {
        book(5, "100.00");

        assertThat(portfolio.snapshot(1000).equity()).isEmpty();
        assertThat(marked(90).equity()).hasValue(950);
    }

    @Test
    void ks_9_the_daily_loss_counts_what_is_not_yet_taken_from_the_equity_at_the_start_of_the_day() {
        book(5, "100.00");

        assertThat(marked(90).dailyPnl()).hasValue(-50);
    }

    private AccountSnapshot marked(double price) {
        AccountSnapshot bare = portfolio.snapshot(1000);
        AccountSnapshot.Builder builder = AccountSnapshot.builder(bare.cash())
                .startOfDayEquity(bare.startOfDayEquity().orElseThrow());
        bare.positions().values().forEach(builder::position);
        return builder.market(MarketData.of("AAPL", Instant.EPOCH, price)).build();
    }

    @Test
    void the_books_open_with_money_or_none_but_not_with_a_debt() {
        assertThat(new Portfolio(BigDecimal.ZERO).cash()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Portfolio(new BigDecimal("-1")))
                .withMessage("cash must be zero or positive, but was -1");
    }
}
