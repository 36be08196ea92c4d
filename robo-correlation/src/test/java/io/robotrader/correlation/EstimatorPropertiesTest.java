package io.robotrader.correlation;

import static io.robotrader.correlation.Samples.FROM_TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

class EstimatorPropertiesTest {
    private static final List<CorrelationEstimator> RANKS =
            List.of(CorrelationEstimator.spearman(), CorrelationEstimator.kendall());
    private static final List<CorrelationEstimator> ALL = List.of(
            CorrelationEstimator.pearson(),
            CorrelationEstimator.ewma(0.95),
            RANKS.get(0),
            RANKS.get(1),
            LedoitWolf.toIdentity(),
            LedoitWolf.toConstantCorrelation());

    @Property(tries = 200)
    void rank_estimators_are_what_commons_math_says_with_ties(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 60) int n) {
        Random random = new Random(seed);
        int levels = 1 + random.nextInt(2 * n);
        double[] x = random.ints(n, 0, levels + 1).asDoubleStream().toArray();
        double[] y = random.ints(n, 0, levels + 1).asDoubleStream().toArray();
        CorrelationMatrix spearman = RANKS.get(0).estimate(Samples.columns(new double[][] {x, y}), FROM_TWO);
        CorrelationMatrix kendall = RANKS.get(1).estimate(Samples.columns(new double[][] {x, y}), FROM_TWO);

        if (Arrays.stream(x).distinct().count() < 2
                || Arrays.stream(y).distinct().count() < 2) {
            assertThat(spearman.between("A", "B")).isEmpty();
            assertThat(kendall.between("A", "B")).isEmpty();
        } else {
            assertThat(spearman.coefficient("A", "B"))
                    .isCloseTo(new SpearmansCorrelation().correlation(x, y), within(1e-10));
            assertThat(kendall.coefficient("A", "B"))
                    .isCloseTo(new KendallsCorrelation().correlation(x, y), within(1e-10));
        }
    }

    @Property(tries = 100)
    void the_estimator_and_the_tracker_say_the_same_of_the_same_prices(@ForAll long seed) {
        Random random = new Random(seed);
        CorrelationSettings settings = FROM_TWO.withWindow(4 + random.nextInt(8), 3);
        CorrelationTracker tracker = new CorrelationTracker(settings);
        Map<String, SortedMap<Instant, Double>> prices = new TreeMap<>();
        for (String symbol : Samples.names(4)) {
            SortedMap<Instant, Double> series = new TreeMap<>();
            for (int day = random.nextInt(3); day < 16; day++) {
                if (random.nextDouble() < 0.8) {
                    series.put(Feed.day(day), 10 + random.nextInt(5) * 1.5);
                }
            }
            series.put(Feed.day(17), 12.0);
            prices.put(symbol, series);
            tracker.addSeries(symbol, series);
        }

        CorrelationMatrix estimated =
                CorrelationEstimator.pearson().estimate(AlignedReturns.ofPrices(prices), settings);
        CorrelationMatrix handedOut = CorrelationEstimator.pearson().estimate(tracker.returns(), settings);

        assertThat(estimated).isEqualTo(handedOut);
        assertClose(estimated, tracker.snapshot(), 1e-9);
        assertThat(tracker.returns()).isEqualTo(AlignedReturns.ofPrices(prices).last(settings.lookback()));
    }

    @Property(tries = 100)
    void pearson_over_all_at_once_is_pearson_pair_by_pair(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size, @ForAll boolean gaps) {
        AlignedReturns returns = Samples.columns(Samples.random(seed, size, 60, gaps ? 0.02 : 0));
        CorrelationEstimator pairByPair = new PairwiseEstimator(
                CorrelationMethod.PEARSON, sample -> WeightedPearson.coefficient(sample.x(), sample.y()));

        CorrelationMatrix matrix = CorrelationEstimator.pearson().estimate(returns, FROM_TWO.withWindow(50, 3));

        assertThat(matrix.asOf()).hasValue(Feed.day(59));
        assertThat(matrix.method()).isEqualTo(CorrelationMethod.PEARSON);
        assertClose(matrix, pairByPair.estimate(returns, FROM_TWO.withWindow(50, 3)), 1e-12);
    }

    @Property(tries = 60)
    void no_estimator_depends_on_scale_or_order(@ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int size) {
        double[][] returns = Samples.random(seed, size, 40, 0);
        double[][] turned = new double[size][];
        for (int i = 0; i < size; i++) {
            double scale = i + 0.5;
            turned[size - 1 - i] = Arrays.stream(returns[i]).map(r -> scale * r).toArray();
        }

        for (CorrelationEstimator estimator : ALL) {
            CorrelationMatrix one = estimator.estimate(Samples.columns(returns), FROM_TWO);
            CorrelationMatrix other = estimator.estimate(Samples.columns(turned), FROM_TWO);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    assertThat(other.get(size - 1 - i, size - 1 - j)).isCloseTo(one.get(i, j), within(1e-9));
                }
            }
        }
    }

    @Property(tries = 60)
    void rank_estimators_see_only_the_order_of_returns(@ForAll long seed) {
        double[][] returns = Samples.random(seed, 3, 30, 0.1);
        double[][] bent = Arrays.stream(returns)
                .map(column -> Arrays.stream(column).map(Math::exp).toArray())
                .toArray(double[][]::new);

        for (CorrelationEstimator estimator : RANKS) {
            assertThat(estimator.estimate(Samples.columns(bent), FROM_TWO))
                    .isEqualTo(estimator.estimate(Samples.columns(returns), FROM_TWO));
        }
    }

    @Property(tries = 100)
    void shrinkage_is_between_nothing_and_all_and_cannot_contradict_itself(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 25) int size,
            @ForAll @IntRange(min = 3, max = 30) int rows) {
        AlignedReturns returns = Samples.columns(Samples.random(seed, size, rows, 0));

        for (LedoitWolf estimator : List.of(LedoitWolf.toIdentity(), LedoitWolf.toConstantCorrelation())) {
            assertThat(estimator.intensity(returns)).isBetween(0.0, 1.0);
            assertThat(estimator.estimate(returns, FROM_TWO).isPositiveSemiDefinite())
                    .isTrue();
        }
    }

    @Property(tries = 30)
    void a_slow_decay_comes_to_pearson(@ForAll long seed) {
        AlignedReturns returns = Samples.columns(Samples.random(seed, 4, 40, 0.1));

        assertClose(
                CorrelationEstimator.ewma(1 - 1e-9).estimate(returns, FROM_TWO),
                CorrelationEstimator.pearson().estimate(returns, FROM_TWO),
                1e-6);
    }

    private static void assertClose(CorrelationMatrix one, CorrelationMatrix other, double apart) {
        List<String> symbols = one.symbols();
        assertThat(other.symbols()).containsExactlyInAnyOrderElementsOf(symbols);
        IntStream.range(0, symbols.size() * symbols.size()).forEach(cell -> {
            String a = symbols.get(cell / symbols.size());
            String b = symbols.get(cell % symbols.size());
            assertThat(one.observations(a, b)).isEqualTo(other.observations(a, b));
            assertThat(one.between(a, b).isPresent())
                    .isEqualTo(other.between(a, b).isPresent());
            one.between(a, b).ifPresent(r -> assertThat(other.coefficient(a, b)).isCloseTo(r, within(apart)));
        });
    }
}
