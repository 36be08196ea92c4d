package io.robotrader.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CorrelationMomentsTest {
    private static final CorrelationSettings SETTINGS =
            CorrelationSettings.defaults().withWindow(100, 5);
    private static final List<String> NAMES = List.of("A", "B", "C", "D", "E", "F");

    private static double[][] returns(Random random) {
        double[][] returns = new double[6][100];
        for (int t = 0; t < 100; t++) {
            double common = random.nextGaussian();
            for (int i = 0; i < 6; i++) {
                boolean absent = i > 2 && random.nextInt(5) == 0;
                returns[i][t] = absent ? Double.NaN : Math.pow(10, i - 4) * (3 + common + random.nextGaussian());
            }
        }
        return returns;
    }

    private static double[] at(double[][] returns, int first, int t) {
        return new double[] {returns[first][t], returns[first + 1][t]};
    }

    private static CorrelationMoments block(double[][] returns, int row, int column, int from, int to) {
        CorrelationMoments moments =
                new CorrelationMoments(NAMES.subList(row, row + 2), NAMES.subList(column, column + 2));
        for (int t = from; t < to; t++) {
            moments.addReturns(at(returns, row, t), at(returns, column, t));
        }
        return moments;
    }

    private static CorrelationMoments copy(CorrelationMoments moments) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new ObjectOutputStream(bytes).writeObject(moments);
            return (CorrelationMoments)
                    new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Property(tries = 50)
    void blocks_and_ranges_put_together_in_any_order_give_the_whole(@ForAll long seed) {
        Random random = new Random(seed);
        double[][] returns = returns(random);
        int one = random.nextInt(101);
        int two = one + random.nextInt(101 - one);
        List<CorrelationMoments> blocks = new ArrayList<>();

        for (int row = 0; row < 6; row += 2) {
            for (int column = 0; column <= row; column += 2) {
                List<CorrelationMoments> ranges = new ArrayList<>(List.of(
                        block(returns, row, column, 0, one),
                        block(returns, row, column, one, two),
                        copy(block(returns, row, column, two, 100))));
                Collections.shuffle(ranges, random);
                ranges.get(1).merge(ranges.get(2));
                ranges.get(0).merge(ranges.get(1));
                blocks.add(ranges.get(0));
            }
        }
        Collections.shuffle(blocks, random);

        CorrelationMatrix matrix = CorrelationMoments.matrix(SETTINGS, blocks);
        CorrelationMatrix whole = new CorrelationBatch(SETTINGS).ofReturns(NAMES, returns);
        assertThat(matrix.symbols()).isEqualTo(NAMES);
        for (String a : NAMES) {
            assertThat(matrix.between(a, a)).hasValue(1);
            for (String b : NAMES) {
                assertThat(matrix.observations(a, b)).isEqualTo(whole.observations(a, b));
                assertThat(matrix.coefficient(a, b)).isCloseTo(whole.coefficient(a, b), within(1e-10));
            }
        }
    }

    @Test
    void a_pair_in_no_block_or_with_too_few_observations_is_unknown() {
        double[][] returns = returns(new Random(1));

        CorrelationMatrix matrix =
                CorrelationMoments.matrix(SETTINGS, List.of(block(returns, 0, 0, 0, 50), block(returns, 4, 0, 0, 4)));

        assertThat(matrix.between("A", "B")).isPresent();
        assertThat(matrix.between("E", "F")).isEmpty();
        assertThat(matrix.observations("E", "F")).isZero();
        assertThat(matrix.between("A", "E")).isEmpty();
        assertThat(matrix.between("E", "E")).isEmpty();
    }

    @Test
    void what_does_not_fit_is_refused() {
        double[][] returns = returns(new Random(1));
        CorrelationMoments moments = block(returns, 0, 2, 0, 9);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> moments.merge(block(returns, 0, 4, 0, 9)))
                .withMessage("other must have the same rows and columns, but was of [A, B] and [E, F]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorrelationMoments.matrix(SETTINGS, List.of(moments, block(returns, 2, 0, 0, 9))))
                .withMessage("blocks must have each pair once, but C and A were in two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moments.addReturns(new double[1], new double[2]))
                .withMessage("rowReturns must be 2, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> moments.addReturns(new double[2], new double[] {0, -2e100}))
                .withMessage("columnReturns must be at most 1.0E100 in size, but was -2.0E100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrelationMoments(List.of("A", "A"), NAMES))
                .withMessage("rows must be at least one name, each once, but was [A, A]");
        assertThatIllegalArgumentException().isThrownBy(() -> new CorrelationMoments(NAMES, List.of()));
    }
}
