package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each scenario shows its fault on the wire. */
class ScenarioTest {

    private static final String SUBSCRIBE = "1·11·9·0·AAPL·STK··0.0···SMART··USD···0··0·0··";

    @Test
    void every_scenario_has_a_name_of_its_own_and_is_found_by_it() {
        for (Scenario scenario : Scenario.values()) {
            assertThat(scenario.id()).matches("[a-z0-9-]+");
            assertThat(scenario.description()).isNotBlank();
            assertThat(Scenario.of(scenario.id())).contains(scenario);
        }
        assertThat(Scenario.of("no-such")).isEmpty();
    }

    @Test
    void connection_lost_during_fills() {
        try (GatewaySimulator simulator = Sim.ticking()
                        .scenario(Scenario.CONNECTION_LOST_DURING_FILLS)
                        .fills(FillModel.IMMEDIATE.withLargestFill(50))
                        .start();
                TestClient client = TestClient.ready(simulator, 1)) {
            assertThat(Sim.brief(client.ask(Orders.market(1, "BUY", 100).text())))
                    .endsWith("cost 1.0", "error 1100");
            Sim.seconds(simulator, 20);
            assertThat(client.heard()).isEmpty();

            Sim.seconds(simulator, 10);

            assertThat(Sim.brief(client.heard()))
                    .startsWith("error 1102", "fill 50@100.02")
                    .contains("status Filled 100/0");
        }
    }

    @Test
    void data_lost() {
        try (GatewaySimulator simulator = Sim.with(Scenario.DATA_LOST);
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(SUBSCRIBE);
            Sim.seconds(simulator, 30);
            assertThat(Sim.brief(client.heard())).contains("1").endsWith("error 1100", "error 1101");

            Sim.seconds(simulator, 10);

            assertThat(client.heard()).isEmpty();
            assertThat(client.ask(SUBSCRIBE)).isNotEmpty();
        }
    }

    @Test
    void data_kept() {
        try (GatewaySimulator simulator = Sim.with(Scenario.DATA_KEPT);
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(SUBSCRIBE);
            Sim.seconds(simulator, 30);
            assertThat(Sim.brief(client.heard())).contains("error 1100", "error 1102");

            Sim.seconds(simulator, 10);

            assertThat(client.heard()).isNotEmpty();
        }
    }

    @Test
    void order_never_acknowledged() {
        try (GatewaySimulator simulator = Sim.with(Scenario.ORDER_NEVER_ACKNOWLEDGED);
                TestClient client = TestClient.ready(simulator, 1)) {
            assertThat(client.ask(Orders.market(1, "BUY", 1).text())).isEmpty();
            assertThat(client.ask("5·1·")).containsExactly("53·1·");
            assertThat(simulator.position(Sim.ACCOUNT, "AAPL")).isEqualByComparingTo("0");
            assertThat(client.ask(Orders.market(2, "BUY", 1).text())).isNotEmpty();
        }
    }

    @Test
    void acknowledgement_lost() {
        try (GatewaySimulator simulator = Sim.with(Scenario.ACKNOWLEDGEMENT_LOST);
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask("5·1·");
            assertThat(client.ask(Orders.market(1, "BUY", 1).text())).isEmpty();
            assertThat(simulator.position(Sim.ACCOUNT, "AAPL")).isEqualByComparingTo("1");

            assertThat(Sim.brief(client.ask("7·3·5·0·······"))).containsExactly("fill 1@100.01", "cost 1.0", "55");
        }
    }

    @Test
    void next_valid_id_rolled_back() {
        try (GatewaySimulator simulator = Sim.with(Scenario.NEXT_VALID_ID_ROLLED_BACK);
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(Orders.market(150, "BUY", 1).text());

            assertThat(client.ask("8·1·1·")).containsExactly("9·1·51·");
            assertThat(Sim.brief(client.ask(Orders.market(51, "BUY", 1).text())))
                    .containsExactly("error 103");
        }
    }

    @Test
    void duplicate_statuses() {
        try (GatewaySimulator simulator = Sim.with(Scenario.DUPLICATE_STATUSES);
                TestClient client = TestClient.ready(simulator, 1)) {
            List<String> heard = Sim.brief(client.ask(Orders.market(1, "BUY", 1).text()));

            assertThat(heard).filteredOn("status Filled 1/0"::equals).hasSize(4);
            assertThat(heard).filteredOn(m -> m.startsWith("fill")).hasSize(1);
        }
    }

