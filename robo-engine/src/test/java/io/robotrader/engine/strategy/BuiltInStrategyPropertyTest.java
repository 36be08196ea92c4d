package io.robotrader.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of all built-in strategies, and slow twins of theirs that keep every bar and look at all of them each time. */
class BuiltInStrategyPropertyTest {

    @Provide
    Arbitrary<List<Double>> closes() {
        return Prices.closes();
    }

    @Provide
    Arbitrary<Supplier<Strategy>> strategies() {
        return Arbitraries.of(
                () -> new Momentum(5),
                () -> new SmaCrossover(3, 8),
                () -> new MeanReversion(10, 1.5, 0.5),
                () -> new Breakout(6, 3));
    }

    @Property
    void the_currency_of_the_prices_does_not_matter(
            @ForAll("strategies") Supplier<Strategy> strategy,
            @ForAll("closes") List<Double> closes,
            @ForAll @IntRange(min = -10, max = 10) int power) {
        List<Double> scaled =
                closes.stream().map(close -> Math.scalb(close, power)).toList();

        List<Signal> plain = Prices.signals(strategy.get(), closes);
        List<Signal> other = Prices.signals(strategy.get(), scaled);

        assertThat(Prices.directions(other)).isEqualTo(Prices.directions(plain));
        for (int i = 0; i < plain.size(); i++) {
            if (plain.get(i) != null) {
                assertThat(other.get(i).confidence()).isCloseTo(plain.get(i).confidence(), within(1e-9));
            }
        }
    }

    @Property
    void what_was_said_does_not_hang_on_what_comes_after(
            @ForAll("strategies") Supplier<Strategy> strategy,
            @ForAll("closes") List<Double> closes,
            @ForAll("closes") List<Double> future) {
        List<Double> all = new ArrayList<>(closes);
        all.addAll(future);

        assertThat(Prices.signals(strategy.get(), all).subList(0, closes.size()))
                .isEqualTo(Prices.signals(strategy.get(), closes));
    }

    @Property
    void a_signal_is_a_change_and_names_its_strategy(
            @ForAll("strategies") Supplier<Strategy> strategy, @ForAll("closes") List<Double> closes) {
        Strategy asked = strategy.get();
        Direction before = Direction.FLAT;

        for (Signal signal : Prices.signals(asked, closes)) {
            if (signal != null) {
                assertThat(signal.direction()).isNotEqualTo(before);
                assertThat(signal.strategy()).isEqualTo(asked.name());
                before = signal.direction();
            }
        }
    }

    @Property
    void another_symbol_does_not_matter(
            @ForAll("strategies") Supplier<Strategy> strategy,
            @ForAll("closes") List<Double> closes,
            @ForAll("closes") List<Double> others) {
        Strategy mixed = strategy.get();
        List<Signal> own = new ArrayList<>();
        for (int i = 0; i < closes.size(); i++) {
            own.add(mixed.onBar(Prices.bar("AAPL", i, closes.get(i))).orElse(null));
            if (i < others.size()) {
                mixed.onBar(Prices.bar("MSFT", i, others.get(i)));
            }
        }

        assertThat(own).isEqualTo(Prices.signals(strategy.get(), closes));
    }

    @Property
    void momentum_is_what_its_slow_twin_says(@ForAll("closes") List<Double> closes) {
        int n = 5;
        Direction direction = Direction.FLAT;
        List<Signal> signals = Prices.signals(new Momentum(n), closes);

        for (int t = 0; t < closes.size(); t++) {
            Direction now = direction;
            if (t >= n && !closes.get(t).equals(closes.get(t - n))) {
                now = closes.get(t) > closes.get(t - n) ? Direction.LONG : Direction.SHORT;
            }
            double way = 0;
            for (int i = Math.max(1, t - n + 1); i <= t; i++) {
                way += Math.abs(closes.get(i) - closes.get(i - 1));
            }
            check(signals.get(t), direction, now, t < n ? 0 : Math.abs(closes.get(t) - closes.get(t - n)) / way);
            direction = now;
        }
    }

