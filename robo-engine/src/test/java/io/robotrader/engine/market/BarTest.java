package io.robotrader.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarTest {
    private static final Instant CLOSE = Instant.parse("2018-05-11T20:00:00Z");

    private static Bar bar(double open, double high, double low, double close, double volume) {
        return new Bar("AAPL", CLOSE, open, high, low, close, OptionalDouble.of(volume));
    }

    @Test
    void open_and_close_may_lie_on_the_high_and_the_low() {
        assertThat(bar(12, 12, 10, 10, 0)).isNotNull();
        assertThat(bar(10, 12, 10, 12, 0)).isNotNull();
        assertThat(bar(10, 10, 10, 10, 0)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void each_price_must_be_finite_and_positive(double bad) {
        String rule = " of AAPL at 2018-05-11T20:00:00Z must be finite and positive, but was " + bad;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bar(bad, 12, 10, 11, 5))
                .withMessage("open" + rule);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bar(11, bad, 10, 11, 5))
                .withMessage("high" + rule);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bar(11, 12, bad, 11, 5))
                .withMessage("low" + rule);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bar(11, 12, 10, bad, 5))
                .withMessage("close" + rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    11 | 9  | 10 | 11 | high of AAPL at 2018-05-11T20:00:00Z must be at least the low 10.0, but was 9.0
                    13 | 12 | 10 | 11 | open of AAPL at 2018-05-11T20:00:00Z must be at most the high 12.0, but was 13.0
                    9  | 12 | 10 | 11 | open of AAPL at 2018-05-11T20:00:00Z must be at least the low 10.0, but was 9.0
                    11 | 12 | 10 | 13 | close of AAPL at 2018-05-11T20:00:00Z must be at most the high 12.0, but was 13.0
                    11 | 12 | 10 | 9  | close of AAPL at 2018-05-11T20:00:00Z must be at least the low 10.0, but was 9.0
                    """)
    void prices_must_lie_in_order(double open, double high, double low, double close, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bar(open, high, low, close, 5))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void a_known_volume_must_be_finite_and_not_negative(double bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bar(11, 12, 10, 11, bad))
                .withMessage("volume of AAPL at 2018-05-11T20:00:00Z must be finite and not negative, but was " + bad);
    }

    @Test
    void an_unknown_volume_is_not_zero() {
        Bar unknown = new Bar("AAPL", CLOSE, 11, 12, 10, 11, OptionalDouble.empty());

        assertThat(unknown.volume()).isEmpty();
        assertThat(unknown).isNotEqualTo(bar(11, 12, 10, 11, 0));
    }

    @Test
    void a_bar_of_a_close_has_that_price_four_times_and_no_volume() {
        assertThat(Bar.ofClose("AAPL", CLOSE, 11))
                .isEqualTo(new Bar("AAPL", CLOSE, 11, 11, 11, 11, OptionalDouble.empty()));
    }

    @Test
    void the_symbol_must_not_be_blank() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bar.ofClose(" ", CLOSE, 11))
                .withMessage("symbol must not be blank, but was ' '");
    }

    @Test
    @SuppressWarnings("NullAway")
    void nothing_may_be_null() {
        assertThatNullPointerException()
                .isThrownBy(() -> Bar.ofClose("AAPL", null, 11))
                .withMessage("time");
    }
}
