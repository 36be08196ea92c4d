package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client by others, {@code @stoqey/ib} for Node, reads and trades on the simulator. */
class IndependentClientTest {

    private static final Path SCRIPT = Path.of("src", "test", "node", "session.cjs");

    @TempDir
    private Path folder;

    @Test
    void an_independent_client_reads_everything_and_trades_every_type_of_order() throws Exception {
        Path packages = NodePackages.folder();
        Path out = folder.resolve("out.txt");
        boolean ended;
        int code;
        BigDecimal position;
        int working;

        try (GatewaySimulator simulator = GatewaySimulator.builder()
                .bars(List.of(
                        Sim.day("2025-12-31", 95, 97, 94, 96, 1_000_000),
                        Sim.day("2026-01-02", 96, 99, 95, 98, 1_000_000),
                        Sim.day("2026-01-05", 99, 101, 98, 100, 1_000_000),
                        Sim.day("2026-01-06", 100, 103, 99, 102, 1_000_000)))
                .startAt(Instant.parse("2026-01-06T14:40:00Z"))
                .realTime(System::nanoTime, 50)
                .start()) {
            Process client = new ProcessBuilder(
                            "node", SCRIPT.toString(), Integer.toString(simulator.port()), packages.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            ended = client.waitFor(60, TimeUnit.SECONDS);
            client.destroyForcibly().waitFor();
            code = client.exitValue();
            position = simulator.position(Sim.ACCOUNT, "AAPL");
            working = simulator.workingOrders();
        }

        String told = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(ended).as(told).isTrue();
        assertThat(code).as(told).isZero();
        assertThat(position).isEqualByComparingTo("315");
        assertThat(working).isZero();
        assertThat(told.lines().filter(l -> l.contains("\"kind\":\"error\"")))
                .allMatch(l -> l.matches(".*\"code\":(162|200|202|2104|2106|2158),.*"));
        assertThat(told.lines())
                .contains("{\"kind\":\"accounts\",\"accounts\":\"DU1234567\"}")
                .contains(
                        "{\"kind\":\"bar\",\"time\":\"20260102\",\"open\":96,\"high\":99,\"low\":95,\"close\":98,\"volume\":1000000}")
                .anyMatch(l -> l.contains("\"kind\":\"contract\"") && l.contains("\"industry\":\"Technology\""))
                .anyMatch(l -> l.contains("\"tag\":\"NetLiquidation\",\"value\":\"1000000.00\""))
                .anyMatch(l -> l.contains("\"kind\":\"commission\"") && l.contains("\"commission\":1"))
                .anyMatch(l -> l.contains("\"type\":\"TRAIL\""))
                .anyMatch(l -> l.contains("\"whyHeld\":\"child\""))
                .anyMatch(l -> l.contains("\"kind\":\"completed\""))
                .anyMatch(l -> l.contains("\"kind\":\"execution\",\"r\":9011"))
                .anyMatch(l -> l.matches(".*\"kind\":\"order\".*\"margin\":\\d.*"))
                .contains("{\"kind\":\"done\"}");
    }
}
