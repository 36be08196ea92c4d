package io.robotrader.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.robotrader.examples.benchmark.DuelTable.Goal;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.Violation;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RiskBenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine bench =
            new CommandLine(new Bench()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void the_table_has_a_row_for_each_goal() {
        int exit = bench.execute("risk", "--slice", "1", "--rounds", "2");

        assertThat(exit).isZero();
        for (Goal goal : RiskDuels.GOALS) {
            assertThat(out.toString().lines())
                    .anyMatch(line -> line.startsWith("| " + goal.name() + " |") && line.contains(goal.base()));
        }
        assertThat(out.toString()).contains("24 limits on");
    }

    @Test
    void slices_and_rounds_are_positive() {
        assertThat(bench.execute("risk", "--rounds", "0")).isEqualTo(2);
        assertThat(bench.execute("risk", "--slice", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("--slice and --rounds must be positive");
        assertThatIllegalArgumentException().isThrownBy(() -> new Duel(0, 1)).withMessageContaining("sliceNanos");
        assertThatIllegalArgumentException().isThrownBy(() -> new Duel(1, 0)).withMessageContaining("rounds");
    }

    @Test
    void the_help_lists_the_benchmarks() {
        assertThat(bench.execute("--help")).isZero();
        assertThat(out.toString()).contains("risk").contains("exchange-core");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 200})
    void everybody_approves_the_good_order_and_the_bad_one_violates_five_limits(int positions) {
        GateScene scene = new GateScene(positions, false);

        assertThat(scene.check().violations()).isEmpty();
        assertThat(new GateScene(positions, true).check().violations()).isEmpty();
        assertThat(new ExchangeCorePeer(positions).place()).isTrue();
        assertThat(new BareSums(positions).check(10, 100, 95)).isTrue();
        assertThat(scene.refuse().violations())
                .extracting(Violation::kind)
                .containsExactly(
                        LimitKind.PRICE_COLLAR,
                        LimitKind.ORDER_NOTIONAL_LIMIT,
                        LimitKind.DAILY_NOTIONAL_LIMIT,
                        LimitKind.POSITION_SIZE_LIMIT,
                        LimitKind.PORTFOLIO_HEAT_LIMIT);
    }

    @Test
    void what_jmh_measures_succeeds_however_often_it_is_done() {
        GateBenchmark benchmark = new GateBenchmark();
        benchmark.positions = 20;
        benchmark.prepare();

        for (int i = 0; i < 3_000; i++) {
            benchmark.price();
            assertThat(benchmark.reserveAndClose()).isTrue();
            assertThat(benchmark.reserveAndBook()).isTrue();
        }
        assertThat(benchmark.check().isApproved()).isTrue();
        assertThat(benchmark.refuse().violations()).hasSize(5);
        assertThat(benchmark.explain().checks()).hasSize(GateScene.LIMITS);
        assertThat(benchmark.maxQuantity().quantity()).isEqualTo(100);
        assertThat(benchmark.bareSums()).isTrue();
        assertThat(benchmark.exchangeCore()).isTrue();
    }

    @Test
    void a_quantile_lies_between_the_numbers_beside_it() {
        double[] values = {4, 1, 3, 2};

        assertThat(Duel.quantile(values, 0)).isEqualTo(1);
        assertThat(Duel.quantile(values, 0.5)).isEqualTo(2.5);
        assertThat(Duel.quantile(values, 1)).isEqualTo(4);
    }

    @Test
    void an_unknown_candidate_is_told() {
        Duel duel = new Duel(1, 1);
        duel.add("a", times -> times);
        duel.run();

        assertThat(duel.seen()).isPositive();
        assertThatIllegalArgumentException().isThrownBy(() -> duel.times("b")).withMessageContaining("[a], but was b");
    }
}
