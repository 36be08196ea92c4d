package io.robotrader.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.OrderIntent;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionSizersTest {

    private static SizingRequest request(double price, double equity, double buyingPower, double atr) {
        OptionalDouble range = Double.isNaN(atr) ? OptionalDouble.empty() : OptionalDouble.of(atr);
        return new SizingRequest(Instrument.of("A"), price, equity, buyingPower, range);
    }

    @Test
    void a_fixed_fraction_buys_that_part_of_the_equity() {
        PositionSizer sizer = PositionSizers.fixedFraction(0.02);

        assertThat(sizer.size(request(150, 100_000, 100_000, Double.NaN)))
                .isEqualTo(new PositionSize(13, SizeBound.EQUITY_FRACTION));
    }

    @Test
    void a_range_sizes_by_risk() {
        PositionSizer sizer = PositionSizers.atr(0.02, 2);

        assertThat(sizer.size(request(150, 100_000, 100_000, 2.5)))
                .isEqualTo(new PositionSize(400, SizeBound.RISK_BUDGET));
        assertThat(sizer.size(request(150, 100_000, 100_000, Double.NaN)))
                .isEqualTo(new PositionSize(0, SizeBound.ATR_UNKNOWN));
    }

    @Test
    void rk_4_a_tiny_range_never_buys_more_than_can_be_paid() {
        PositionSizer sizer = PositionSizers.atr(0.02, 2);

        assertThat(sizer.size(request(10, 100_000, 20_000, 0.01)))
                .isEqualTo(new PositionSize(2_000, SizeBound.BUYING_POWER));
        assertThat(sizer.size(request(10, 100_000, 20_000, Double.MIN_VALUE)).quantity())
                .isEqualTo(2_000);
    }

    @Test
    void rk_5_equity_sets_the_size_and_buying_power_only_bounds_it() {
        PositionSizer sizer = PositionSizers.fixedFraction(0.10);

        assertThat(sizer.size(request(100, 100_000, 30_000, Double.NaN)).quantity())
                .isEqualTo(100);
        assertThat(sizer.size(request(100, 100_000, 4_999, Double.NaN)))
                .isEqualTo(new PositionSize(49, SizeBound.BUYING_POWER));
        assertThat(sizer.size(request(100, 100_000, -1, Double.NaN)))
                .isEqualTo(new PositionSize(0, SizeBound.BUYING_POWER));
    }

    @Test
    void without_equity_the_size_is_nothing() {
        PositionSize size = PositionSizers.fixedFraction(0.02).size(request(10, 0, 1_000, Double.NaN));

        assertThat(size).isEqualTo(new PositionSize(0, SizeBound.NO_EQUITY));
        assertThat(size.isNothing()).isTrue();
        assertThat(PositionSizers.atr(0.02, 2).size(request(10, -5, 1_000, 1)).boundBy())
                .isEqualTo(SizeBound.NO_EQUITY);
    }

    @Test
    void rounding_costs_no_share_and_adds_none() {
        // 100 x 0.29 = 28.999999999999996 in binary
        assertThat(PositionSizers.fixedFraction(0.29)
                        .size(request(1, 100, 100, Double.NaN))
                        .quantity())
                .isEqualTo(29);
        // 3 x 0.1 = 0.30000000000000004 is more than 0.3
        assertThat(PositionSizers.fixedFraction(1)
                        .size(request(0.1, 100, 0.3, Double.NaN))
                        .quantity())
                .isEqualTo(2);
    }

    @Property
    void every_size_is_whole_lots_within_the_buying_power(
            @ForAll @Scale(4) @DoubleRange(min = 0.0001, max = 1e6) double price,
            @ForAll @DoubleRange(min = -1e9, max = 1e12) double equity,
            @ForAll @DoubleRange(min = -1e9, max = 1e12) double buyingPower,
            @ForAll @Scale(9) @DoubleRange(min = 1e-9, max = 1e5) double atr,
            @ForAll @LongRange(min = 1, max = 10_000) long lot) {
        SizingRequest request = new SizingRequest(
                Instrument.of("A").withLotSize(lot), price, equity, buyingPower, OptionalDouble.of(atr));

        for (PositionSizer sizer :
                new PositionSizer[] {PositionSizers.fixedFraction(0.5), PositionSizers.atr(0.01, 2)}) {
            long quantity = sizer.size(request).quantity();

            assertThat(quantity % lot).isZero();
            assertThat(quantity * price).isLessThanOrEqualTo(Math.max(0, buyingPower));
        }
    }

    // The largest order is one share short of a multiple of 73: there, rounding would add a lot.
    @ParameterizedTest
    @ValueSource(longs = {1, 7, 73})
    void a_size_never_exceeds_what_an_order_may_be(long lot) {
        SizingRequest request = new SizingRequest(
                Instrument.of("A").withLotSize(lot), Double.MIN_VALUE, 1e300, 1e300, OptionalDouble.empty());

        assertThat(PositionSizers.fixedFraction(1).size(request).quantity())
                .isEqualTo(OrderIntent.MAX_QUANTITY / lot * lot);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void rk_8_no_sizing_with_numbers_that_are_none(double bad) {
        assertThatThrownBy(() -> request(bad, 1, 1, 1))
                .hasMessage("entryPrice must be positive and finite, but was " + bad);
        assertThatThrownBy(() -> request(1, bad, 1, 1)).hasMessage("equity must be finite, but was " + bad);
        assertThatThrownBy(() -> request(1, 1, bad, 1)).hasMessage("buyingPower must be finite, but was " + bad);
        assertThatThrownBy(() -> new SizingRequest(Instrument.of("A"), 1, 1, 1, OptionalDouble.of(bad)))
                .hasMessage("atr must be positive and finite, but was " + bad);
        assertThatThrownBy(() -> PositionSizers.atr(0.01, bad))
                .hasMessage("factor must be positive and finite, but was " + bad);
        assertThatThrownBy(() -> PositionSizers.fixedFraction(bad))
                .hasMessage("fraction must be a fraction in (0, 1], but was " + bad);
    }
}
