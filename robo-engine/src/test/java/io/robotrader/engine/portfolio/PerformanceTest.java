package io.robotrader.engine.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.robotrader.risk.metrics.Estimate;
import io.robotrader.risk.metrics.ReturnMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerformanceTest {

    @Test
    void mt_6_it_is_that_of_the_returns_from_the_money_at_the_start_on() {
        ReturnMetrics metrics = ReturnMetrics.of(new double[] {0.25, -0.5, 1.0}, 252);

        Performance performance = Performance.of(80, new double[] {100, 50, 100}, 252);

        assertThat(performance)
                .isEqualTo(new Performance(
                        metrics.sharpe(0),
                        metrics.sortino(0),
                        metrics.volatility(),
                        metrics.maxDrawdown(),
                        metrics.historicalVar(0.95),
                        metrics.expectedShortfall(0.95)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void every_figure_of_an_account_that_was_ruined_or_has_no_known_value_is_unknown(double equity) {
        Performance performance = Performance.of(100, new double[] {100, equity, 100}, 252);

        Estimate none =
                Estimate.unknown("there is no return from or to an equity of " + equity + ", at the end of period 2");
        assertThat(performance).isEqualTo(new Performance(none, none, none, none, none, none));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void there_must_be_money_to_start_with(double equity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Performance.of(equity, new double[] {100}, 252))
                .withMessage("startingEquity must be positive and finite, but was " + equity);
    }
}
