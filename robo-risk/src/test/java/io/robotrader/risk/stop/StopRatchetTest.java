package io.robotrader.risk.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.risk.account.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** OV-16: whatever prices and ranges do, a stop only tightens. */
class StopRatchetTest {

    /** A bar as four prices from low to high, and the average true range after it. */
    record Bar(double open, double high, double low, double close, double atr) {}

    @Provide
    Arbitrary<List<Bar>> bars() {
        Arbitrary<Double> price = Arbitraries.doubles().between(1, 400);
        Arbitrary<Double> atr = Arbitraries.doubles().between(0.01, 60);
        return Combinators.combine(price.list().ofSize(4), atr)
                .as((prices, range) -> {
                    double high = Collections.max(prices);
                    double low = Collections.min(prices);
                    return new Bar(prices.get(0), high, low, prices.get(3), range);
                })
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<StopRule> rules() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(0.01, 0.99).map(StopRules::fraction),
                Arbitraries.doubles().between(0.01, 99).map(StopRules::distance),
                Arbitraries.doubles().between(0.1, 9).map(StopRules::atr));
    }

    @Property
    void ov_16_a_longs_stop_never_falls_and_a_shorts_never_rises(
            @ForAll Side opened, @ForAll("rules") StopRule rule, @ForAll("bars") List<Bar> bars) {
        for (boolean trailing : new boolean[] {true, false}) {
            Stop stop = open(opened, rule, trailing);
            for (Bar bar : bars) {
                Stop next = stop.withAtr(bar.atr).onBar(bar.open, bar.high, bar.low, bar.close);

                assertThat(opened.sign() * (next.price() - stop.price()) >= 0).isTrue();
                assertThat(next.isHit() || !stop.isHit()).as("hit stays hit").isTrue();
                assertThat(next.isHit()).isEqualTo(next.exit().isPresent());
                stop = next;
            }
        }
    }

    @Property
    void the_exit_is_a_price_of_the_bar_and_never_better_than_the_stop(
            @ForAll Side opened, @ForAll("rules") StopRule rule, @ForAll("bars") List<Bar> bars) {
        Stop stop = open(opened, rule, true);
        for (Bar bar : bars) {
            Stop next = stop.withAtr(bar.atr).onBar(bar.open, bar.high, bar.low, bar.close);
            if (next.isHit()) {
                double exit = next.exit().getAsDouble();
                assertThat(exit).isBetween(bar.low, bar.high);
                assertThat(opened.sign() * (exit - next.price())).isNotPositive();
                return;
            }
            double worst = opened == Side.BUY ? bar.low : bar.high;
            assertThat(opened.sign() * (worst - stop.price()))
                    .as("a stop that was reached is hit")
                    .isPositive();
            assertThat(opened.sign() * (bar.close - next.price())).isPositive();
            stop = next;
        }
    }

    /** The slow twin keeps all prices, and places the stop afresh from the best of them and the entry. */
    @Property
    void a_trailing_distance_is_counted_from_the_best_price_since_the_entry(
            @ForAll Side opened, @ForAll("bars") List<Bar> bars) {
        List<Double> seen = new ArrayList<>(List.of(100.0));
        Stop stop = Stop.trailing(opened, 100, StopRules.distance(20), OptionalDouble.empty());
        for (Bar bar : bars) {
            stop = stop.onPrice(bar.close);
            if (stop.isHit()) {
                return;
            }
            seen.add(bar.close);
            double twin = opened == Side.BUY ? Collections.max(seen) - 20 : Collections.min(seen) + 20;
            assertThat(stop.price()).isCloseTo(twin, within(1e-9));
        }
    }

    /** A short position is a long one in a mirror: the price p there is 1000 - p here. */
    @Property
    void short_is_the_mirror_of_long(@ForAll("bars") List<Bar> bars) {
        Stop bought = Stop.trailing(Side.BUY, 500, StopRules.distance(120), OptionalDouble.empty());
        Stop sold = Stop.trailing(Side.SELL, 500, StopRules.distance(120), OptionalDouble.empty());
        for (Bar bar : bars) {
            bought = bought.onBar(whole(bar.open), whole(bar.high), whole(bar.low), whole(bar.close));
            sold = sold.onBar(
                    1_000 - whole(bar.open), 1_000 - whole(bar.low), 1_000 - whole(bar.high), 1_000 - whole(bar.close));

            assertThat(sold.price()).isEqualTo(1_000 - bought.price());
            assertThat(sold.exit().orElse(0))
                    .isEqualTo(bought.exit().isPresent() ? 1_000 - bought.exit().getAsDouble() : 0);
        }
    }

    private static double whole(double price) {
        return Math.rint(price) + 300;
    }

    private static Stop open(Side opened, StopRule rule, boolean trailing) {
        OptionalDouble atr = OptionalDouble.of(10);
        return trailing ? Stop.trailing(opened, 100, rule, atr) : Stop.protective(opened, 100, rule, atr);
    }
}
