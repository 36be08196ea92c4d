package io.robotrader.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlignedReturnsTest {

    @Test
    void returns_of_prices_are_absent_where_there_is_no_price_before_or_now() {
        AlignedReturns returns = AlignedReturns.ofPrices(
                Map.of("B", Feed.series(0, 1, 2, Double.NaN, 3), "A", Feed.series(1, 4, 5, 10), "C", Feed.series(0)));

        assertThat(returns.symbols()).containsExactly("A", "B", "C");
        assertThat(returns.times()).containsExactly(Feed.day(0), Feed.day(1), Feed.day(2), Feed.day(3));
        assertThat(returns.get(0, 1)).isNaN();
        assertThat(returns.get(0, 3)).isEqualTo(1);
        assertThat(returns.get(1, 1)).isEqualTo(1);
        assertThat(returns.get(1, 2)).isNaN();
        assertThat(returns.get(1, 3)).isEqualTo(0.5);
        assertThat(returns.get(2, 3)).isNaN();
        assertThat(returns).hasToString("AlignedReturns[3 symbols, 4 rows]");
    }

    @Test
    void a_return_over_two_days_is_not_set_against_one_over_a_day() {
        AlignedReturns returns = AlignedReturns.ofPrices(
                Map.of("A", Feed.series(0, 1, 2, 3, 5), "B", Feed.series(0, 1, 2, Double.NaN, 3)));

        assertThat(returns.isShared(0, 1, 1)).isTrue();
        assertThat(returns.isShared(0, 1, 3)).isFalse();
        assertThat(returns.complete().times()).containsExactly(Feed.day(1));
    }

    @Test
    void the_last_rows_are_the_last_and_too_many_are_all() {
        AlignedReturns returns = Samples.EIGHT;

        assertThat(returns.last(2).times()).containsExactly(Feed.day(6), Feed.day(7));
        assertThat(returns.last(2).get(3, 0)).isEqualTo(.015);
        assertThat(returns.last(99)).isSameAs(returns);
        assertThat(returns.complete()).isSameAs(returns);
    }

    @Test
    void it_keeps_its_own_copy_and_equals_what_holds_the_same() {
        double[][] columns = {{1, 2}, {3, Double.NaN}};
        AlignedReturns returns = Samples.columns(columns);

        columns[0][0] = 9;

        assertThat(returns.get(0, 0)).isEqualTo(1);
        assertThat(returns)
                .isEqualTo(Samples.columns(new double[][] {{1, 2}, {3, Double.NaN}}))
                .hasSameHashCodeAs(Samples.columns(new double[][] {{1, 2}, {3, Double.NaN}}))
                .isNotEqualTo(Samples.columns(columns))
                .isNotEqualTo("a string");
    }

    @Test
    void what_does_not_fit_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlignedReturns.of(List.of("A", "A"), List.of(), new double[2][0]))
                .withMessage("symbols must be different, but was [A, A]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlignedReturns.of(List.of(" "), List.of(), new double[1][0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlignedReturns.of(List.of("A"), List.of(), new double[0][0]))
                .withMessage("returns must have a column for each of 1 symbols, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlignedReturns.of(List.of("A"), List.of(Feed.day(0)), new double[1][0]))
                .withMessage("returns of A must be 1, one a row, but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlignedReturns.of(List.of("A"), List.of(Feed.day(0), Feed.day(0)), new double[1][2]))
                .withMessageStartingWith("times must ascend, but was ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlignedReturns.of(
                        List.of("A"), List.of(Feed.day(0)), new double[][] {{Double.POSITIVE_INFINITY}}))
                .withMessage("return of A in row 0 must be at most 1.0E100 in size, but was Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.EIGHT.last(-1))
                .withMessage("rows must be at least 0, but was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlignedReturns.ofPrices(Map.of("A", Feed.series(0, 1, -2))))
                .withMessageContaining("must be finite and above 0");
    }
}
