package io.robotrader.correlation;

import static io.robotrader.correlation.Feed.SMALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.junit.jupiter.api.Test;

class CorrelationBatchTest {
    private static final CorrelationSettings YEAR =
            CorrelationSettings.defaults().withWindow(252, 20);

    private static List<String> names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "S" + i).toList();
    }

    private static double[][] returns(long seed, int symbols, int observations) {
        Random random = new Random(seed);
        double[] common = random.doubles(observations, -0.02, 0.02).toArray();
        double[][] returns = new double[symbols][observations];
        for (int i = 0; i < symbols; i++) {
            double size = Math.pow(10, random.nextInt(7) - 4);
            double share = random.nextDouble() * 2 - 1;
            for (int t = 0; t < observations; t++) {
                returns[i][t] = size * (share * common[t] + 0.02 * random.nextGaussian());
            }
        }
        return returns;
    }

    @Property(tries = 30)
    void a_full_table_gives_what_commons_math_gives(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 140) int symbols) {
        double[][] returns = returns(seed, symbols, 252);
        // Not by PearsonsCorrelation: it takes the root of R squared, and loses half of the digits near zero.
        RealMatrix expected =
                new Covariance(MatrixUtils.createRealMatrix(returns).transpose()).getCovarianceMatrix();

        CorrelationMatrix matrix = new CorrelationBatch(YEAR).ofReturns(names(symbols), returns);

        assertThat(matrix.observations("S0", "S1")).isEqualTo(252);
        for (int i = 0; i < symbols; i++) {
            assertThat(matrix.get(i, i)).isEqualTo(1);
            for (int j = 0; j < symbols; j++) {
                assertThat(matrix.get(i, j)).isEqualTo(matrix.get(j, i)).isBetween(-1.0, 1.0);
                double deviations = Math.sqrt(expected.getEntry(i, i) * expected.getEntry(j, j));
                assertThat(matrix.get(i, j)).isCloseTo(expected.getEntry(i, j) / deviations, within(1e-10));
            }
        }
    }

    @Property(tries = 60)
    void returns_of_prices_give_what_a_tracker_gives(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int rows, @ForAll @IntRange(max = 2) int gaps) {
        Random random = new Random(seed);
        Map<String, SortedMap<Instant, Double>> prices = new HashMap<>();
        names(7).forEach(name -> prices.put(name, new TreeMap<>()));
        CorrelationTracker tracker = new CorrelationTracker(SMALL);
        for (int t = 0; t < rows; t++) {
            Map<String, Double> bar = new HashMap<>();
            for (int i = 0; i < 7; i++) {
                if (i < 4 || random.nextInt(10) >= 2 * gaps) {
                    bar.put("S" + i, i == 2 ? 12.34 : 50 + random.nextDouble());
                }
            }
            tracker.addBar(Feed.day(t), bar);
            Instant time = Feed.day(t);
            bar.forEach((symbol, price) -> prices.get(symbol).put(time, price));
        }

        CorrelationMatrix matrix = new CorrelationBatch(SMALL).ofReturns(AlignedReturns.ofPrices(prices));
        CorrelationMatrix expected = tracker.snapshot();

        for (String a : names(7)) {
            for (String b : names(7)) {
                assertThat(matrix.observations(a, b)).isEqualTo(expected.observations(a, b));
                assertThat(matrix.between(a, b).isPresent())
                        .isEqualTo(expected.between(a, b).isPresent());
                if (matrix.between(a, b).isPresent()) {
                    assertThat(matrix.coefficient(a, b)).isCloseTo(expected.coefficient(a, b), within(1e-10));
                }
            }
        }
        assertThat(matrix.asOf()).isEqualTo(expected.asOf());
        assertThat(matrix.version()).isZero();
    }

    @Test
    void returns_that_are_absent_count_for_no_pair() {
        double[][] returns = returns(1, 3, 30);
        returns[1][4] = Double.NaN;
        returns[2][5] = Double.NaN;
        double[][] without = new double[3][];
        for (int i = 0; i < 3; i++) {
            double[] column = returns[i];
            without[i] = IntStream.range(0, 30)
                    .filter(t -> t != 4 && t != 5)
                    .mapToDouble(t -> column[t])
                    .toArray();
        }

        CorrelationMatrix matrix = new CorrelationBatch(YEAR).ofReturns(names(3), returns);

        assertThat(matrix.observations("S1", "S2")).isEqualTo(28);
        assertThat(matrix.observations("S0", "S2")).isEqualTo(29);
        assertThat(matrix.observations("S0", "S0")).isEqualTo(30);
        assertThat(matrix.coefficient("S1", "S2"))
                .isCloseTo(
                        new CorrelationBatch(YEAR).ofReturns(names(3), without).coefficient("S1", "S2"), within(1e-12));
    }

    @Test
    void only_the_look_back_counts_and_it_may_be_too_short() {
        double[][] returns = returns(2, 3, 300);
        double[][] last = new double[3][];
        for (int i = 0; i < 3; i++) {
            last[i] = java.util.Arrays.copyOfRange(returns[i], 48, 300);
        }

        assertThat(new CorrelationBatch(YEAR).ofReturns(names(3), returns))
                .isEqualTo(new CorrelationBatch(YEAR).ofReturns(names(3), last));
        double[][] few = returns(3, 2, 19);
        assertThat(new CorrelationBatch(YEAR).ofReturns(names(2), few).between("S0", "S1"))
                .isEmpty();
        assertThat(new CorrelationBatch(YEAR).ofReturns(names(2), few).observations("S0", "S1"))
                .isEqualTo(19);
        assertThat(new CorrelationBatch(YEAR)
                        .ofReturns(List.of(), new double[0][])
                        .size())
                .isZero();
    }

    @Test
    void threads_make_no_difference_to_the_last_bit() {
        double[][] returns = returns(4, 150, 252);
        CorrelationBatch one = new CorrelationBatch(YEAR);

        for (int threads : new int[] {1, 2, 3, 64}) {
            assertThat(one.withThreads(threads).ofReturns(names(150), returns))
                    .isEqualTo(one.ofReturns(names(150), returns));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.withThreads(0))
                .withMessage("threads must be from 1 to 64, but was 0");
        assertThat(CorrelationBatch.usesVectorModule()).isTrue();
    }

    @Property(tries = 20)
    void neither_scale_nor_order_makes_a_difference(@ForAll long seed) {
        double[][] returns = returns(seed, 20, 100);
        List<Integer> order = new ArrayList<>(IntStream.range(0, 20).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        double[][] other = new double[20][];
        for (int i = 0; i < 20; i++) {
            double factor = 1 + order.get(i) * 100;
            other[i] = java.util.Arrays.stream(returns[order.get(i)])
                    .map(value -> value * factor)
                    .toArray();
        }

        CorrelationMatrix matrix = new CorrelationBatch(YEAR).ofReturns(names(20), returns);
        CorrelationMatrix changed = new CorrelationBatch(YEAR).ofReturns(names(20), other);

        for (int i = 0; i < 20; i++) {
            for (int j = 0; j < 20; j++) {
                assertThat(changed.get(i, j)).isCloseTo(matrix.get(order.get(i), order.get(j)), within(1e-12));
            }
        }
    }

    @Test
    void what_cannot_be_right_is_refused() {
        CorrelationBatch batch = new CorrelationBatch(SMALL);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch.ofReturns(List.of("A", "A"), new double[2][3]))
                .withMessage("symbols must be each there once, but A was there twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch.ofReturns(List.of("A"), new double[2][3]))
                .withMessage("returns must be of 1 symbols, but was of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch.ofReturns(List.of("A", "B"), new double[][] {{1}, {1, 2}}))
                .withMessage("returns must be equally many for all symbols, but was not");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> batch.ofReturns(List.of("A"), new double[][] {{0, 2e100}}))
                .withMessage("return of A in row 1 must be at most 1.0E100 in size, but was 2.0E100");
    }
}
