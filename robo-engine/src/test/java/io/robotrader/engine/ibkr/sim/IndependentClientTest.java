package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A client by others, {@code @stoqey/ib} for Node, reads and trades on the simulator. */
class IndependentClientTest {

    private static final Path SCRIPT = Path.of("src", "test", "node", "session.cjs");
    private static final Path FOLDER = Path.of("target", "node");
    private static final Path CLIENT = FOLDER.resolve(Path.of("node_modules", "@stoqey", "ib"));

    @Test
    void an_independent_client_reads_everything_and_trades_every_type_of_order() throws Exception {
        assumeTrue(runs("node", "--version"), "skipped: there is no node");
        // Nothing is fetched by a test: npm install --ignore-scripts --prefix target/node @stoqey/ib@1.6.10
        assumeTrue(Files.exists(CLIENT), () -> "skipped: there is no " + CLIENT.toAbsolutePath());
        Path out = FOLDER.resolve("out.txt");
        int code;

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
                            "node",
                            SCRIPT.toString(),
                            Integer.toString(simulator.port()),
                            FOLDER.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            assertThat(client.waitFor(60, TimeUnit.SECONDS)).isTrue();
            code = client.exitValue();
            assertThat(simulator.position(Sim.ACCOUNT, "AAPL")).isEqualByComparingTo("310");
            assertThat(simulator.workingOrders()).isZero();
        }

        String told = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(code).as(told).isZero();
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

    private static boolean runs(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(new File("target", "npm.log"))
                    .start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }
}
