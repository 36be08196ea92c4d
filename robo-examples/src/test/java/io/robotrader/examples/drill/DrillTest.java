package io.robotrader.examples.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.ibkr.sim.GatewaySimulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A halt at a simulated gateway, through the command's own door. How long it takes is for people to see. */
class DrillTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int drill(Consumer<GatewaySimulator> beforeHalt, String... args) {
        return new CommandLine(new Drill(beforeHalt))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private JsonNode round(int number) {
        return new JsonMapper().readTree(out.toString()).path("rounds").path(number);
    }

    @Test
    void all_is_cancelled_and_closed_each_time() {
        int exit = drill(gateway -> {}, "--orders", "4", "--positions", "3", "--rounds", "2", "--json");

        assertThat(exit).as(err.toString()).isZero();
        for (int number = 0; number < 2; number++) {
            JsonNode round = round(number);
            assertThat(round.path("flat").asBoolean(false)).isTrue();
            assertThat(round.path("before").toString()).isEqualTo("{\"orders\":4,\"positions\":3}");
            assertThat(round.path("cancelsSent").path("count").asInt(0)).isEqualTo(4);
            assertThat(round.path("cancelled").path("count").asInt(0)).isEqualTo(4);
            assertThat(round.path("closed").path("count").asInt(0)).isEqualTo(3);
            assertThat(round.path("cancelsSent").path("afterMillis").isNumber()).isTrue();
            assertThat(round.path("cancelled").path("afterMillis").isNumber()).isTrue();
            assertThat(round.path("closed").path("afterMillis").isNumber()).isTrue();
            assertThat(round.path("leftAtGateway").toString()).isEqualTo("{\"orders\":0,\"positions\":0}");
            assertThat(round.path("leftInBooks").toString()).isEqualTo("{\"orders\":0,\"positions\":0}");
        }
    }

    @Test
    void a_person_reads_what_was_there_and_what_is_left() {
        int exit = drill(gateway -> {}, "--orders", "2", "--positions", "0");

        assertThat(exit).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("with 2 orders working and 0 positions held")
                .containsPattern("2 of 2 cancels sent +after \\d+\\.\\d\\d ms")
                .containsPattern("2 of 2 orders cancelled +after \\d+\\.\\d\\d ms")
                .containsPattern("(?m)0 of 0 positions closed$")
                .containsPattern("(?m)^FLAT$");
    }

    @Test
    void a_position_that_cannot_be_closed_is_told_and_is_no_success() {
        int exit = drill(gateway -> gateway.halt("H1", true), "--orders", "2", "--positions", "2", "--within", "1");

        assertThat(exit).isEqualTo(1);
        assertThat(out.toString())
                .contains("2 of 2 cancels sent", "1 of 2 positions closed", "not all", "NOT FLAT")
                .contains("At the gateway 1 orders work, 1 positions are held")
                .contains("in the engine's books 1 orders work, 1 positions are held");
    }

    @Test
    void what_is_left_is_told_to_a_program_without_a_time() {
        int exit = drill(
                gateway -> gateway.halt("H0", true), "--orders", "0", "--positions", "1", "--within", "1", "--json");

        assertThat(exit).isEqualTo(1);
        assertThat(round(0).path("flat").asBoolean(true)).isFalse();
        assertThat(round(0).path("closed").path("count").asInt(-1)).isZero();
        assertThat(round(0).path("closed").path("afterMillis").isNull()).isTrue();
    }

    @Test
    void numbers_that_make_no_drill_are_refused() {
        assertThat(drill(gateway -> {}, "--orders", "101")).isEqualTo(2);
        assertThat(drill(gateway -> {}, "--orders", "0", "--positions", "0")).isEqualTo(2);
        assertThat(drill(gateway -> {}, "--orders", "60", "--positions", "60")).isEqualTo(2);
        assertThat(drill(gateway -> {}, "--within", "0")).isEqualTo(2);
        assertThat(drill(gateway -> {}, "--rounds", "-1")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "--orders must be from 0 to 100, but was 101",
                        "--orders and --positions must be 1 to 100 together, but were 120",
                        "--within must be from 1 to 3600, but was 0",
                        "--rounds must be from 1 to 100, but was -1");
    }
}
