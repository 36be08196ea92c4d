package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What fuzzers have found stays found; CONTRIBUTING.md tells how to let one loose. */
class GatewayFuzzTest {

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void what_was_kept_is_answered_or_refused_in_bounds() throws IOException {
        List<byte[]> kept = GatewaySeeds.CORPUS.kept();

        assertThat(kept).isNotEmpty();
        kept.forEach(GatewayFuzz::fuzzerTestOneInput);
    }

    @Test
    void the_sessions_of_the_tests_are_good_to_start_from() {
        List<byte[]> sessions = GatewaySeeds.sessions();

        assertThat(sessions).isNotEmpty();
        sessions.forEach(GatewayFuzz::fuzzerTestOneInput);
    }

    @Test
    void a_frame_longer_than_any_message_ends_the_connection_before_it_has_come() {
        Bench bench = new Bench(Sim.builder());
        bench.start(1);

        bench.gateway.received(bench.session, new byte[] {0, 1, 0, 0});
        assertThat(bench.closed).isFalse();

        Bench other = new Bench(Sim.builder());
        other.start(1);
        other.gateway.received(other.session, new byte[] {0, 1, 0, 1});
        assertThat(other.closed).isTrue();
    }
}
