package io.robotrader.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorrelatedPairTest {

    @Test
    void the_strongest_comes_first_whatever_its_sign_and_names_break_ties() {
        CorrelatedPair hedge = new CorrelatedPair("C", "D", -0.9, 40);
        CorrelatedPair alike = new CorrelatedPair("A", "B", 0.8, 40);
        CorrelatedPair tieByFirst = new CorrelatedPair("B", "C", -0.8, 40);
        CorrelatedPair tieBySecond = new CorrelatedPair("B", "D", 0.8, 40);

        assertThat(Stream.of(tieBySecond, tieByFirst, alike, hedge).sorted())
                .containsExactly(hedge, alike, tieByFirst, tieBySecond);
    }

    @Test
    void what_cannot_be_a_pair_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrelatedPair("B", "A", 0.5, 40))
                .withMessage("first must sort before second (A), but was B");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrelatedPair("A", "B", Double.NaN, 40))
                .withMessage("coefficient must be from -1 to 1, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrelatedPair("A", "B", 0.5, 1))
                .withMessage("observations must be at least 2, but was 1");
    }
}
