package io.robotrader.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

    @Test
    void value_ticks_are_round_and_hold_the_data() {
        assertThat(ValueAxis.over(83_000, 112_000).ticks())
                .containsExactly(80_000.0, 90_000.0, 100_000.0, 110_000.0, 120_000.0);
        assertThat(ValueAxis.over(100, 200).ticks()).containsExactly(100.0, 125.0, 150.0, 175.0, 200.0);
    }

    @Property(tries = 200)
    void every_value_axis_holds_its_data_with_a_few_ticks(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double min, @ForAll @DoubleRange(max = 1e9) double length) {
        ValueAxis axis = ValueAxis.over(min, min + length);

        assertThat(axis.position(min)).isBetween(-1e-6, 1 + 1e-6);
        assertThat(axis.position(min + length)).isBetween(-1e-6, 1 + 1e-6);
        assertThat(axis.ticks()).hasSizeBetween(2, 7);
    }

    @Test
    void the_top_of_a_value_axis_is_at_zero() {
        ValueAxis axis = ValueAxis.over(100, 200);

        assertThat(axis.position(200)).isZero();
        assertThat(axis.position(100)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1, 2", "0, 4, 1, 0", "0, 10, 1, 1", "-0.1, 0, 0.01, 1", "20e6, 22e6, 1e6, 1"})
    void ticks_get_as_many_decimals_as_tell_them_apart(double min, double max, double unit, int decimals) {
        assertThat(ValueAxis.over(min, max).decimals(unit)).isEqualTo(decimals);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2020-01-02T00:00:00Z | 2024-12-31T00:00:00Z | 2021,2022,2023,2024",
                "2020-11-10T00:00:00Z | 2021-08-05T00:00:00Z | Jan 2021,Apr 2021,Jul 2021",
                "2020-11-10T00:00:00Z | 2021-03-05T00:00:00Z | Dec 2020,Jan 2021,Feb 2021,Mar 2021",
                "2020-09-01T00:00:00Z | 2020-09-04T12:00:00Z | 1 Sep,2 Sep,3 Sep,4 Sep",
                "2020-09-01T00:00:00Z | 2020-09-02T13:00:00Z | 1 Sep 00:00,1 Sep 12:00,2 Sep 00:00,2 Sep 12:00",
                "2020-01-02T14:30:00Z | 2020-01-02T21:00:00Z | 15:00,16:00,17:00,18:00,19:00,20:00,21:00",
                "1871-01-01T00:00:00Z | 2024-12-31T00:00:00Z | 1875,1900,1925,1950,1975,2000"
            })
    void time_ticks_stand_at_round_times_in_utc(Instant from, Instant to, String labels) {
        List<String> ticks = new TimeAxis(from, to)
                .ticks().stream().map(TimeAxis.Tick::label).toList();

        assertThat(String.join(",", ticks)).isEqualTo(labels);
    }

    @Property(tries = 200)
    void time_ticks_lie_on_the_axis_and_are_few(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long start,
            @ForAll @LongRange(min = 0, max = 3_000_000_000L) long seconds) {
        Instant from = Instant.ofEpochSecond(start);
        TimeAxis axis = new TimeAxis(from, from.plusSeconds(seconds));

        assertThat(axis.ticks())
                .hasSizeLessThanOrEqualTo(7)
                .allSatisfy(tick -> assertThat(axis.position(tick.time())).isBetween(0.0, 1.0));
    }

    @Test
    void positions_are_proportional_to_time() {
        Instant from = Instant.parse("2020-01-01T00:00:00Z");
        TimeAxis axis = new TimeAxis(from, from.plusSeconds(10));

        assertThat(axis.position(from.plusMillis(2500))).isEqualTo(0.25, within(1e-12));
        assertThat(new TimeAxis(from, from).position(from)).isZero();
    }
}
