package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Orders whose price follows the market. */
class TrailingOrdersTest {

    @Test
    void a_trailing_stop_follows_by_amount_and_by_percentage() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(Orders.order(1, "SELL", 10, "TRAIL").with(20, "5").text());
            client.ask(Orders.order(2, "SELL", 20, "TRAIL").with(69, "10").text());
            client.ask(Orders.order(3, "BUY", 30, "TRAIL")
                    .with(20, "20")
                    .with(68, "111")
                    .text());
            simulator.trade("AAPL", 110, 0);
            assertThat(client.heard()).isEmpty();

            simulator.trade("AAPL", 105, 0);
            assertThat(Sim.brief(client.heard())).contains("fill 10@104.99");
            simulator.trade("AAPL", 99, 0);
            assertThat(Sim.brief(client.heard())).contains("fill 20@98.99");
            simulator.trade("AAPL", 111, 0);
            assertThat(Sim.brief(client.heard())).contains("fill 30@111.01");
        }
    }

    @Test
    void a_trailing_limit_rests_at_its_offset() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(Orders.order(1, "SELL", 10, "TRAIL LIMIT")
                    .with(20, "5")
                    .with(92, "1")
                    .text());

            simulator.trade("AAPL", 93, 0);
            assertThat(Sim.brief(client.heard())).containsExactly("order Submitted", "status Submitted 0/10");
            simulator.trade("AAPL", 94.5, 0);

            assertThat(Sim.brief(client.heard())).contains("fill 10@94.49");
        }
    }

    @Test
    void a_trailing_limit_has_a_limit_or_an_offset_and_not_both() {
        Bench bench = new Bench(Sim.builder());
        bench.start(1);
        Orders none = Orders.order(1, "SELL", 10, "TRAIL LIMIT").with(20, "5");

        assertThat(Sim.brief(bench.ask(none.text()))).containsExactly("error 321");
        none.with(92, "0.005");
        assertThat(Sim.brief(bench.ask(none.text()))).containsExactly("error 110");
        none.with(92, "1").with(19, "94");
        assertThat(Sim.brief(bench.ask(none.text()))).containsExactly("error 321");
        none.with(92, "").with(19, "94.005");
        assertThat(Sim.brief(bench.ask(none.text()))).containsExactly("error 110");
        none.with(19, "94");
        assertThat(Sim.brief(bench.ask(none.text()))).contains("order PreSubmitted");
    }
}
