package io.robotrader.risk.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.metrics.Estimate;
import io.robotrader.risk.rule.CorrelationLookup;
import java.time.Instant;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortfolioHeatTest {

    private static final Offset<Double> CLOSE = within(1e-15);
    private static final CorrelationLookup INDEPENDENT = (a, b) -> 0;

    /** Equity 100,000 whatever is held; A to D at 100 a share. */
    private static AccountSnapshot.Builder book(Position... positions) {
        double cash = 100_000;
        for (Position position : positions) {
            cash -= position.quantity() * 100.0;
        }
        AccountSnapshot.Builder account = AccountSnapshot.builder(cash);
        for (Position position : positions) {
            account.position(position);
        }
        for (String symbol : List.of("A", "B", "C", "D")) {
            account.market(MarketData.of(symbol, Instant.EPOCH, 100));
        }
        return account;
    }

    private static Position held(String symbol, long quantity, double stop) {
        return Position.of(symbol, quantity, 100).withStop(stop);
    }

    private static PortfolioHeat heat(
            AccountSnapshot.Builder account, CorrelationLookup lookup, OrderIntent... working) {
        return PortfolioHeat.of(account.build(), List.of(working), StopDistance.DEFAULT, lookup);
    }

    private static double value(Estimate estimate) {
        return estimate.value().orElseThrow();
    }

    @Test
    void rk_1_heat_is_a_fraction_of_the_equity() {
        // 10 shares at 100 with a stop 7 % away, in an account of 100,000
        PortfolioHeat heat = heat(book(held("A", 10, 93)), CorrelationLookup.UNKNOWN);

        assertThat(value(heat.plain())).isEqualTo(0.0007, CLOSE);
        assertThat(value(heat.adjusted())).isEqualTo(0.0007, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({
        // 3,000 at risk in A and 4,000 in B: 3-4-5
        "0, 100, 100, 0.05, 0.018, 0.032",
        "1, 100, 100, 0.07, 0.03, 0.04",
        "NaN, 100, 100, 0.07, 0.03, 0.04",
        "NaN, 100, -100, 0.07, 0.03, 0.04",
        "-1, 100, 100, 0.01, -0.03, 0.04",
        "1, 100, -100, 0.01, -0.03, 0.04",
        "-1, 100, -100, 0.07, 0.03, 0.04",
        "-1, -100, -100, 0.01, -0.03, 0.04"
    })
    void two_risks_add_like_the_sides_of_a_triangle(
            double rho, long a, long b, double adjusted, double partOfA, double partOfB) {
        PortfolioHeat heat = heat(
                book(held("A", a, 100 - 30 * Long.signum(a)), held("B", b, 100 - 40 * Long.signum(b))), (x, y) -> rho);

        assertThat(value(heat.plain())).isEqualTo(0.07, CLOSE);
        assertThat(value(heat.adjusted())).isEqualTo(adjusted, CLOSE);
        assertThat(heat.contributions().get(0).adjustedHeat()).isEqualTo(partOfA, CLOSE);
        assertThat(heat.contributions().get(1).adjustedHeat()).isEqualTo(partOfB, CLOSE);
        assertThat(heat.unknownPairs()).isEqualTo(Double.isNaN(rho) ? 1 : 0);
        assertThat(heat.isConsistent()).isTrue();
    }

    @Test
    void rk_2_working_orders_count_by_the_part_that_opens() {
        PortfolioHeat heat = heat(
                book(held("A", 100, 90)),
                INDEPENDENT,
                OrderIntent.market("exit", "A", Side.SELL, 60),
                OrderIntent.market("flip", "A", Side.SELL, 50).withStop(104),
                OrderIntent.limit("entry", "B", Side.BUY, 20, 98).withStop(95));

        assertThat(heat.contributions())
                .extracting(part -> part.orderId().orElse("-"), HeatContribution::quantity, HeatContribution::risk)
                .containsExactly(tuple("-", 100L, 1_000.0), tuple("flip", 10L, 40.0), tuple("entry", 20L, 60.0));
        assertThat(value(heat.plain())).isEqualTo(0.011, CLOSE);
    }

    @Test
    void rk_2_an_order_without_a_price_leaves_the_heat_unknown() {
        PortfolioHeat heat = heat(book(), INDEPENDENT, OrderIntent.market("1", "X", Side.BUY, 1));

        assertThat(heat.plain()).isEqualTo(Estimate.unknown("no price is known for X"));
    }

    @Test
    void a_working_order_hedges_nothing_until_it_is_filled() {
        OrderIntent hedge = OrderIntent.market("1", "B", Side.SELL, 100).withStop(140);

        PortfolioHeat working = heat(book(held("A", 100, 70)), (a, b) -> 1, hedge);
        PortfolioHeat filled = heat(book(held("A", 100, 70), held("B", -100, 140)), (a, b) -> 1);

        assertThat(value(working.adjusted())).isEqualTo(0.05, CLOSE);
        assertThat(value(filled.adjusted())).isEqualTo(0.01, CLOSE);
    }

    @ParameterizedTest
    @CsvSource({"10, 110, 100", "-10, 95, 50", "10, 100, 0"})
    void rk_3_a_position_through_its_stop_is_reported_as_lost_already_and_not_as_heat(
            long quantity, double stop, double beyond) {
        PortfolioHeat heat = heat(book(held("A", quantity, stop), held("B", 10, 95)), INDEPENDENT);

        assertThat(value(heat.plain())).isEqualTo(0.0005, CLOSE);
        assertThat(heat.breached()).hasSize(1);
        assertThat(heat.breached().get(0).symbol()).isEqualTo("A");
        assertThat(heat.breached().get(0).heat()).isZero();
        assertThat(heat.breached().get(0).beyondStop()).isEqualTo(beyond);
    }

    @Test
    void rk_3_a_book_that_is_all_through_its_stops_has_no_heat_left() {
        PortfolioHeat heat = heat(book(held("A", 10, 110), held("B", -10, 95)), CorrelationLookup.UNKNOWN);

        assertThat(value(heat.plain())).isZero();
        assertThat(value(heat.adjusted())).isZero();
        assertThat(heat.isConsistent()).isTrue();
        assertThat(heat.breached())
                .hasSize(2)
                .extracting(HeatContribution::adjustedHeat)
                .containsOnly(0.0);
    }

    @Test
    void rk_3_a_stop_that_locks_in_a_profit_still_counts_from_the_mark() {
        Position winner = Position.of("A", 10, 50).withStop(95);

        assertThat(heat(book(winner), INDEPENDENT).contributions().get(0).risk())
                .isEqualTo(50);
        assertThat(heat(book(winner), INDEPENDENT).breached()).isEmpty();
    }

    @Test
    void rk_11_what_was_assumed_in_place_of_a_stop_is_told() {
        AccountSnapshot.Builder account = book(held("A", 10, 95), Position.of("B", 10, 100), Position.of("C", -10, 100))
                .market(MarketData.of("B", Instant.EPOCH, 100).withAtr(3));

        PortfolioHeat heat = heat(account, INDEPENDENT);

        assertThat(heat.contributions())
                .extracting(HeatContribution::basis)
                .containsExactly(StopBasis.STOP, StopBasis.ATR, StopBasis.DEFAULT_FRACTION);
        assertThat(heat.contributions()).extracting(HeatContribution::risk).containsExactly(50.0, 60.0, 20.0);
        assertThat(heat.withoutStop()).extracting(HeatContribution::symbol).containsExactly("B", "C");
    }

    @Test
    void correlations_that_contradict_each_other_are_told() {
        // each of three against both others: 3 - 6 < 0
        PortfolioHeat heat = heat(book(held("A", 10, 90), held("B", 10, 90), held("C", 10, 90)), (a, b) -> -1);

        assertThat(value(heat.adjusted())).isZero();
        assertThat(heat.isConsistent()).isFalse();
        assertThat(heat.contributions())
                .extracting(HeatContribution::adjustedHeat)
                .containsOnly(0.0);
    }

    @ParameterizedTest
    @CsvSource({"1.5", "Infinity", "-7"})
    void a_correlation_that_is_none_counts_as_unknown(double rho) {
        PortfolioHeat heat = heat(book(held("A", 10, 90), held("B", -10, 110)), (a, b) -> rho);

        assertThat(heat.unknownPairs()).isEqualTo(1);
        assertThat(value(heat.adjusted())).isEqualTo(value(heat.plain()), CLOSE);
    }

    @Test
    void an_empty_book_has_no_heat() {
        PortfolioHeat heat = heat(book(Position.of("A", 0, 100)), CorrelationLookup.UNKNOWN);

        assertThat(value(heat.plain())).isZero();
        assertThat(value(heat.adjusted())).isZero();
        assertThat(heat.contributions()).isEmpty();
        assertThat(heat)
                .hasToString("PortfolioHeat[plain=" + heat.plain() + ", adjusted=" + heat.adjusted()
                        + ", contributions=[]]");
    }

    @Test
    void without_equity_there_is_a_reason_in_place_of_a_number() {
        PortfolioHeat ruined = heat(AccountSnapshot.builder(-5), INDEPENDENT);
        PortfolioHeat unmarked = heat(AccountSnapshot.builder(5).position(Position.of("A", 1, 1)), INDEPENDENT);
        PortfolioHeat huge = heat(
                AccountSnapshot.builder(5)
                        .position(held("A", 1_000_000_000_000L, 1))
                        .market(MarketData.of("A", Instant.EPOCH, 1e300)),
                INDEPENDENT);

        assertThat(ruined.plain()).isEqualTo(Estimate.unknown("no equity is left: -5.0"));
        assertThat(ruined.adjusted()).isEqualTo(ruined.plain());
        assertThat(heat(AccountSnapshot.builder(0), INDEPENDENT).plain())
                .isEqualTo(Estimate.unknown("no equity is left: 0.0"));
        assertThat(unmarked.plain()).isEqualTo(Estimate.unknown("no price is known for A"));
        assertThat(unmarked.contributions()).isEmpty();
        assertThat(huge.plain()).isEqualTo(Estimate.unknown("the sums are too large for a number"));
    }
}
