package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.ibkr.sim.kit.GatewayExtension;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The code of docs/simulator.md is this code. */
@ExtendWith(GatewayExtension.class)
class DocumentedSnippetTest {

    // tag::snippet
    @Test
    void my_bot_buys_when_the_price_falls(GatewaySimulator gateway) throws Exception {
        try (MyBot bot = MyBot.connect("127.0.0.1", gateway.port())) {
            bot.buyAtOrBelow("AAPL", 100, "95");

            gateway.trade("AAPL", 94.50, 10_000);
            gateway.advance(Duration.ofSeconds(5));

            assertThat(gateway.position("DU1234567", "AAPL")).isEqualByComparingTo("100");
        }
    }
    // end::snippet

    @Test
    void the_document_shows_this_code() throws Exception {
        String source = Files.readString(
                Path.of("src/test/java/io/robotrader/engine/ibkr/sim/DocumentedSnippetTest.java"),
                StandardCharsets.UTF_8);
        String code = source.substring(
                source.indexOf("    @Test", source.indexOf("// tag" + "::snippet")),
                // With the indentation of this line, so that it counts when it is taken off.
                source.indexOf("// end" + "::snippet"));
        String document = Files.readString(Path.of("..", "docs", "simulator.md"), StandardCharsets.UTF_8);

        assertThat(document).contains(code.stripTrailing().stripIndent());
        for (Scenario scenario : Scenario.values()) {
            assertThat(document).contains("| `" + scenario.id() + "` |");
        }
    }

    /** The least of bots. */
    private static final class MyBot implements AutoCloseable {
        private final TestClient client;

        private MyBot(TestClient client) {
            this.client = client;
        }

        static MyBot connect(String host, int port) {
            assertThat(host).isEqualTo("127.0.0.1");
            TestClient client = new TestClient(port);
            client.hello("v157..178");
            client.send("71·2·1··");
            client.until(m -> m.startsWith("9·"));
            return new MyBot(client);
        }

        void buyAtOrBelow(String symbol, int quantity, String limit) {
            client.send(Orders.limit(1, "BUY", quantity, limit).symbol(symbol).text());
            client.until(m -> m.startsWith("3·1·Submitted"));
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
