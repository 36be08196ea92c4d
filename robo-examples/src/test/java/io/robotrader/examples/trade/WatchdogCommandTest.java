package io.robotrader.examples.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class WatchdogCommandTest {

    @Test
    void a_client_id_that_would_make_its_own_the_brokers_special_one_is_refused_before_anything_is_asked() {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);

        int exit = new CommandLine(new WatchdogCommand(Map.of(), out, out)).execute("--set", "ibkr.clientId=500");

        assertThat(exit).isEqualTo(2);
        assertThat(told.toString(StandardCharsets.UTF_8).strip())
                .startsWith("ibkr.clientId must not be 500 where a watchdog is used");
    }
}
