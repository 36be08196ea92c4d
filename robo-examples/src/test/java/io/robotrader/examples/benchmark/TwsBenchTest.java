package io.robotrader.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.ibkr.wire.TickMessage.TickPrice;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TwsBenchTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine bench =
            new CommandLine(new Bench()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void the_tables_have_a_row_for_each_message_both_ways() {
        int exit = bench.execute("tws", "--slice", "1", "--rounds", "2");

        assertThat(exit).isZero();
        for (TwsTraffic traffic : new TwsScene().all) {
            assertThat(out.toString().lines())
                    .anyMatch(line -> line.startsWith("| decode " + traffic.name + " |"))
                    .anyMatch(line -> line.startsWith("| encode " + traffic.name + " |"));
        }
        assertThat(out.toString()).contains("Bytes a frame: tick price ").contains("at most 1000 ns");
        assertThat(out.toString())
                .contains("| simulator to subscriber |")
                .contains("| the same bytes through a bare socket |")
                .contains("| order to acknowledgement |")
                .contains("| bare echo of the same bytes |")
                .containsPattern("Bytes: an order [1-9][0-9]*, its answers [1-9][0-9]{2,}, a tick [1-9][0-9][.]");
    }

    @Test
    void slices_and_rounds_are_positive() {
        assertThat(bench.execute("tws", "--rounds", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--slice and --rounds must be positive");
    }

    @Test
    void the_ways_to_read_a_tick_read_the_same() {
        TwsTraffic price = new TwsScene().price;

        price.decode(3);
        Object decoded = price.last;
        price.splitAndParse(3);

        assertThat(price.last).isEqualTo(decoded).isEqualTo(new TickPrice(7, 1, 410.02, 300, 1));
        assertThat(price.decodeStream(1)).isEqualTo(TwsTraffic.PIECE);
        assertThat(price.last).isInstanceOf(TickPrice.class);
    }

    @Test
    void an_operation_that_allocates_is_told_from_one_that_does_not() {
        byte[][] kept = new byte[1][];
        Duel duel = new Duel(1_000_000, 3);
        duel.add("a kilobyte", times -> {
            for (int i = 0; i < times; i++) {
                kept[0] = new byte[1024];
            }
            return times;
        });
        duel.add("nothing", times -> times);

        duel.run();

        assertThat(Duel.quantile(duel.bytes("a kilobyte"), 0.5)).isBetween(1024.0, 1100.0);
        assertThat(Duel.quantile(duel.bytes("nothing"), 0.5)).isLessThan(1);
    }
}