    @Test
    void reordered_statuses() {
        List<String> first = reordered(3);
        assertThat(reordered(3)).isEqualTo(first);
        assertThat(reordered(4)).isNotEqualTo(first).containsExactlyInAnyOrderElementsOf(first);
    }

    private static List<String> reordered(long seed) {
        try (GatewaySimulator simulator = Sim.ticking()
                        .scenario(Scenario.REORDERED_STATUSES)
                        .seed(seed)
                        .start();
                TestClient client = TestClient.ready(simulator, 1)) {
            return Sim.brief(client.ask(Orders.market(1, "BUY", 1).text()));
        }
    }

    @Test
    void execution_without_status() {
        try (GatewaySimulator simulator = Sim.with(Scenario.EXECUTION_WITHOUT_STATUS);
                TestClient client = TestClient.ready(simulator, 1)) {
            assertThat(Sim.brief(client.ask(Orders.market(1, "BUY", 1).text())))
                    .contains("fill 1@100.01", "cost 1.0")
                    .noneMatch(m -> m.contains("Filled"));
        }
    }

    @Test
    void status_without_execution() {
        try (GatewaySimulator simulator = Sim.with(Scenario.STATUS_WITHOUT_EXECUTION);
                TestClient client = TestClient.ready(simulator, 1)) {
            assertThat(Sim.brief(client.ask(Orders.market(1, "BUY", 1).text())))
                    .contains("status Filled 1/0")
                    .noneMatch(m -> m.startsWith("fill") || m.startsWith("cost"));
            assertThat(Sim.brief(client.ask("7·3·5·0·······"))).containsExactly("fill 1@100.01", "cost 1.0", "55");
        }
    }

    @Test
    void late_commission() {
        try (GatewaySimulator simulator = Sim.with(Scenario.LATE_COMMISSION);
                TestClient client = TestClient.ready(simulator, 1)) {
            assertThat(Sim.brief(client.ask(Orders.market(1, "BUY", 1).text()))).doesNotContain("cost 1.0");

            Sim.seconds(simulator, 60);

            assertThat(Sim.brief(client.heard())).containsExactly("cost 1.0");
        }
    }

