package io.robotrader.examples.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class EmbedTest {

    @Test
    void the_bot_sends_what_the_gate_lets_through_and_nothing_else() {
        String[] lines = run(new Bot());

        // 100 shares at 107 would be 10,700 of an equity of 20,375; the limit is 40 %.
        assertThat(lines)
                .containsExactly(
                        "BUY 25 at 100.0: sent",
                        "BUY 25 at 102.0: sent",
                        "BUY 25 at 104.0: sent",
                        "BUY 25 at 107.0: [POSITION_SIZE_LIMIT: 52.52 % is above 40.00 %, SECTOR_EXPOSURE_LIMIT: 52.52 % is above 40.00 %]",
                        "BUY 25 at 110.0: [POSITION_SIZE_LIMIT: 53.40 % is above 40.00 %, SECTOR_EXPOSURE_LIMIT: 53.40 % is above 40.00 %]",
                        "SELL 75 at 104.0: sent",
                        "BUY 25 at 113.0: sent",
                        "shares 25, cash 17325.0");
    }

    @Test
    void the_shadow_tells_what_it_would_refuse_and_blocks_nothing() {
        String[] lines = run(new Shadow());

        assertThat(lines).hasSize(8);
        assertThat(lines).filteredOn(line -> line.endsWith("would pass")).hasSize(3);
        assertThat(lines)
                .contains(
                        "BUY 25 at 107.0: would refuse [POSITION_SIZE_LIMIT: 52.52 % is above 40.00 %, SECTOR_EXPOSURE_LIMIT: 52.52 % is above 40.00 %]");
        // All seven orders of 25 are in the account.
        assertThat(lines[7]).isEqualTo("shares 175, cash 1400.0");
    }

    private static String[] run(Object example) {
        StringWriter out = new StringWriter();
        assertThat(new CommandLine(example).setOut(new PrintWriter(out)).execute())
                .isZero();
        return out.toString().split("\\R");
    }
}
