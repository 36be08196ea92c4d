package io.robotrader.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.robotrader.correlation.CorrelationBatch;
import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.correlation.CorrelationSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import picocli.CommandLine;

class CorrelationBenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine bench =
            new CommandLine(new Bench()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void both_kernels_are_measured_each_in_a_jvm_that_has_it() {
        int exit = bench.execute("correlation", "--slice", "1", "--rounds", "1", "--sizes", "8,120");

        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("| whole table, 8, plain kernel |", "| whole table, 8, vector kernel |")
                .contains("| one price, 50 symbols, look-back 600 |", "| look-up by name, 500 |");
        assertThat(out.toString().contains("mvn -Pbench")).isNotEqualTo(OpenBlas.isThere());
    }

    @Test
    void slices_rounds_and_sizes_are_positive() {
        assertThat(bench.execute("correlation", "--rounds", "0")).isEqualTo(2);
        assertThat(bench.execute("correlation", "--slice", "-1")).isEqualTo(2);
        assertThat(bench.execute("correlation", "--sizes", "50,1")).isEqualTo(2);
        assertThat(err.toString()).contains("--slice and --rounds must be positive, and --sizes at least 2");
    }

    @Test
    void a_goal_that_compares_with_the_peer_is_left_out_where_that_is_not_there() {
        CorrelationDuels duels = new CorrelationDuels(new Duel(1, 1), new int[] {8}, false);

        assertThat(duels.goals()).noneMatch(goal -> goal.base().contains("OpenBLAS"));
        assertThat(duels.goals()).anyMatch(goal -> goal.base().contains("Commons Math"));
    }

    @Test
    void the_candidates_agree() {
        double[][] returns = BarScene.returns(8, 252);

        CorrelationMatrix matrix = new CorrelationBatch(
                        CorrelationSettings.defaults().withWindow(252, 60))
                .ofReturns(BarScene.symbols(8), returns);

        double expected = new PearsonsCorrelation(new Array2DRowRealMatrix(returns).transpose())
                .getCorrelationMatrix()
                .getEntry(7, 0);
        assertThat(matrix.get(7, 0)).isCloseTo(expected, within(1e-12)).isNotZero();
    }

    @Test
    void the_peer_agrees_where_it_is_there() {
        assumeTrue(OpenBlas.isThere());
        double[][] returns = BarScene.returns(8, 252);
        OpenBlas peer = new OpenBlas(8, 252);

        peer.correlate(returns);

        assertThat(peer.coefficient(7, 0))
                .isCloseTo(
                        new PearsonsCorrelation(new Array2DRowRealMatrix(returns).transpose())
                                .getCorrelationMatrix()
                                .getEntry(7, 0),
                        within(1e-12));
        assertThat(peer.coefficient(0, 7)).isEqualTo(peer.coefficient(7, 0));
    }

    @Test
    void the_cost_of_a_bar_is_drawn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("bar.svg");

        int exit = bench.execute(
                "correlation", "--slice", "1", "--rounds", "1", "--sizes", "3,9,27", "--plot", file.toString());

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("| 3 |", "| 9 |", "| 27 |", "drawn into " + file);
        Document svg =
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(svg.getElementsByTagName("circle").getLength()).isEqualTo(6);
        assertThat(svg.getDocumentElement().getTextContent()).contains("27 symbols");
    }

    @Test
    void both_axes_of_the_chart_go_by_powers_of_ten() {
        String svg = new LogLogChart("symbols", "time")
                .line("a", "red", new int[] {10, 100, 1000}, new double[] {1e3, 1e5, 1e6})
                .svg("A line");

        assertThat(svg).contains("M70 400L350 160L630 40", ">1 µs<", ">100 µs<", ">1 ms<", "a, 100 symbols: 100 µs");
        assertThat(LogLogChart.time(12.34)).isEqualTo("12.3 ns");
        assertThat(LogLogChart.time(1.2345e10)).isEqualTo("12.3 s");
        assertThat(LogLogChart.time(0.5)).isEqualTo("0.50 ns");
    }

    @Test
    void a_scene_goes_on_for_as_long_as_it_is_asked_to() {
        BarScene scene = new BarScene(5, 20);
        PriceScene prices = new PriceScene(3, 70);

        for (int i = 0; i < 1_000; i++) {
            scene.bar();
            assertThat(prices.price()).isPositive();
        }

        assertThat(scene.snapshot().get(4, 0)).isBetween(0.1, 0.9);
        assertThat(scene.snapshot().version()).isEqualTo(1_021);
    }
}
