package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

    private static final Instant NOON = Instant.parse("2024-03-01T12:00:00Z");

    @Test
    void it_stands_still_until_it_is_told_the_time() {
        VirtualClock clock = new VirtualClock(NOON);

        assertThat(clock.instant()).isEqualTo(NOON).isEqualTo(clock.instant());

        clock.advanceTo(NOON.plusSeconds(1));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void it_does_not_go_back() {
        VirtualClock clock = new VirtualClock(NOON);

        clock.advanceTo(NOON.minusSeconds(1));

        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void it_needs_a_time_to_start_with() {
        assertThatNullPointerException().isThrownBy(() -> new VirtualClock(null));
    }
}
