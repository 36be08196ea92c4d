package io.robotrader.risk.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void it_is_a_number_or_a_reason() {
        assertThat(Estimate.of(0.5)).isEqualTo(new Estimate(OptionalDouble.of(0.5), ""));
        assertThat(Estimate.of(0.5).isKnown()).isTrue();
        assertThat(Estimate.unknown("no data").isKnown()).isFalse();
        assertThat(Estimate.unknown("no data").reason()).isEqualTo("no data");
    }

    @Test
    void it_is_never_both_nor_neither_nor_nan() {
        assertThatThrownBy(() -> Estimate.of(Double.NaN)).hasMessage("value must be finite, but was NaN");
        assertThatThrownBy(() -> new Estimate(OptionalDouble.of(Double.POSITIVE_INFINITY), ""))
                .hasMessage("value must be finite, but was Infinity");
        assertThatThrownBy(() -> new Estimate(OptionalDouble.of(1), "why"))
                .hasMessage("reason must be empty where there is a value, but was why");
        assertThatThrownBy(() -> Estimate.unknown(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("reason must be a text");
    }
}
