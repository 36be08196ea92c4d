package io.robotrader.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.robotrader.engine.market.QualityVerdict.Outcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityBoundsTest {

    private static final QualityBounds DEFAULTS = QualityBounds.defaults();
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void bounds_can_be_changed_one_by_one() {
        QualityBounds bounds = DEFAULTS.withAges(SECOND, SECOND.multipliedBy(2))
                .withJumps(5, 0.01, 0.5)
                .withPatience(10, 2);

        assertThat(bounds)
                .isEqualTo(new QualityBounds(
                        SECOND, SECOND.multipliedBy(2), Duration.ofSeconds(5), 5, 0.01, 0.5, 10, 2, 0.03));
    }

    @Test
    void wrong_bounds_are_refused() {
        refused(() -> DEFAULTS.withAges(SECOND.negated(), SECOND), "maxQuoteAge must not be negative, but was PT-1S");
        refused(() -> DEFAULTS.withAges(SECOND, SECOND.negated()), "maxBarAge must not be negative, but was PT-1S");
        refused(() -> DEFAULTS.withJumps(0.9, 0, 1), "deviations must be finite and at least 1, but was 0.9");
        refused(() -> DEFAULTS.withJumps(Double.NaN, 0, 1), "deviations must be finite and at least 1, but was NaN");
        refused(() -> DEFAULTS.withJumps(5, 0, 0), "maxJump must be positive and at most 10, but was 0.0");
        refused(() -> DEFAULTS.withJumps(5, 0, 11), "maxJump must be positive and at most 10, but was 11.0");
        refused(() -> DEFAULTS.withJumps(5, 0.6, 0.5), "minJump must be from 0 to the maxJump 0.5, but was 0.6");
        refused(() -> DEFAULTS.withJumps(5, -1, 0.5), "minJump must be from 0 to the maxJump 0.5, but was -1.0");
        refused(() -> DEFAULTS.withPatience(1, 3), "warmUp must be at least 2, but was 1");
        refused(() -> DEFAULTS.withPatience(20, 1), "confirmations must be at least 2, but was 1");
        refused(
                () -> new QualityBounds(SECOND, SECOND, SECOND, 5, 0, 1, 20, 3, 0.11),
                "splitTolerance must be positive and at most 0.1, but was 0.11");
        refused(
                () -> new QualityBounds(SECOND, SECOND, SECOND.negated(), 5, 0, 1, 20, 3, 0.1),
                "maxAhead must not be negative, but was PT-1S");
    }

    @Test
    void a_verdict_has_findings_if_and_only_if_it_is_no_plain_yes() {
        refused(
                () -> new QualityVerdict(Outcome.REJECT, List.of()),
                "findings of REJECT must be at least one, but was []");
        refused(
                () -> new QualityVerdict(
                        Outcome.ACCEPT, List.of(new QualityVerdict.Finding(QualityVerdict.Kind.GAP, "3"))),
                "findings of ACCEPT must be empty, but was [Finding[kind=GAP, text=3]]");
        assertThat(QualityVerdict.ACCEPTED.describe()).isEmpty();
    }

    private static void refused(Runnable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessage(message);
    }
}
