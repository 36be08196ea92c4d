package io.robotrader.risk.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.Side;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KellyTest {

    // p = 0.6 and b = 1.5: f = 0.6 - 0.4 / 1.5 = 1/3
    private static final KellyEdge GOOD = new KellyEdge(0.6, 150, 100, 100);
    private static final SizingRequest REQUEST = SizingRequest.of(Instrument.of("A"), Side.BUY, 100, 102_000, 102_000);

    @Test
    void a_record_of_a_hundred_trades_stakes_a_little_less_than_the_formula() {
        assertThat(GOOD.rawFraction()).isEqualTo(1.0 / 3, within(1e-15));
        // v = (1 + 1/1.5)^2 / 400 = 1/144, k = (1/9) / (1/9 + 1/144) = 16/17
        assertThat(GOOD.fraction()).isEqualTo(16.0 / 51, within(1e-15));
    }

    @Test
    void a_quarter_of_it_is_put_in() {
        // 102,000 x 16/51 / 4 = 8,000
        assertThat(PositionSizers.kelly(GOOD, 1).size(REQUEST)).isEqualTo(new PositionSize(80, SizeBound.KELLY));
        assertThat(PositionSizers.kelly(GOOD, 0.5, 1).size(REQUEST).quantity()).isEqualTo(160);
        assertThat(PositionSizers.kelly(GOOD, 0.05).size(REQUEST))
                .isEqualTo(new PositionSize(51, SizeBound.EQUITY_FRACTION));
    }

    @Test
    void a_stake_of_just_the_cap_is_not_bound_by_it() {
        PositionSize size = PositionSizers.kelly(GOOD, 1, GOOD.fraction()).size(REQUEST);

        assertThat(size.boundBy()).isEqualTo(SizeBound.KELLY);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 150, 100, 100",
        "1, 150, 100, 100",
        "-0.2, 150, 100, 100",
        "1.2, 150, 100, 100",
        "0.6, 0, 100, 100",
        "0.6, -1, 100, 100",
        "0.6, 150, 0, 100",
        "0.6, 150, -1, 100",
        "0.6, 150, 100, 0",
        "0.4, 150, 100, 100", // 0.4 - 0.6 / 1.5 = 0: fair
        "0.3, 150, 100, 100",
        "0.6, 1e-300, 1e300, 100"
    })
    void rk_6_without_an_edge_nothing_is_bought(double winRate, double win, double loss, long trades) {
        KellyEdge edge = new KellyEdge(winRate, win, loss, trades);

        assertThat(edge.fraction()).isZero();
        assertThat(PositionSizers.kelly(edge, 1, 1).size(REQUEST)).isEqualTo(new PositionSize(0, SizeBound.NO_EDGE));
    }

    @Property
    void rk_6_a_shorter_record_never_stakes_more(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double winRate,
            @ForAll @DoubleRange(min = 0.1, max = 10) double win,
            @ForAll @LongRange(min = 1, max = 100_000) long fewer,
            @ForAll @LongRange(min = 1, max = 100_000) long more) {
        KellyEdge shorter = new KellyEdge(winRate, win, 1, fewer);
        KellyEdge longer = new KellyEdge(winRate, win, 1, fewer + more);

        assertThat(shorter.fraction()).isLessThanOrEqualTo(longer.fraction());
        assertThat(longer.fraction()).isBetween(0.0, shorter.rawFraction());
        assertThat(new KellyEdge(winRate, win, 1, Long.MAX_VALUE).fraction())
                .isEqualTo(shorter.rawFraction(), within(1e-6));
    }

    @Property
    void the_shrinkage_costs_the_least_growth_on_average(
            @ForAll @DoubleRange(min = 0.4, max = 0.9) double winRate,
            @ForAll @DoubleRange(min = 2, max = 5) double ratio,
            @ForAll @LongRange(min = 1, max = 1_000) long trades) {
        // Growth falls off with the square of the distance from the best stake. The estimate is spread around it by
        // the win rate's standard deviation, 1 / (2 sqrt(n)) at the most, one either side.
        KellyEdge edge = new KellyEdge(winRate, ratio, 1, trades);
        double best = edge.rawFraction();
        double spread = (1 + 1 / ratio) / (2 * Math.sqrt((double) trades));
        double shrinkage = edge.fraction() / best;

        double cost = cost(shrinkage, best, spread);

        assertThat(cost(shrinkage + 0.001, best, spread)).isGreaterThan(cost);
        assertThat(cost(shrinkage - 0.001, best, spread)).isGreaterThan(cost);
    }

    private static double cost(double shrinkage, double best, double spread) {
        double high = shrinkage * (best + spread) - best;
        double low = shrinkage * (best - spread) - best;
        return (high * high + low * low) / 2;
    }

    @Test
    void an_edge_is_read_from_a_record_of_trades() {
        assertThat(KellyEdge.ofProfits(200, -100, 0, 100, -50)).isEqualTo(new KellyEdge(0.5, 150, 75, 4));
        assertThat(KellyEdge.ofProfits(5, 5).fraction()).isZero();
        assertThat(KellyEdge.ofProfits(-5).fraction()).isZero();
        assertThat(KellyEdge.ofProfits()).isEqualTo(new KellyEdge(0, 0, 0, 0));
        assertThatThrownBy(() -> KellyEdge.ofProfits(1, Double.NaN)).hasMessage("profit must be finite, but was NaN");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void rk_8_no_edge_of_numbers_that_are_none(double bad) {
        assertThatThrownBy(() -> new KellyEdge(bad, 1, 1, 1)).hasMessage("winRate must be finite, but was " + bad);
        assertThatThrownBy(() -> new KellyEdge(0.5, bad, 1, 1)).hasMessage("averageWin must be finite, but was " + bad);
        assertThatThrownBy(() -> new KellyEdge(0.5, 1, bad, 1))
                .hasMessage("averageLoss must be finite, but was " + bad);
        assertThatThrownBy(() -> PositionSizers.kelly(GOOD, bad, 1))
                .hasMessage("fraction must be a fraction in (0, 1], but was " + bad);
        assertThatThrownBy(() -> PositionSizers.kelly(GOOD, bad))
                .hasMessage("cap must be a fraction in (0, 1], but was " + bad);
    }

    @Test
    void a_record_has_no_negative_number_of_trades() {
        assertThatThrownBy(() -> new KellyEdge(0.5, 1, 1, -1)).hasMessage("trades must be at least 0, but was -1");
    }
}
