package io.robotrader.correlation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both kernels under the same tests; the build's tests run with the vector module. */
class ProductKernelTest {

    private static ProductKernel kernel(String name) {
        return name.equals("plain") ? new PlainKernel() : new VectorKernel();
    }

    private static double[][] columns(int symbols, int observations) {
        Random random = new Random(symbols * 1000L + observations);
        double[][] columns = new double[symbols][];
        for (int i = 0; i < symbols; i++) {
            columns[i] = random.doubles(observations, -1, 1).toArray();
        }
        return columns;
    }

    private static double[][] triangle(int symbols) {
        double[][] out = new double[symbols][];
        for (int i = 0; i < symbols; i++) {
            out[i] = new double[ProductKernel.rowLength(i)];
            java.util.Arrays.fill(out[i], 99);
        }
        return out;
    }

    private static void assertProducts(ProductKernel kernel, int symbols, int observations) {
        double[][] columns = columns(symbols, observations);
        double[][] out = triangle(symbols);
        kernel.begin(symbols, observations);
        for (int i = 0; i < symbols; i++) {
            kernel.put(i, columns[i], 0, 0.25, 2);
        }

        int half = symbols / 2 / ProductKernel.STEP * ProductKernel.STEP;
        kernel.products(out, half, symbols);
        kernel.products(out, 0, half);

        for (int i = 0; i < symbols; i++) {
            for (int j = 0; j <= i; j++) {
                double expected = 0;
                for (int t = 0; t < observations; t++) {
                    expected += (columns[i][t] - 0.25) * 2 * ((columns[j][t] - 0.25) * 2);
                }
                assertThat(out[i][j]).as("%s, %s", i, j).isCloseTo(expected, within(1e-12 * (1 + observations)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void the_products_are_those_of_the_definition_whatever_the_size(String name) {
        ProductKernel kernel = kernel(name);

        // One kernel for all sizes, larger and smaller by turns: what was left behind must not show.
        for (int symbols : new int[] {130, 1, 2, 17, 3, 16, 64, 5, 33, 200}) {
            for (int observations : new int[] {300, 1, 2, 7, 28, 129, 252}) {
                assertProducts(kernel, symbols, observations);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"plain", "vector"})
    void a_product_allocates_nothing(String name) {
        ProductKernel kernel = kernel(name);
        double[][] columns = columns(130, 252);
        double[][] out = triangle(130);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;

        // Until it is compiled the vector kernel makes objects of its vectors, so the last of many rounds counts.
        for (int round = 0; round < 400 && least > 0; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int times = 0; times < 5; times++) {
                kernel.begin(130, 252);
                for (int i = 0; i < 130; i++) {
                    kernel.put(i, columns[i], 0, 0, 1);
                }
                kernel.products(out, 0, 130);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }

        assertThat(least).isZero();
    }
}