    @Property
    void the_crossover_is_what_its_slow_twin_says(@ForAll("closes") List<Double> closes) {
        Direction direction = Direction.FLAT;
        List<Signal> signals = Prices.signals(new SmaCrossover(3, 8), closes);

        for (int t = 0; t < closes.size(); t++) {
            Direction now = direction;
            double straight = 0;
            if (t >= 7) {
                // Times 24, so that the quarters are compared without rounding.
                double above = 8 * sum(closes, t, 3) - 3 * sum(closes, t, 8);
                now = above > 0 ? Direction.LONG : above < 0 ? Direction.SHORT : direction;
                double way = 0;
                for (int i = t - 6; i <= t; i++) {
                    way += Math.abs(closes.get(i) - closes.get(i - 1));
                }
                straight = Math.abs(closes.get(t) - closes.get(t - 7)) / way;
            }
            check(signals.get(t), direction, now, straight);
            direction = now;
        }
    }

    @Property
    void mean_reversion_is_what_its_slow_twin_says(@ForAll("closes") List<Double> closes) {
        Direction direction = Direction.FLAT;
        // Thresholds that no z of quarters meets exactly.
        List<Signal> signals = Prices.signals(new MeanReversion(10, 1.512345, 0.512345), closes);

        for (int t = 0; t < closes.size(); t++) {
            double z = t < 9 ? Double.NaN : z(closes.subList(t - 9, t + 1));
            Direction now = direction;
            if (z >= 1.512345) {
                now = Direction.SHORT;
            } else if (z <= -1.512345) {
                now = Direction.LONG;
            } else if ((direction == Direction.LONG && z >= -0.512345)
                    || (direction == Direction.SHORT && z <= 0.512345)) {
                now = Direction.FLAT;
            }
            check(signals.get(t), direction, now, now == Direction.FLAT ? 1 : Math.min(1, Math.abs(z) / 3.02469));
            direction = now;
        }
    }

    @Property
    void the_breakout_is_what_its_slow_twin_says(@ForAll("closes") List<Double> closes) {
        Breakout breakout = new Breakout(6, 3);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < closes.size(); i++) {
            bars.add(Prices.range(i, closes.get(i) - i % 3, closes.get(i), closes.get(i) + i % 2));
        }
        Direction direction = Direction.FLAT;

        for (int t = 0; t < bars.size(); t++) {
            Direction now = direction;
            double confidence = 1;
            double close = bars.get(t).close();
            if (t >= 6) {
                double top = high(bars, t, 6);
                double bottom = low(bars, t, 6);
                if (close > top || close < bottom) {
                    now = close > top ? Direction.LONG : Direction.SHORT;
                    double out = close > top ? close - top : bottom - close;
                    confidence = top == bottom ? 1 : Math.min(1, 0.5 + out / (top - bottom) / 2);
                } else if ((direction == Direction.LONG && close < low(bars, t, 3))
                        || (direction == Direction.SHORT && close > high(bars, t, 3))) {
                    now = Direction.FLAT;
                }
            }
            check(breakout.onBar(bars.get(t)).orElse(null), direction, now, confidence);
            direction = now;
        }
    }

    private static void check(Signal signal, Direction before, Direction now, double confidence) {
        if (now == before) {
            assertThat(signal).isNull();
        } else {
            assertThat(signal.direction()).isEqualTo(now);
            assertThat(signal.confidence()).isCloseTo(confidence, within(1e-9));
        }
    }

    private static double sum(List<Double> closes, int last, int count) {
        return closes.subList(last - count + 1, last + 1).stream()
                .mapToDouble(close -> close)
                .sum();
    }

    private static double z(List<Double> closes) {
        double mean = closes.stream().mapToDouble(close -> close).average().orElseThrow();
        double squares = closes.stream()
                .mapToDouble(close -> (close - mean) * (close - mean))
                .sum();
        return (closes.get(closes.size() - 1) - mean) / Math.sqrt(squares / closes.size());
    }

    private static double high(List<Bar> bars, int end, int count) {
        return bars.subList(end - count, end).stream()
                .mapToDouble(Bar::high)
                .max()
                .orElseThrow();
    }

    private static double low(List<Bar> bars, int end, int count) {
        return bars.subList(end - count, end).stream()
                .mapToDouble(Bar::low)
                .min()
                .orElseThrow();
    }
}
