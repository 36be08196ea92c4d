package io.robotrader.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.market.QualityVerdict.Kind;
import io.robotrader.engine.market.QualityVerdict.Outcome;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Bars that are missing. */
class DataQualityGapTest extends JudgedMinutes {

    @Test
    void dt_2_a_gap_is_told_once() {
        calm();

        QualityVerdict after = closeAt(minute + 4, 100);

        assertThat(after.outcome()).isEqualTo(Outcome.WARN);
        assertThat(after.describe()).isEqualTo("GAP: 3 missing since 2024-03-08T15:40:00Z");
        assertThat(close(100).outcome()).isEqualTo(Outcome.ACCEPT);
    }

    @Test
    void a_night_is_no_gap_and_a_new_spacing_is_learnt() {
        calm();
        while (minute < 480) {
            close(100);
        }
        assertThat(closeAt(1441, 100).outcome()).isEqualTo(Outcome.ACCEPT);

        QualityVerdict last = QualityVerdict.ACCEPTED;
        for (int i = 0; i < 20; i++) {
            last = closeAt(minute + 5, 100);
        }
        assertThat(last.outcome()).isEqualTo(Outcome.ACCEPT);
    }

    @Test
    void an_outlier_after_a_gap_is_both() {
        calm();

        QualityVerdict verdict = closeAt(minute + 2, 120);

        assertThat(verdict.outcome()).isEqualTo(Outcome.REJECT);
        assertThat(verdict.found(Kind.GAP)).isTrue();
        assertThat(verdict.findings()).hasSize(2);
    }

    @Test
    void after_missing_bars_a_price_may_be_farther_by_the_root_of_the_time_and_teaches_no_more_than_a_bar() {
        calm();

        QualityVerdict after = closeAt(minute + 75, 102.48);

        assertThat(after.outcome()).isEqualTo(Outcome.WARN);
        assertThat(after.findings()).extracting(QualityVerdict.Finding::kind).containsExactly(Kind.GAP);
        assertThat(close(102.4).outcome()).isEqualTo(Outcome.ACCEPT);
        // 1.70 % before; had all of the move been learnt it would be more than 3 %.
        assertThat(close(105).describe()).endsWith(" is beyond 1.77 %");
    }

    @Test
    void however_many_bars_are_missing_the_largest_jump_is_the_bound() {
        calm();

        assertThat(closeAt(minute + 400, 126).describe()).startsWith("OUTLIER: 26.00 % from 100.0 is beyond 25.00 %");
        assertThat(close(124).outcome())
                .as("one that was refused tells nothing of the time before")
                .isEqualTo(Outcome.ACCEPT);
        assertThat(close(130).found(Kind.OUTLIER)).isTrue();
    }

    @Test
    void a_spike_within_the_bar_after_a_gap_is_no_matter_of_the_gap() {
        calm();
        Instant next = at(minute + 75);

        QualityVerdict low = quality.judge(new Bar("AAPL", next, 100, 100, 96, 100, OptionalDouble.empty()), next);

        assertThat(low.describe()).startsWith("OUTLIER: 4.17 % from 100.0 is beyond 1.70 %; GAP: 74 missing");
    }
}
