package io.robotrader.engine.ibkr.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What fuzzers have found stays found; CONTRIBUTING.md tells how to let one loose. */
class FuzzCorpusTest {

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void what_was_kept_is_understood_or_refused_in_bounds() throws IOException {
        List<byte[]> kept = WireSeeds.CORPUS.kept();

        assertThat(kept).isNotEmpty().allSatisfy(WireFuzz::fuzzerTestOneInput);
    }

    @Test
    void the_messages_of_the_tests_are_good_to_start_from() throws IOException {
        assertThat(WireSeeds.messages()).isNotEmpty().allSatisfy(WireFuzz::fuzzerTestOneInput);
    }

    @Test
    void a_long_message_asks_for_memory_in_proportion_to_its_length() {
        int many = 20_000;

        for (String body : List.of(
                "999·" + "·".repeat(many),
                "17·1·a·b·" + many + "·" + "·".repeat(8 * many),
                "93·1·" + many + "·" + "·".repeat(2 * many),
                "93·1·" + many + "·" + "1E199·".repeat(2 * many))) {
            WireFuzz.fuzzerTestOneInput(WireFuzz.input(WireFuzz.SERVER_MESSAGE, 178, Wire.bytes(body)));
        }
    }

    @Test
    void inputs_are_written_so_that_they_can_be_read() {
        byte[] input = new byte[256];
        for (int i = 0; i < input.length; i++) {
            input[i] = (byte) i;
        }

        assertThat(FuzzCorpus.read(FuzzCorpus.written(input))).isEqualTo(input);
    }
}
