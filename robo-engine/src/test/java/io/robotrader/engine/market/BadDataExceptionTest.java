package io.robotrader.engine.market;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class BadDataExceptionTest {
    @Test
    void there_is_no_refusal_without_a_problem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BadDataException(List.of(), 0))
                .withMessage("problems must not be empty, but was []");
    }

    @Test
    void the_count_includes_those_listed() {
        DataProblem problem = new DataProblem("x.csv", 2, "Open", "0", "must be positive");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BadDataException(List.of(problem, problem), 1))
                .withMessage("problemCount must be at least the 2 listed, but was 1");
    }
}