    @Test
    void half_open_socket() throws Exception {
        try (GatewaySimulator simulator = Sim.with(Scenario.HALF_OPEN_SOCKET);
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(SUBSCRIBE);
            Sim.seconds(simulator, 10);
            client.until(m -> m.startsWith("1·6·9·6·") && m.contains("·100.09·"));
            Sim.seconds(simulator, 30);
            client.send("49·1·");
            simulator.now();

            client.socket.setSoTimeout(100);
            assertThatThrownBy(client::next).hasRootCauseInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void slow_reader() {
        Bench bench = new Bench(Sim.ticking().scenario(Scenario.SLOW_READER));
        bench.start(1);
        for (int i = 0; i < 3; i++) {
            bench.send("49·1·");
        }
        assertThat(bench.heard()).isEmpty();

        bench.gateway.timeline.advanceTo(Sim.START.plusSeconds(2));

        assertThat(bench.heard())
                .containsExactly(
                        "49·1·" + Sim.START.plusSeconds(1).getEpochSecond() + "·",
                        "49·1·" + Sim.START.plusSeconds(2).getEpochSecond() + "·");
    }

    @Test
    void slow_reader_takes_no_more_than_it_can_keep() {
        Bench bench = new Bench(Sim.ticking().scenario(Scenario.SLOW_READER));
        bench.start(1);

        for (int i = 0; i < 1_000; i++) {
            bench.send("49·1·");
        }

        assertThat(bench.closed).isTrue();
    }

    @Test
    void garbage_bytes() {
        try (GatewaySimulator simulator = Sim.with(Scenario.GARBAGE_BYTES);
                TestClient client = TestClient.ready(simulator, 1)) {
            Sim.seconds(simulator, 10);

            for (int i = 0; i < 3; i++) {
                assertThat(client.next()).hasSizeLessThanOrEqualTo(60);
            }
            assertThatThrownBy(client::next).hasMessageContaining("frame length");
        }
    }

    @Test
    void daily_restart() {
        try (GatewaySimulator simulator = Sim.with(Scenario.DAILY_RESTART);
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(Orders.limit(7, "BUY", 1, "90").until("GTC").text());
            Sim.seconds(simulator, 30);
            assertThat(client.next()).isNull();
            assertThatThrownBy(() -> new TestClient(simulator.port()).close()).hasMessageContaining("refused");

            Sim.seconds(simulator, 60);

            try (TestClient again = TestClient.ready(simulator, 1)) {
                assertThat(Sim.brief(again.ask("5·1·")))
                        .containsExactly("order Submitted", "status Submitted 0/1", "53");
                assertThat(again.ask("8·1·1·")).containsExactly("9·1·8·");
            }
        }
    }

    @Test
    void client_id_in_use() {
        try (GatewaySimulator simulator = Sim.with(Scenario.CLIENT_ID_IN_USE)) {
            for (int i = 0; i < 2; i++) {
                try (TestClient client = new TestClient(simulator.port())) {
                    client.hello("v157..178");
                    client.send("71·2·1··");
                    assertThat(client.until(m -> m.startsWith("4·"))).anyMatch(m -> m.startsWith("4·2·-1·326·"));
                    assertThat(client.next()).isNull();
                }
            }
            TestClient.ready(simulator, 1).close();
        }
    }

    @Test
    void pacing_violation() {
        String history = "20·5·0·AAPL·STK··0.0···SMART··USD···0··1 min·1 D·1·TRADES·1·0··";
        try (GatewaySimulator simulator = Sim.with(Scenario.PACING_VIOLATION);
                TestClient client = TestClient.ready(simulator, 1)) {
            Sim.seconds(simulator, 60);
            assertThat(client.ask(history).get(0)).startsWith("17·5·");
            assertThat(client.ask(history).get(0)).contains("·162·").contains("pacing violation");
            for (int i = 0; i < 10; i++) {
                client.send("49·1·");
            }

            assertThat(client.until(m -> m.startsWith("4·2·-1·100·")).size()).isLessThanOrEqualTo(3);
            client.until(m -> m.startsWith("4·2·-1·100·") && m.endsWith("(3)··"));
            assertThat(client.next()).isNull();
        }
    }

    @Test
    void read_only_api() {
        try (GatewaySimulator simulator = Sim.with(Scenario.READ_ONLY_API);
                TestClient client = TestClient.ready(simulator, 1)) {
            assertThat(client.ask(Orders.market(1, "BUY", 1).text()).get(0))
                    .startsWith("4·2·1·321·")
                    .contains("Read-Only mode");
            assertThat(Sim.brief(client.ask("5·1·"))).containsExactly("error 321");
            assertThat(Sim.brief(client.ask("4·1·1··"))).containsExactly("error 321");
            assertThat(client.ask("61·1·")).containsExactly("62·1·");
        }
    }

    @Test
    void clock_skew() {
        try (GatewaySimulator simulator = Sim.with(Scenario.CLOCK_SKEW);
                TestClient client = TestClient.ready(simulator, 1)) {
            assertThat(client.ask("49·1·")).containsExactly("49·1·" + (Sim.START.getEpochSecond() + 90) + "·");
        }
    }

    @Test
    void market_data_silence() {
        try (GatewaySimulator simulator = Sim.with(Scenario.MARKET_DATA_SILENCE);
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(SUBSCRIBE);
            Sim.seconds(simulator, 20);
            assertThat(client.heard()).isNotEmpty();

            Sim.seconds(simulator, 60);

            assertThat(client.heard()).isEmpty();
            assertThat(Sim.brief(client.ask(Orders.market(1, "BUY", 1).text()))).contains("status Filled 1/0");
        }
    }

    @Test
    void trading_halt() {
        try (GatewaySimulator simulator = Sim.with(Scenario.TRADING_HALT);
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(SUBSCRIBE);
            Sim.seconds(simulator, 20);
            assertThat(client.heard()).anyMatch(m -> m.startsWith("45·6·9·49·1"));
            assertThat(Sim.brief(client.ask(Orders.market(1, "BUY", 1).text()))).noneMatch(m -> m.startsWith("fill"));

            simulator.advance(Duration.ofSeconds(60));

            assertThat(Sim.brief(client.heard())).anyMatch(m -> m.startsWith("fill"));
        }
    }
}
