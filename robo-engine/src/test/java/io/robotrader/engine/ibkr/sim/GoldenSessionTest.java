package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A whole session as it is recorded, with the simulator in the server's place. */
class GoldenSessionTest {

    private static final Pattern LINE = Pattern.compile("\"dir\": \"(.)\".*\"hex\": \"([0-9a-f]+)\"");

    @Test
    void the_recorded_client_gets_the_recorded_answers_byte_for_byte() throws IOException {
        Path file = Path.of("..", "..", "shared", "tws", "golden-session.jsonl");
        assumeTrue(
                Files.exists(file),
                () -> "skipped: there is no " + file.toAbsolutePath().normalize());
        List<byte[]> client = new ArrayList<>();
        List<String> server = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher matcher = LINE.matcher(line);
            assertThat(matcher.find()).isTrue();
            byte[] bytes = HexFormat.of().parseHex(matcher.group(2));
            if (matcher.group(1).equals("C")) {
                client.add(bytes);
            } else {
                server.add(new String(bytes, 4, bytes.length - 4, StandardCharsets.UTF_8).replace('\0', '·'));
            }
        }
        Instant start = Instant.parse("2026-01-05T20:30:00Z");
        List<String> heard = new ArrayList<>();

        try (GatewaySimulator simulator = GatewaySimulator.builder()
                        .trades(List.of(new Trade("AAPL", start, 250.25, 0)))
                        .startAt(start)
                        .account("DU1234567", new BigDecimal("1000000.00"))
                        .scriptedFill(Duration.ofSeconds(5), new BigDecimal("40"), new BigDecimal("250.10"))
                        .scriptedFill(Duration.ofSeconds(6), new BigDecimal("60"), new BigDecimal("250.20"))
                        .start();
                TestClient socket = new TestClient(simulator.port())) {
            socket.raw(client.get(0));
            heard.addAll(socket.until(m -> m.startsWith("178·")));
            socket.raw(client.get(1));
            heard.addAll(socket.until(m -> m.startsWith("4·2·-1·2158")));
            socket.raw(client.get(2));
            heard.addAll(socket.until(m -> m.startsWith("54·")));
            socket.raw(client.get(3));
            heard.addAll(socket.until(m -> m.startsWith("3·1·Submitted·0·")));
            simulator.advance(Duration.ofSeconds(10));
            heard.addAll(socket.until(m -> m.startsWith("8·")));
            socket.raw(client.get(4));
            heard.addAll(socket.until(m -> m.startsWith("49·")));
            socket.raw(client.get(5));
            assertThat(socket.heard()).isEmpty();
        }

        // The simulator tells more of an account than was recorded; all else is the same, to the byte.
        assertThat(heard).containsAll(server);
        heard.removeIf(m -> m.startsWith("6·") && !server.contains(m));
        assertThat(heard).containsExactlyElementsOf(server);
        assertThat(Arrays.asList(client.size(), server.size())).containsExactly(6, 30);
    }
}
