package io.robotrader.risk.heat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.account.Side;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopDistanceTest {

    @Test
    void a_stop_comes_before_the_range_and_the_range_before_the_default() {
        StopDistance distance = StopDistance.DEFAULT;

        assertThat(distance.riskPerShare(Side.BUY, 100, 95, 4)).isEqualTo(5);
        assertThat(distance.riskPerShare(Side.SELL, 100, 103, 4)).isEqualTo(3);
        assertThat(distance.riskPerShare(Side.BUY, 100, Double.NaN, 4)).isEqualTo(8);
        assertThat(distance.riskPerShare(Side.SELL, 100, Double.NaN, Double.NaN))
                .isEqualTo(2);
    }

    @Test
    void rk_3_a_price_through_the_stop_risks_nothing_more() {
        assertThat(StopDistance.DEFAULT.riskPerShare(Side.BUY, 94, 95, 4)).isZero();
        assertThat(StopDistance.DEFAULT.riskPerShare(Side.SELL, 104, 103, 4)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 4})
    void without_a_price_nothing_is_known(double atr) {
        assertThat(StopDistance.DEFAULT.riskPerShare(Side.BUY, Double.NaN, Double.NaN, atr))
                .isNaN();
        assertThat(StopDistance.DEFAULT.riskPerShare(Side.BUY, Double.NaN, 95, atr))
                .isNaN();
    }

    @Test
    void rk_11_what_the_distance_counts_from_is_told() {
        assertThat(StopDistance.DEFAULT.basis(95, 4)).isEqualTo(StopBasis.STOP);
        assertThat(StopDistance.DEFAULT.basis(Double.NaN, 4)).isEqualTo(StopBasis.ATR);
        assertThat(StopDistance.DEFAULT.basis(Double.NaN, Double.NaN)).isEqualTo(StopBasis.DEFAULT_FRACTION);
    }

    @Test
    void the_assumptions_are_checked() {
        assertThatThrownBy(() -> new StopDistance(0, 0.02))
                .hasMessage("atrFactor must be positive and finite, but was 0.0");
        assertThatThrownBy(() -> new StopDistance(2, 1.5))
                .hasMessage("defaultFraction must be a fraction in (0, 1], but was 1.5");
    }
}
