package io.robotrader.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.Side;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalersTest {

    private static final PositionSizer BASE = PositionSizers.fixedFraction(1);
    private static final SizingRequest THOUSAND_SHARES =
            SizingRequest.of(Instrument.of("A"), Side.BUY, 1, 1_000, 1_000);

    @ParameterizedTest
    @CsvSource({"0, 1000", "0.05, 750", "0.1, 500", "0.199, 5", "0.2, 0", "0.9, 0", "3, 0"})
    void a_drawdown_takes_the_size_away_in_a_straight_line(double drawdown, long shares) {
        PositionSizer sizer = Scalers.drawdown(BASE, 0.20);

        assertThat(sizer.size(THOUSAND_SHARES.withDrawdown(drawdown)).quantity())
                .isEqualTo(shares);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1000", "0.3, 1000", "0.5, 1000", "0.75, 625", "1, 250"})
    void a_correlation_takes_away_what_is_above_its_threshold(double correlation, long shares) {
        PositionSizer sizer = Scalers.correlation(BASE, 0.5, 0.25);

        assertThat(sizer.size(THOUSAND_SHARES.withCorrelation(correlation)).quantity())
                .isEqualTo(shares);
    }

    @Test
    void what_is_not_known_takes_the_most_away_and_says_so() {
        assertThat(Scalers.drawdown(BASE, 0.2).size(THOUSAND_SHARES))
                .extracting(PositionSize::quantity, PositionSize::boundBy)
                .containsExactly(0L, SizeBound.DRAWDOWN_UNKNOWN);
        assertThat(Scalers.correlation(BASE, 0.5, 0.25).size(THOUSAND_SHARES))
                .extracting(PositionSize::quantity, PositionSize::boundBy)
                .containsExactly(250L, SizeBound.CORRELATION_UNKNOWN);
    }

    @Test
    void each_step_is_told_and_the_last_that_took_shares_away_is_what_bound() {
        PositionSizer sizer = Scalers.correlation(Scalers.drawdown(BASE, 0.20), 0.5, 0);

        PositionSize alike = sizer.size(THOUSAND_SHARES.withDrawdown(0.1).withCorrelation(0.75));
        PositionSize hedge = sizer.size(THOUSAND_SHARES.withDrawdown(0.1).withCorrelation(-1));

        assertThat(alike.explanation()).isEqualTo("EQUITY_FRACTION: 1000, DRAWDOWN x 0.5: 500, CORRELATION x 0.5: 250");
        assertThat(alike.boundBy()).isEqualTo(SizeBound.CORRELATION);
        assertThat(hedge.steps())
                .containsExactly(
                        SizeStep.bound(SizeBound.EQUITY_FRACTION, 1_000),
                        SizeStep.scaled(SizeBound.DRAWDOWN, 0.5, 500),
                        SizeStep.scaled(SizeBound.CORRELATION, 1, 500));
        assertThat(hedge.boundBy()).isEqualTo(SizeBound.DRAWDOWN);
    }

    @Property
    void a_scaled_size_is_whole_lots_never_larger_and_smaller_the_worse_it_gets(
            @ForAll @LongRange(min = 1, max = 500) long lot,
            @ForAll @Scale(4) @DoubleRange(min = 1, max = 1e7) double equity,
            @ForAll @Scale(4) @DoubleRange(min = 0, max = 1) double better,
            @ForAll @Scale(4) @DoubleRange(min = 0, max = 1) double worse,
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 1) double parameter) {
        SizingRequest request = SizingRequest.of(Instrument.of("A").withLotSize(lot), Side.BUY, 1.7, equity, equity);
        double low = Math.min(better, worse);
        double high = Math.max(better, worse);
        PositionSizer down = Scalers.drawdown(BASE, parameter);
        PositionSizer alike = Scalers.correlation(BASE, Math.max(-1, 2 * low - 1 - 1e-9), parameter);

        long unscaled = BASE.size(request).quantity();
        long first = down.size(request.withDrawdown(low)).quantity();
        long second = down.size(request.withDrawdown(high)).quantity();
        long third = alike.size(request.withCorrelation(low)).quantity();
        long fourth = alike.size(request.withCorrelation(high)).quantity();
        long unknown = alike.size(request).quantity();

        assertThat(unscaled).isGreaterThanOrEqualTo(first).isGreaterThanOrEqualTo(third);
        assertThat(first).isGreaterThanOrEqualTo(second);
        assertThat(third).isGreaterThanOrEqualTo(fourth);
        assertThat(fourth).isGreaterThanOrEqualTo(unknown);
        assertThat(new long[] {first % lot, second % lot, third % lot, fourth % lot, unknown % lot})
                .containsOnly(0);
    }

    @Test
    void the_parameters_are_checked() {
        assertThatThrownBy(() -> Scalers.drawdown(BASE, 0))
                .hasMessage("maxDrawdown must be a fraction in (0, 1], but was 0.0");
        assertThatThrownBy(() -> Scalers.correlation(BASE, 1, 0.5))
                .hasMessage("fullUpTo must be from -1 to less than 1, but was 1.0");
        assertThatThrownBy(() -> Scalers.correlation(BASE, Double.NaN, 0.5))
                .hasMessage("fullUpTo must be from -1 to less than 1, but was NaN");
        assertThatThrownBy(() -> Scalers.correlation(BASE, 0, 1.1))
                .hasMessage("factorAtOne must be from 0 to 1, but was 1.1");
        assertThatThrownBy(() -> Scalers.correlation(BASE, 0, -0.1))
                .hasMessage("factorAtOne must be from 0 to 1, but was -0.1");
    }
}
