package io.robotrader.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrelationBreaksTest {
    private static final BreakSettings THIRTY = new BreakSettings(30, 3, 1.5);

    private final CorrelationBreaks breaks = new CorrelationBreaks(THIRTY);
    private int day;

    private List<CorrelationBreak> observe(double ab, int observations) {
        double[][] coefficients = {{1, ab, .1}, {ab, 1, .1}, {.1, .1, 1}};
        MatrixDraft draft = new MatrixDraft(
                CorrelationSettings.defaults(), Samples.names(3), Feed.day(day++), 0, CorrelationMethod.PEARSON);
        draft.setAll((i, j) -> coefficients[i][j], (i, j) -> observations);
        return breaks.observe(draft.finish());
    }

    private void calm(int matrices) {
        for (int i = 0; i < matrices; i++) {
            assertThat(observe(.3 + (i % 2) * .01, 103)).isEmpty();
        }
    }

    @Test
    void a_pair_that_leaves_its_range_rings_once_and_once_more_when_it_is_back() {
        calm(30);

        List<CorrelationBreak> raised = observe(.6, 103);
        List<CorrelationBreak> stays = observe(.6, 103);
        List<CorrelationBreak> between = observe(.55, 103);
        List<CorrelationBreak> back = observe(.32, 103);

        assertThat(raised).hasSize(1);
        CorrelationBreak alarm = raised.get(0);
        assertThat(alarm.symbols()).containsExactly("A", "B");
        assertThat(alarm.isAboutAverage()).isFalse();
        assertThat(alarm.isRaised()).isTrue();
        assertThat(alarm.time()).isEqualTo(Feed.day(30));
        assertThat(alarm.usual()).isCloseTo(.305, within(.005));
        // The noise of 103 observations, 0.1, is more than the history varied.
        assertThat(alarm.deviation()).isCloseTo((FisherZ.of(.6) - FisherZ.of(alarm.usual())) / .1, within(1e-9));
        assertThat(stays).isEmpty();
        assertThat(between).isEmpty();
        assertThat(back).singleElement().satisfies(cleared -> {
            assertThat(cleared.isRaised()).isFalse();
            assertThat(cleared.coefficient()).isEqualTo(.32);
        });
    }

    @Test
    void a_new_level_becomes_the_usual_one() {
        calm(30);
        observe(.7, 103);
        List<CorrelationBreak> later = new ArrayList<>();

        for (int i = 0; i < 60; i++) {
            later.addAll(observe(.7, 103));
        }

        assertThat(later).singleElement().matches(cleared -> !cleared.isRaised());
        assertThat(later.get(0).usual()).isBetween(.3, .7);
    }

    @Test
    void a_move_that_noise_explains_does_not_ring() {
        calm(30);

        assertThat(observe(.6, 30)).isEmpty();
    }

    @Test
    void nothing_rings_before_there_is_a_history_or_without_enough_observations() {
        assertThat(observe(-.9, 103)).isEmpty();
        assertThat(observe(.9, 103)).isEmpty();
        day = 100;
        calm(30);
        assertThat(observe(.99, 3)).isEmpty();
    }

    @Test
    void the_average_rings_first_when_all_move_together() {
        CorrelationMatrix low = Samples.matrix(new double[][] {{1, .1, .1}, {.1, 1, .1}, {.1, .1, 1}});
        List<CorrelationBreak> found = List.of();
        for (int i = 0; i < 31; i++) {
            double r = i < 30 ? .1 : .9;
            MatrixDraft dated =
                    new MatrixDraft(low.settings(), low.symbols(), Feed.day(i), 0, CorrelationMethod.PEARSON);
            dated.setAll((a, b) -> a == b ? 1 : r, (a, b) -> 60);
            found = breaks.observe(dated.finish());
        }

        assertThat(found).hasSize(4);
        assertThat(found.get(0).isAboutAverage()).isTrue();
        assertThat(found.get(0).coefficient()).isCloseTo(.9, within(1e-12));
        assertThat(found.get(0).usual()).isCloseTo(.1, within(1e-12));
    }

    @Test
    void a_matrix_that_is_not_later_tells_nothing_and_perfect_ones_are_finite() {
        calm(30);
        day--;
        assertThat(observe(.9, 103)).isEmpty();
        assertThat(observe(1, 103))
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.deviation()).isFinite().isPositive());
        assertThat(breaks.observe(new CorrelationTracker(CorrelationSettings.defaults()).snapshot()))
                .isEmpty();
    }

    @Test
    void settings_outside_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BreakSettings(1, 3, 1))
                .withMessage("history must be at least 2, but was 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BreakSettings(10, Double.NaN, 1))
                .withMessage("raiseAt must be finite and above 0, but was NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BreakSettings(10, 3, 4))
                .withMessage("clearAt must be above 0 and at most raiseAt (3.0), but was 4.0");
        assertThat(BreakSettings.defaults()).isEqualTo(new BreakSettings(120, 3, 1.5));
    }
}
