package io.robotrader.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.robotrader.engine.strategy.Signal.Direction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInStrategyTest {

    @Test
    void ft_1_mean_reversion_goes_in_at_the_band_and_out_near_the_mean() {
        // The mean of the ten closes up to 94 is 99.45 and their deviation 1.823.
        List<Double> closes = new ArrayList<>(Collections.nCopies(8, 100.0));
        Collections.addAll(closes, 100.5, 94.0, 100.0, 106.0);

        List<Signal> signals = Prices.signals(new MeanReversion(10, 2, 0.5), closes);

        assertThat(Prices.directions(signals).subList(9, 12))
                .containsExactly(Direction.LONG, Direction.FLAT, Direction.SHORT);
        assertThat(signals.get(9).reason()).isEqualTo("-2.99 deviations from the mean 99.4500 of 10");
        assertThat(signals.get(10).confidence()).isEqualTo(1);
    }

    @Test
    void prices_that_do_not_move_raise_no_signal_whatever_was_before() {
        for (Strategy strategy : List.of(new MeanReversion(10, 2, 0.5), new SmaCrossover(3, 8), new Breakout(5, 3))) {
            Prices.signals(strategy, List.of(3.1, 57.7, 12.3, 9.9));

            List<Signal> signals = Prices.signals(strategy, Collections.nCopies(60, 0.1));

            assertThat(signals.subList(20, 60)).containsOnlyNulls();
        }
    }

    @Test
    void a_breakout_leaves_by_the_shorter_channel() {
        List<Signal> signals = Prices.signals(new Breakout(4, 2), List.of(10.0, 11.0, 12.0, 11.0, 13.0, 14.0, 12.5));

        assertThat(Prices.directions(signals))
                .containsExactly(null, null, null, null, Direction.LONG, null, Direction.FLAT);
        assertThat(signals.get(4).confidence()).isEqualTo(0.75);
        assertThat(signals.get(4).reason()).isEqualTo("13.0000 is outside 10.0000 to 12.0000 of 4 bars");
        assertThat(signals.get(6).reason()).isEqualTo("12.5000 is outside 13.0000 to 14.0000 of 2 bars");
    }

    @Test
    void a_close_on_the_edge_has_not_broken_out() {
        assertThat(Prices.signals(new Breakout(3, 1), List.of(10.0, 11.0, 10.5, 11.0, 10.5)))
                .containsOnlyNulls();
    }

    @Test
    void the_crossover_of_the_python_program_takes_its_side_with_the_twentieth_bar() {
        List<Double> rising = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            rising.add(100.0 + i);
        }

        List<Signal> signals = Prices.signals(new SmaCrossover(10, 20), rising);

        assertThat(signals.subList(0, 19)).containsOnlyNulls();
        assertThat(signals.get(19))
                .isEqualTo(
                        new Signal("sma-10-20", "AAPL", Direction.LONG, "mean of 10 at 114.5000, of 20 at 109.5000"));
        assertThat(signals.subList(20, 25)).containsOnlyNulls();
    }

    @Test
    void a_crooked_way_makes_less_sure_than_a_straight_one() {
        List<Signal> signals = Prices.signals(new Momentum(4), List.of(100.0, 102.0, 101.0, 103.0, 102.0));

        assertThat(signals.get(4).confidence()).isEqualTo(2.0 / 6);
    }

    @Test
    void wrong_numbers_are_refused() {
        refused(() -> new SmaCrossover(0, 5), "fast must be at least 1, but was 0");
        refused(() -> new SmaCrossover(5, 5), "slow must be above fast 5, but was 5");
        refused(() -> new MeanReversion(1, 2, 0), "period must be at least 2, but was 1");
        refused(
                () -> new MeanReversion(5, 2, 0),
                "entry must be positive and below 2.0, the square root of period - 1, but was 2.0");
        refused(
                () -> new MeanReversion(5, Double.NaN, 0),
                "entry must be positive and below 2.0, the square root of period - 1, but was NaN");
        refused(() -> new MeanReversion(20, 2, 2), "exit must be at least 0 and below the entry 2.0, but was 2.0");
        refused(() -> new MeanReversion(20, 2, -0.1), "exit must be at least 0 and below the entry 2.0, but was -0.1");
        refused(() -> new Breakout(0, 1), "entry must be at least 1, but was 0");
        refused(() -> new Breakout(5, 6), "exit must be at least 1 and at most the entry 5, but was 6");
        refused(() -> new Breakout(5, 0), "exit must be at least 1 and at most the entry 5, but was 0");
        refused(
                () -> new Signal("mine", "AAPL", Direction.LONG, "why", 1.1),
                "confidence must lie from 0 to 1, but was 1.1");
        refused(
                () -> new Signal("mine", "AAPL", Direction.LONG, "why", Double.NaN),
                "confidence must lie from 0 to 1, but was NaN");
    }

    private static void refused(Runnable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessage(message);
    }
}
