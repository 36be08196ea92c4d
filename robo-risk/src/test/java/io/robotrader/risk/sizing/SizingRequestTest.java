package io.robotrader.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.Side;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizingRequestTest {

    private static final Instrument A = Instrument.of("A");
    private static final SizingRequest SALE = SizingRequest.of(A, Side.SELL, 10, 1_000, 500);

    @Test
    void what_is_told_later_takes_the_place_of_nothing_else() {
        SizingRequest request = SALE.withAtr(1)
                .withStop(12)
                .withVolatility(0.02)
                .withDrawdown(0.1)
                .withCorrelation(-0.5);

        assertThat(request)
                .isEqualTo(new SizingRequest(
                        A,
                        Side.SELL,
                        10,
                        1_000,
                        500,
                        OptionalDouble.of(1),
                        OptionalDouble.of(12),
                        OptionalDouble.of(0.02),
                        OptionalDouble.of(0.1),
                        OptionalDouble.of(-0.5)));
        assertThat(new SizingRequest(A, 10, 1_000, 500, OptionalDouble.empty()).withSide(Side.SELL))
                .isEqualTo(SALE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1.5})
    void rk_8_numbers_that_are_none_stay_outside(double bad) {
        assertThatThrownBy(() -> SALE.withAtr(bad)).hasMessage("atr must be positive and finite, but was " + bad);
        assertThatThrownBy(() -> SALE.withStop(bad)).hasMessage("stop must be positive and finite, but was " + bad);
        assertThatThrownBy(() -> SALE.withVolatility(bad))
                .hasMessage("volatility must be positive and finite, but was " + bad);
        assertThatThrownBy(() -> SALE.withDrawdown(bad))
                .hasMessage("drawdown must be zero or positive, and finite, but was " + bad);
        assertThatThrownBy(() -> SALE.withCorrelation(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("correlation must be from -1 to 1, but was " + bad);
    }
}
