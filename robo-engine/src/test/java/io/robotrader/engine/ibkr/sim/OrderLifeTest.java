package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client hears of its orders, in which order, as recordings of real servers have it. */
class OrderLifeTest {

    @Test
    void a_market_order_is_acknowledged_filled_and_told_twice() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            List<String> heard = client.ask(Orders.market(1, "BUY", 100).text());

            assertThat(Sim.brief(heard))
                    .containsExactly(
                            "order PreSubmitted",
                            "status PreSubmitted 0/100",
                            "order Submitted",
                            "status Submitted 0/100",
                            "fill 100@100.01",
                            "order Filled",
                            "status Filled 100/0",
                            "order Filled",
                            "status Filled 100/0",
                            "cost 1.0");
            assertThat(heard.get(0).split("·", -1)).hasSize(136);
            assertThat(simulator.position(Sim.ACCOUNT, "AAPL")).isEqualByComparingTo("100");
            assertThat(simulator.cash(Sim.ACCOUNT)).isEqualByComparingTo("989998.0000");
        }
    }

    @Test
    void a_limit_rests_until_the_market_comes() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            assertThat(Sim.brief(client.ask(Orders.limit(1, "BUY", 10, "95").text())))
                    .containsExactly(
                            "order PreSubmitted",
                            "status PreSubmitted 0/10",
                            "order Submitted",
                            "status Submitted 0/10");

            simulator.trade("AAPL", 94, 0);

            assertThat(Sim.brief(client.heard())).contains("fill 10@94.01", "status Filled 10/0");
        }
    }

    @Test
    void a_stop_waits_for_its_trigger_and_is_told_twice() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            assertThat(Sim.brief(client.ask(Orders.stop(1, "SELL", 10, "95").text())))
                    .containsExactly(
                            "order PreSubmitted",
                            "status PreSubmitted 0/10 trigger",
                            "order PreSubmitted",
                            "status PreSubmitted 0/10 trigger");

            simulator.trade("AAPL", 96, 0);
            assertThat(client.heard()).isEmpty();
            simulator.trade("AAPL", 94, 0);

            assertThat(Sim.brief(client.heard()))
                    .startsWith("order Submitted", "status Submitted 0/10", "fill 10@93.99");
        }
    }

    @Test
    void a_stop_limit_becomes_a_limit_that_may_rest() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(Orders.order(1, "BUY", 10, "STP LMT")
                    .with(19, "104")
                    .with(20, "103")
                    .text());
            simulator.trade("AAPL", 105, 0);
            assertThat(Sim.brief(client.heard())).containsExactly("order Submitted", "status Submitted 0/10");

            simulator.trade("AAPL", 103.5, 0);

            assertThat(Sim.brief(client.heard())).contains("fill 10@103.51");
        }
    }

    @Test
    void a_change_that_the_account_cannot_carry_leaves_the_order_as_it_was() {
        Bench bench = new Bench(Sim.builder());
        bench.start(1);
        bench.ask(Orders.limit(1, "BUY", 100, "90").text());

        assertThat(Sim.brief(bench.ask(Orders.limit(1, "BUY", 1_000_000, "90").text())))
                .containsExactly("error 201");

        assertThat(Sim.brief(bench.ask("5·1·"))).containsExactly("order Submitted", "status Submitted 0/100", "53");
        assertThat(Sim.brief(bench.ask(Orders.limit(1, "BUY", 200, "90").text())))
                .contains("status Submitted 0/200");
    }

    @Test
    void a_change_does_not_move_an_order_to_another_account() {
        Bench bench = new Bench(Sim.builder()
                .account("DU1", new java.math.BigDecimal("100000"))
                .account("DU2", new java.math.BigDecimal("100000")));
        bench.start(1);
        bench.ask(Orders.limit(1, "BUY", 100, "90").with(23, "DU2").text());

        assertThat(Sim.brief(bench.ask(
                        Orders.limit(1, "BUY", 50, "90").with(23, "DU1").text())))
                .containsExactly("error 105");
        assertThat(Sim.brief(bench.ask(
                        Orders.limit(1, "BUY", 50, "90").with(23, "DU2").text())))
                .contains("status Submitted 0/50");
    }

    @Test
    void what_a_cancel_costs_does_not_grow_with_the_orders_that_are_done() {
        Bench bench = new Bench(Sim.builder().messagesPerSecond(0));
        bench.start(1);
        for (int id = 1; id <= 20_000; id++) {
            bench.send(Orders.limit(id, "BUY", 1, "90").text());
            bench.send("4·1·" + id + "··");
            bench.heard();
        }
        bench.ask(Orders.limit(20_001, "BUY", 1, "90").text());
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        bench.send("4·1·20001··");
        long after = threads.getCurrentThreadAllocatedBytes();

        assertThat(Sim.brief(bench.heard())).containsExactly("status Cancelled 0/1", "error 202");
        // A list of all of them has 80 kB.
        assertThat(after - before).isLessThan(40_000);
    }

    @Test
    void a_bracket_is_held_until_its_last_part_and_ends_with_one_of_its_children() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            assertThat(client.ask(Orders.limit(1, "BUY", 10, "99").with(27, 0).text()))
                    .isEmpty();
            assertThat(client.ask(Orders.limit(2, "SELL", 10, "110")
                            .with(27, 0)
                            .with(28, 1)
                            .text()))
                    .isEmpty();
            assertThat(Sim.brief(client.ask(
                            Orders.stop(3, "SELL", 10, "90").with(28, 1).text())))
                    .contains("status PreSubmitted 0/10 child");
            assertThat(simulator.workingOrders()).isEqualTo(3);

            simulator.trade("AAPL", 98.5, 0);
            assertThat(Sim.brief(client.heard())).contains("fill 10@98.51", "status PreSubmitted 0/10 trigger");
            simulator.trade("AAPL", 111, 0);

            assertThat(Sim.brief(client.heard())).contains("fill 10@110.99", "status Cancelled 0/10", "error 202");
            assertThat(simulator.workingOrders()).isZero();
        }
    }

    @Test
    void the_children_of_a_cancelled_parent_are_cancelled() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(Orders.limit(1, "BUY", 10, "99").with(27, 0).text());
            client.ask(Orders.limit(2, "SELL", 10, "110").with(28, 1).text());

            assertThat(Sim.brief(client.ask("4·1·1··")))
                    .containsExactly("status Cancelled 0/10", "error 202", "status Cancelled 0/10", "error 202");
        }
    }

    @Test
    void of_a_group_of_type_1_any_fill_cancels_the_rest_and_of_types_2_and_3_it_makes_them_smaller() {
        FillModel halves = FillModel.IMMEDIATE.withLargestFill(50);
        try (GatewaySimulator simulator = Sim.builder().fills(halves).start();
                TestClient client = TestClient.ready(simulator, 1)) {
            for (int type = 1; type <= 3; type++) {
                client.ask(Orders.limit(2 * type, "BUY", 100, "90")
                        .with(22, "g" + type)
                        .with(46, type)
                        .text());
                List<String> heard = Sim.brief(client.ask(Orders.market(2 * type + 1, "BUY", 100)
                        .with(22, "g" + type)
                        .with(46, type)
                        .text()));
                if (type == 1) {
                    assertThat(heard).contains("fill 50@100.01", "status Cancelled 0/100");
                } else {
                    assertThat(heard).contains("fill 50@100.01", "status Submitted 0/50");
                    simulator.trade("AAPL", 100, 0);
                    assertThat(Sim.brief(client.heard())).contains("status Cancelled 0/50");
                }
            }
        }
    }

    @Test
    void a_what_if_tells_margin_and_commission_and_places_nothing() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            List<String> heard =
                    client.ask(Orders.market(1, "BUY", 1000).with(84, 1).text());

            String[] f = heard.get(0).split("·", -1);
            assertThat(heard).hasSize(1);
            assertThat(f[92]).isEqualTo("1");
            assertThat(List.of(f).subList(94, 107))
                    .containsExactly(
                            "0.00",
                            "0.00",
                            "1000000.00",
                            "50000.00",
                            "25000.00",
                            "-5.00",
                            "50000.00",
                            "25000.00",
                            "999995.00",
                            "5.0",
                            "",
                            "",
                            "USD");
            assertThat(simulator.workingOrders()).isZero();
        }
    }

    @Test
    void an_order_for_now_or_never_ends_at_once() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            assertThat(Sim.brief(client.ask(
                            Orders.limit(1, "BUY", 10, "90").until("IOC").text())))
                    .endsWith("status PendingCancel 0/10", "status Cancelled 0/10");
            assertThat(Sim.brief(client.ask(
                            Orders.limit(2, "BUY", 10, "90").until("FOK").text())))
                    .endsWith("status Inactive 0/10");
            assertThat(Sim.brief(
                            client.ask(Orders.market(3, "BUY", 10).until("FOK").text())))
                    .contains("status Filled 10/0");
        }
    }

    @Test
    void an_order_may_be_changed_until_it_is_filled() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(Orders.limit(1, "BUY", 10, "90").text());
            List<String> changed = client.ask(Orders.limit(1, "BUY", 20, "91").text());
            assertThat(Sim.brief(changed)).containsExactly("order Submitted", "status Submitted 0/20");
            assertThat(changed.get(0)).contains("1417080201.1/DU1234567/100").contains("·91.0·");
            assertThat(Sim.brief(client.ask(Orders.limit(1, "BUY", 20, "101").text())))
                    .contains("fill 20@100.01");
            assertThat(Sim.brief(client.ask(Orders.limit(1, "BUY", 30, "101").text())))
                    .containsExactly("error 104");
            client.ask(Orders.limit(2, "BUY", 10, "90").text());
            assertThat(Sim.brief(client.ask(Orders.market(2, "BUY", 10).text())))
                    .containsExactly("error 329");
            assertThat(Sim.brief(client.ask(Orders.limit(2, "SELL", 10, "90").text())))
                    .containsExactly("error 105");
            client.ask("4·1·2··");
            assertThat(Sim.brief(client.ask(Orders.limit(2, "BUY", 10, "90").text())))
                    .containsExactly("error 103");
        }
    }

    @Test
    void orders_that_cannot_be_are_refused_in_the_servers_words() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            refused(client, Orders.market(5, "BUY", 100).symbol("NOSUCH"), "200");
            refused(client, Orders.market(5, "BUY", 0), "434");
            refused(client, Orders.market(5, "BUY", 1).with(17, "0.5"), "10318");
            refused(client, Orders.limit(5, "BUY", 1, "90.001"), "110");
            refused(client, Orders.limit(5, "BUY", 1, ""), "321");
            refused(client, Orders.order(5, "BUY", 1, "STP"), "321");
            refused(client, Orders.order(5, "BUY", 1, "TRAIL"), "321");
            refused(client, Orders.order(5, "BUY", 1, "PEG MID").with(113, "··"), "321");
            refused(client, Orders.order(5, "SSHORT", 1, "MKT"), "321");
            refused(client, Orders.market(5, "BUY", 1).until("OPG"), "321");
            refused(client, Orders.market(5, "BUY", 1).until("GTD"), "321");
            refused(client, Orders.market(5, "BUY", 1).with(37, "soon"), "321");
            refused(client, Orders.stop(5, "BUY", 1, "110").until("IOC"), "111");
            refused(client, Orders.market(5, "BUY", 1).with(23, "U1"), "321");
            refused(client, Orders.market(5, "BUY", 1).with(28, 4), "135");
            assertThat(Sim.brief(client.ask(Orders.market(5, "BUY", 100_000).text())))
                    .containsExactly("error 201", "status Inactive 0/100000");
            assertThat(Sim.brief(client.ask(Orders.market(4, "BUY", 1).text()))).containsExactly("error 103");
            assertThat(simulator.workingOrders()).isZero();
        }
    }

    private static void refused(TestClient client, Orders order, String code) {
        assertThat(Sim.brief(client.ask(order.text()))).containsExactly("error " + code);
    }

    @Test
    void cancels_that_come_too_late_or_for_nothing_are_refused() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(Orders.market(1, "BUY", 1).text());

            assertThat(client.ask("4·1·1··").get(0)).contains("·10148·").contains("state: Filled.");
            assertThat(client.ask("4·1·77··").get(0)).contains("·10147·");
        }
    }

    @Test
    void outside_the_session_orders_wait_and_those_of_the_day_expire() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(Orders.limit(1, "BUY", 1, "90").text());
            client.ask(Orders.limit(2, "BUY", 1, "90").until("GTC").text());
            client.ask(Orders.limit(3, "BUY", 1, "90")
                    .until("GTD")
                    .with(38, "20260105 12:00:00 US/Eastern")
                    .text());
            simulator.advance(java.time.Duration.ofMinutes(91));
            assertThat(Sim.brief(client.heard())).containsExactly("status Cancelled 0/1");
            simulator.advance(java.time.Duration.ofHours(4));
            assertThat(Sim.brief(client.heard())).containsExactly("status Cancelled 0/1");
            assertThat(simulator.workingOrders()).isEqualTo(1);

            assertThat(Sim.brief(client.ask(Orders.market(4, "BUY", 1).text())))
                    .containsExactly("order PreSubmitted", "status PreSubmitted 0/1", "error 399");
            assertThat(Sim.brief(client.ask(
                            Orders.limit(5, "BUY", 1, "101").with(33, 1).text())))
                    .contains("fill 1@100.01");
            assertThat(Sim.brief(
                            client.ask(Orders.market(6, "BUY", 1).with(33, 1).text())))
                    .contains("error 2109");

            simulator.advanceToOpen();
            simulator.trade("AAPL", 102, 0);
            assertThat(Sim.brief(client.heard())).contains("fill 1@102.01");
        }
    }

    @Test
    void a_halt_keeps_orders_from_being_filled() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            simulator.halt("AAPL", true);
            assertThat(Sim.brief(client.ask(Orders.market(1, "BUY", 1).text()))).doesNotContain("fill 1@100.01");

            simulator.halt("AAPL", false);

            assertThat(Sim.brief(client.heard())).contains("fill 1@100.01");
        }
    }

    @Test
    void an_order_good_after_a_time_waits_for_it() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(Orders.market(1, "BUY", 1).with(37, "20260105-15:30:10").text());
            Sim.seconds(simulator, 9);
            assertThat(client.heard()).isEmpty();

            Sim.seconds(simulator, 1);

            assertThat(Sim.brief(client.heard())).contains("fill 1@100.01");
        }
    }

    @Test
    void a_queue_delay_and_slippage_are_what_they_were_set_to() {
        FillModel slow = new FillModel(1, java.time.Duration.ofSeconds(3), 0.05, Long.MAX_VALUE);
        try (GatewaySimulator simulator = Sim.builder().fills(slow).start();
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask(Orders.market(1, "SELL", 1).text());
            Sim.seconds(simulator, 2);
            assertThat(client.heard()).isEmpty();

            Sim.seconds(simulator, 1);

            assertThat(Sim.brief(client.heard())).contains("fill 1@99.94");
            assertThat(simulator.position(Sim.ACCOUNT, "AAPL")).isEqualTo(new BigDecimal("-1"));
        }
    }
}
