package io.robotrader.risk.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeStatisticsTest {

    private static double value(Estimate estimate) {
        return estimate.value().orElseThrow();
    }

    @Test
    void by_hand() {
        TradeStatistics trades = TradeStatistics.of(300, -100, 0, 100, -50);

        assertThat(trades.trades()).isEqualTo(5);
        assertThat(value(trades.winRate())).isEqualTo(0.4);
        assertThat(value(trades.profitFactor())).isEqualTo(400.0 / 150);
        assertThat(value(trades.averageWin())).isEqualTo(200);
        assertThat(value(trades.averageLoss())).isEqualTo(75);
        assertThat(value(trades.payoffRatio())).isEqualTo(200.0 / 75);
        assertThat(value(trades.expectancy())).isEqualTo(50);
    }

    @Test
    void no_trade_is_unknown_throughout() {
        TradeStatistics none = TradeStatistics.of();

        assertThat(none.trades()).isZero();
        assertThat(none.winRate().reason()).isEqualTo("needs 1 trades, but has 0");
        assertThat(none.profitFactor().reason()).isEqualTo("needs 1 trades, but has 0");
        assertThat(none.averageWin().reason()).isEqualTo("needs 1 trades, but has 0");
        assertThat(none.averageLoss().isKnown()).isFalse();
        assertThat(none.payoffRatio().isKnown()).isFalse();
        assertThat(none.expectancy().isKnown()).isFalse();
    }

    @Test
    void without_a_loss_there_is_nothing_to_divide_by() {
        TradeStatistics won = TradeStatistics.of(10, 20);

        assertThat(value(won.winRate())).isEqualTo(1);
        assertThat(won.profitFactor().reason()).isEqualTo("no trade was lost");
        assertThat(won.averageLoss().reason()).isEqualTo("no trade was lost");
        assertThat(won.payoffRatio().reason()).isEqualTo("no trade was lost");
    }

    @Test
    void without_a_win_the_profit_factor_is_zero() {
        TradeStatistics lost = TradeStatistics.of(-10, -20);

        assertThat(value(lost.winRate())).isZero();
        assertThat(value(lost.profitFactor())).isZero();
        assertThat(value(lost.expectancy())).isEqualTo(-15);
        assertThat(lost.averageWin().reason()).isEqualTo("no trade was won");
        assertThat(lost.payoffRatio().reason()).isEqualTo("no trade was won");
    }

    @Property
    void one_by_one_is_all_at_once(@ForAll long seed, @ForAll @IntRange(min = 0, max = 100) int n) {
        double[] results =
                new Random(seed).doubles(n, -100, 100).map(Math::rint).toArray();
        TradeStatistics streamed = TradeStatistics.of();
        for (double result : results) {
            streamed = streamed.plus(result);
        }
        TradeStatistics batch = TradeStatistics.of(results);

        assertThat(streamed).usingRecursiveComparison().isEqualTo(batch);
        assertThat(streamed.expectancy()).isEqualTo(batch.expectancy());
    }

    @Property
    void the_figures_agree_with_each_other(@ForAll long seed, @ForAll @IntRange(min = 30, max = 100) int n) {
        TradeStatistics trades =
                TradeStatistics.of(new Random(seed).doubles(n, -100, 100).toArray());
        double rate = value(trades.winRate());

        assertThat(value(trades.expectancy()))
                .isCloseTo(rate * value(trades.averageWin()) - (1 - rate) * value(trades.averageLoss()), within(1e-10));
        assertThat(value(trades.profitFactor()))
                .isCloseTo(value(trades.payoffRatio()) * rate / (1 - rate), within(1e-10));
    }

    @Test
    void results_too_large_to_add_up_are_unknown() {
        TradeStatistics trades = TradeStatistics.of(1, -Double.MAX_VALUE, -Double.MAX_VALUE);

        assertThat(trades.profitFactor().reason()).isEqualTo("the results are too large to compute with");
        assertThat(trades.payoffRatio().isKnown()).isFalse();
        assertThat(trades.expectancy().isKnown()).isFalse();
        assertThat(TradeStatistics.of(Double.MAX_VALUE, -Double.MIN_VALUE)
                        .profitFactor()
                        .isKnown())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void a_result_that_is_none_is_refused(double bad) {
        assertThatThrownBy(() -> TradeStatistics.of(1, bad)).hasMessage("results[1] must be finite, but was " + bad);
        assertThatThrownBy(() -> TradeStatistics.of().plus(bad)).hasMessage("result must be finite, but was " + bad);
    }
}
