package io.robotrader.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PortfolioRiskTest {
    private static final CorrelationMatrix THREE =
            Samples.matrix(new double[][] {{1, .5, .3}, {.5, 1, -.2}, {.3, -.2, 1}});
    private static final Map<String, Double> VOLATILITIES = Map.of("A", .02, "B", .01, "C", .03);

    @Test
    void risk_contributions_and_bets_are_what_numpy_says() {
        PortfolioRisk risk = PortfolioRisk.of(THREE, Map.of("A", .4, "B", -.3, "C", .2), VOLATILITIES);

        assertThat(risk.total()).isCloseTo(0.011, within(1e-12));
        assertThat(risk.contributions().get("A")).isCloseTo(6.03636364e-03, within(1e-11));
        assertThat(risk.contributions().get("B")).isCloseTo(5.45454545e-05, within(1e-11));
        assertThat(risk.contributions().get("C")).isCloseTo(4.90909091e-03, within(1e-11));
        assertThat(risk.effectiveBets()).isCloseTo(1.9157835669274574, within(1e-12));
        assertThat(risk.unknownPairs()).isZero();
    }

    @Test
    void independent_bets_are_counted_and_copies_are_one() {
        CorrelationMatrix apart = Samples.matrix(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
        CorrelationMatrix copies = Samples.matrix(new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}});
        Map<String, Double> equal = Map.of("A", 1.0, "B", 1.0, "C", 1.0);

        assertThat(PortfolioRisk.of(apart, equal).effectiveBets()).isCloseTo(3, within(1e-12));
        assertThat(PortfolioRisk.of(copies, equal).effectiveBets()).isCloseTo(1, within(1e-12));
        assertThat(PortfolioRisk.of(copies, Map.of("A", 1.0, "B", -1.0)).effectiveBets())
                .isCloseTo(1, within(1e-12));
        assertThat(PortfolioRisk.of(copies, Map.of("A", 1.0, "B", -1.0)).total())
                .isZero();
        assertThat(PortfolioRisk.of(copies, Map.of()).effectiveBets()).isZero();
    }

    @Test
    void the_largest_risks_still_give_finite_numbers() {
        PortfolioRisk risk = PortfolioRisk.of(THREE, Map.of("A", 1e60, "B", -1e60, "C", 1e-200));

        assertThat(risk.total()).isFinite();
        assertThat(risk.effectiveBets()).isBetween(1.0, 3.0);
        assertThat(risk.contributions().values())
                .allSatisfy(part -> assertThat(part).isFinite());
    }

    @Test
    void what_is_unknown_is_taken_to_add_up_long_or_short() {
        double unknown = Double.NaN;
        CorrelationMatrix matrix = Samples.matrix(new double[][] {{1, unknown}, {unknown, 1}});

        PortfolioRisk both = PortfolioRisk.of(matrix, Map.of("A", 1.0, "B", 2.0));
        PortfolioRisk hedge = PortfolioRisk.of(matrix, Map.of("A", 1.0, "B", -2.0, "NEVER", 0.0));

        assertThat(both.total()).isCloseTo(3, within(1e-12));
        assertThat(hedge.total()).isCloseTo(3, within(1e-12));
        assertThat(hedge.unknownPairs()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortfolioRisk.of(THREE, Map.of("A", Double.NaN)))
                .withMessage("weight of A must be finite, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortfolioRisk.of(THREE, Map.of("A", 1.0), Map.of("B", .1)))
                .withMessage("volatility of A must be finite and not negative, but was null");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortfolioRisk.of(THREE, Map.of("A", 1.0), Map.of("A", -.1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortfolioRisk.of(THREE, Map.of("A", 1e200), Map.of("A", 2.0)))
                .withMessage("weight x volatility of A must be at most 1.0E60 in size, but was 1.0E200 x 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortfolioRisk.of(THREE, Map.of("A", 1.0)).adding(Map.of("NEVER", Double.NaN)))
                .withMessage("weight of NEVER must be finite, but was NaN");
        CorrelationMatrix contradictory = Samples.matrix(new double[][] {{1, .9, .9}, {.9, 1, -.9}, {.9, -.9, 1}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortfolioRisk.of(contradictory, Map.of("A", -1.0, "B", 1.0, "C", 1.0)))
                .withMessageStartingWith("matrix must be positive semi-definite (see nearest()), but was ");
        PortfolioRisk.of(contradictory.nearest().orElseThrow(), Map.of("A", -1.0, "B", 1.0, "C", 1.0));
    }

    @Property(tries = 200)
    void contributions_add_up_and_the_total_is_at_most_the_sum(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int size) {
        Random random = new Random(seed);
        CorrelationMatrix matrix = Samples.odd(seed, size);
        Map<String, Double> weights = new HashMap<>();
        Map<String, Double> volatilities = new HashMap<>();
        matrix.symbols().forEach(symbol -> {
            weights.put(symbol, random.nextDouble(-1, 1));
            volatilities.put(symbol, random.nextDouble());
        });
        double sum = matrix.symbols().stream()
                .mapToDouble(symbol -> Math.abs(weights.get(symbol)) * volatilities.get(symbol))
                .sum();

        PortfolioRisk risk;
        try {
            risk = PortfolioRisk.of(matrix, weights, volatilities);
        } catch (IllegalArgumentException contradictory) {
            assertThat(matrix.isPositiveSemiDefinite()).isFalse();
            return;
        }

        assertThat(risk.contributions().values().stream().mapToDouble(c -> c).sum())
                .isCloseTo(risk.total(), within(1e-9));
        assertThat(risk.total()).isBetween(0.0, sum + 1e-9);
        assertThat(risk.effectiveBets()).isBetween(1 - 1e-9, size + 1e-9);
    }

    @Test
    void candidates_are_ranked_by_the_risk_that_is_left_and_signs_count() {
        PortfolioRisk held = PortfolioRisk.of(THREE, Map.of("A", 1.0));

        Diversification longs = held.adding(Map.of("B", .1, "C", .1));
        Diversification shorts = held.adding(Map.of("B", -.1, "C", -.1));

        assertThat(longs.ranked()).extracting(Diversification.Candidate::symbol).containsExactly("C", "B");
        assertThat(shorts.ranked())
                .extracting(Diversification.Candidate::symbol)
                .containsExactly("B", "C");
        Diversification.Candidate best = shorts.ranked().get(0);
        assertThat(best.correlation()).hasValueCloseTo(-.5, within(1e-12));
        assertThat(best.totalAfter()).isCloseTo(Math.sqrt(1 + .01 - .1), within(1e-12));
        assertThat(best.change()).isNegative().isCloseTo(best.totalAfter() - 1, within(1e-12));
        assertThat(best.weight()).isEqualTo(-.1);
    }

    @Test
    void a_candidate_that_is_held_is_added_to_and_an_empty_portfolio_has_nothing_to_be_alike_to() {
        assertThat(PortfolioRisk.of(THREE, Map.of("A", 1.0))
                        .adding(Map.of("A", -1.0))
                        .ranked()
                        .get(0)
                        .totalAfter())
                .isZero();
        assertThat(PortfolioRisk.of(THREE, Map.of())
                        .adding(Map.of("A", 1.0))
                        .ranked()
                        .get(0)
                        .correlation())
                .isEmpty();
    }

    @Test
    void candidates_without_enough_data_are_listed_as_such() {
        double unknown = Double.NaN;
        CorrelationMatrix matrix = Samples.matrix(new double[][] {{1, unknown, .9}, {unknown, 1, .9}, {.9, .9, 1}});
        PortfolioRisk held = PortfolioRisk.of(matrix, Map.of("A", 1.0), Map.of("A", .1, "B", .1));

        Diversification suggested = held.adding(Map.of("B", .1, "C", .1, "NEVER", .1, "A", .1));

        assertThat(suggested.ranked())
                .extracting(Diversification.Candidate::symbol)
                .containsExactly("A");
        assertThat(suggested.unknown()).containsExactly("B", "C", "NEVER");
    }

    @Test
    void volatilities_that_are_not_known_yet_are_not_taken_for_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PortfolioRisk.of(THREE, Map.of("A", .5), Map.of()))
                .withMessage("volatility of A must be finite and not negative, but was null");
    }
}
