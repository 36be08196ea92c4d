package io.robotrader.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationSettingsTest {

    @Test
    void defaults_are_sixty_thirty_and_seven_tenths() {
        assertThat(CorrelationSettings.defaults()).isEqualTo(new CorrelationSettings(60, 30, 0.7));
    }

    @Test
    void a_change_leaves_the_rest_and_the_original() {
        CorrelationSettings changed = CorrelationSettings.defaults().withWindow(20, 10);

        assertThat(changed).isEqualTo(new CorrelationSettings(20, 10, 0.7));
        assertThat(changed.withHighThreshold(0.5)).isEqualTo(new CorrelationSettings(20, 10, 0.5));
        assertThat(changed.lookback()).isEqualTo(20);
    }

    @Test
    void bounds_are_allowed() {
        assertThat(new CorrelationSettings(2, 2, 1)).isNotNull();
        assertThat(new CorrelationSettings(2, 2, Double.MIN_VALUE)).isNotNull();
    }

    @Test
    void fewer_than_two_observations_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrelationSettings(60, 1, 0.7))
                .withMessage("minimumObservations must be at least 2, but was 1");
    }

    @Test
    void a_look_back_shorter_than_the_minimum_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationSettings.defaults().withWindow(29, 30))
                .withMessage("lookback must be at least minimumObservations (30), but was 29");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void a_threshold_that_is_no_correlation_is_refused(double threshold) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationSettings.defaults().withHighThreshold(threshold))
                .withMessage("highThreshold must be above 0 and at most 1, but was " + threshold);
    }
}
