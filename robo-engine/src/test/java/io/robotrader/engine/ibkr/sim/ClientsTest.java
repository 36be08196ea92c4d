package io.robotrader.engine.ibkr.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.engine.ibkr.wire.ErrorMessage;
import io.robotrader.engine.ibkr.wire.FrameDecoder;
import io.robotrader.engine.ibkr.wire.Hello;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Several clients at one gateway, and clients that do not behave. */
class ClientsTest {

    @Test
    void an_id_is_taken_until_its_socket_closes() {
        try (GatewaySimulator simulator = Sim.plain()) {
            try (TestClient first = TestClient.ready(simulator, 5);
                    TestClient second = new TestClient(simulator.port())) {
                second.hello("v157..178");
                second.send("71·2·5··");
                assertThat(second.until(m -> m.startsWith("4·")).get(1))
                        .isEqualTo(
                                "4·2·-1·326·Unable to connect as the client id is already in use. Retry with a unique"
                                        + " client id.··");
                assertThat(second.next()).isNull();
                assertThat(first.heard()).isEmpty();
            }
            TestClient again = null;
            while (again == null) { // the server hears of the closed socket some time later
                try {
                    again = TestClient.ready(simulator, 5);
                } catch (AssertionError stillTaken) {
                    assertThat(stillTaken).hasMessageContaining("326");
                }
            }
            again.close();
        }
    }

    @Test
    void versions_are_agreed_on_or_the_socket_is_closed() {
        try (GatewaySimulator simulator = Sim.builder().serverVersion(176).start()) {
            agreed(simulator, 1, "v100..193", "176");
            agreed(simulator, 2, "v157..160 +PACEAPI", "160");
            agreed(simulator, 3, "v170", "170");
            for (String none : List.of("v100..156", "v177..200", "vX", "nonsense")) {
                try (TestClient client = new TestClient(simulator.port())) {
                    client.hello(none);
                    assertThat(client.next()).isNull();
                }
            }
        }
    }

    private static void agreed(GatewaySimulator simulator, int id, String hello, String version) {
        try (TestClient client = new TestClient(simulator.port())) {
            client.hello(hello);
            assertThat(client.next()).isEqualTo(version + "·20260105 10:30:00 US/Eastern·");
            // An id of its own: the server may not have heard yet that the client before is gone.
            client.send("71·2·" + id + "··");
            assertThat(client.until(m -> m.startsWith("9·"))).containsExactly("15·1·DU1234567·", "9·1·1·");
        }
    }

    @Test
    void clients_have_ids_of_their_own_and_see_each_others_orders_when_they_ask() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient one = TestClient.ready(simulator, 1);
                TestClient two = TestClient.ready(simulator, 2)) {
            one.ask(Orders.limit(3, "BUY", 1, "90").text());
            two.ask(Orders.limit(3, "BUY", 2, "91").text());
            one.ask(Orders.market(4, "BUY", 1).text());
            assertThat(two.heard()).isEmpty();

            assertThat(Sim.brief(two.ask("5·1·"))).containsExactly("order Submitted", "status Submitted 0/2", "53");
            assertThat(Sim.brief(two.ask("16·1·")))
                    .containsExactly(
                            "order Submitted", "status Submitted 0/1", "order Submitted", "status Submitted 0/2", "53");
            assertThat(Sim.brief(two.ask("7·3·9·0·······"))).containsExactly("fill 1@100.01", "cost 1.0", "55");
            assertThat(two.ask("7·3·9·2·······")).containsExactly("55·1·9·");
            assertThat(two.ask("15·1·1·").get(0)).contains("·327·");

            assertThat(Sim.brief(two.ask("58·1·"))).containsExactly("status Cancelled 0/2", "error 202");
            assertThat(Sim.brief(one.heard())).containsExactly("status Cancelled 0/1", "error 202");
        }
    }

    @Test
    void an_order_may_be_cancelled_by_another_client() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient owner = TestClient.ready(simulator, 1);
                TestClient other = TestClient.ready(simulator, 2)) {
            owner.ask(Orders.limit(3, "BUY", 1, "90").text());

            List<String> heard = other.ask("4·1·3··");

            assertThat(Sim.brief(heard)).containsExactly("status Cancelled 0/1", "error 202");
            assertThat(heard.get(0).split("·", -1)[9]).isEqualTo("2");
            assertThat(Sim.brief(owner.heard())).containsExactly("status Cancelled 0/1", "error 202");
        }
    }

    @Test
    void too_many_messages_a_second_are_refused_and_then_the_client_is_cut_off() {
        Bench bench = new Bench(Sim.builder().messagesPerSecond(50));
        bench.start(1);
        bench.nanos = 2_000_000_000L;
        for (int i = 0; i < 50; i++) {
            assertThat(bench.ask("49·1·")).hasSize(1);
        }
        assertThat(Sim.brief(bench.ask("49·1·"))).containsExactly("error 100");
        bench.nanos = 3_000_000_000L;
        assertThat(Sim.brief(bench.ask("49·1·"))).containsExactly("49");
        for (int i = 0; i < 51; i++) {
            bench.send("49·1·");
        }
        assertThat(bench.closed).isTrue();
    }

    @Test
    void garbage_costs_only_the_client_that_sent_it() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient good = TestClient.ready(simulator, 1)) {
            TestClient noHello = new TestClient(simulator.port());
            noHello.raw(new byte[] {1, 2, 3, 4});
            assertThat(noHello.next()).isNull();
            TestClient tooLong = TestClient.ready(simulator, 2);
            tooLong.raw(new byte[] {0x7F, 0, 0, 0, 1});
            assertThat(tooLong.next()).isNull();
            TestClient malformed = TestClient.ready(simulator, 3);
            assertThat(malformed.ask("3·one·").get(0)).startsWith("4·2·-1·320·");
            assertThat(malformed.ask("999·1·2·3·")).isEmpty();
            assertThat(malformed.ask("83·7·a60001·")).containsExactly("82·7·0·");

            assertThat(good.ask("49·1·")).containsExactly("49·1·1767627000·");
        }
    }

    @Test
    void a_client_that_does_not_read_is_cut_off_and_delays_nobody() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient good = TestClient.ready(simulator, 1)) {
            TestClient deaf = TestClient.ready(simulator, 2);
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 1_000_000; i++) {
                            deaf.send("9·8·" + i + "·0·AAPL·STK··0.0···SMART··USD···0····");
                        }
                    })
                    .isInstanceOf(java.io.UncheckedIOException.class);

            assertThat(good.ask("49·1·")).hasSize(1);
        }
    }

    @Test
    void a_client_that_reads_stays_in_however_much_happens_in_one_step() throws Exception {
        List<Trade> trades = new java.util.ArrayList<>();
        for (int i = 0; i <= 100_000; i++) {
            trades.add(new Trade("AAPL", Sim.START.plusMillis(100L * i), (10_000 + i % 50) / 100.0, 100 + i % 7));
        }
        try (GatewaySimulator simulator = GatewaySimulator.builder()
                        .trades(trades)
                        .startAt(Sim.START)
                        .start();
                TestClient client = TestClient.ready(simulator, 1)) {
            client.ask("1·11·1001·0·AAPL·STK··0.0···SMART··USD···0··0·0··");
            CompletableFuture<Integer> reading = CompletableFuture.supplyAsync(
                    () -> client.until(m -> m.startsWith("49·")).size());

            Sim.seconds(simulator, 10_000);
            client.send("49·1·");

            assertThat(reading.get(60, TimeUnit.SECONDS)).isGreaterThan(100_000);
        }
    }

    @Test
    void what_is_said_in_one_step_is_not_gathered_beyond_64_kilobytes() {
        List<Integer> written = new java.util.ArrayList<>();
        boolean[] open = {true};
        ClientSession session = agreed(new ClientSession.Outlet() {
            @Override
            public void write(byte[] bytes) {
                written.add(bytes.length);
            }

            @Override
            public boolean isOpen() {
                return open[0];
            }

            @Override
            public void close() {}
        });
        for (int i = 0; i < 10_000; i++) {
            session.encode(new ErrorMessage(i, 321, "too long", ""));
        }
        assertThat(written).hasSizeGreaterThan(3).allMatch(length -> length < 70_000);

        open[0] = false;
        session.flush();
        session.encode(new ErrorMessage(1, 321, "too long", ""));

        assertThat(session.isClosed()).isTrue();
        assertThat(session.out.size()).isZero();
    }

    private static ClientSession agreed(ClientSession.Outlet outlet) {
        ClientSession session = new ClientSession(outlet);
        FrameDecoder decoder = FrameDecoder.ofClientStream(100);
        byte[] hello = "API\0\0\0\0\11v157..178".getBytes(StandardCharsets.UTF_8);
        decoder.feed(hello, 0, hello.length);
        assertThat(session.agree(Hello.decode(Objects.requireNonNull(decoder.next())), 178))
                .isTrue();
        return session;
    }

    @Test
    void what_a_client_says_after_it_was_refused_is_not_kept() {
        Bench bench = new Bench(Sim.builder());
        bench.start(1);
        bench.gateway.close(bench.session);

        bench.send("49·1·");
        bench.gateway.received(bench.session, new byte[] {0x7F, 0, 0, 0});

        assertThat(bench.session.decoder.next()).isNull();
    }

    @Test
    void the_turn_is_given_back_even_if_what_was_said_cannot_go_out() throws Exception {
        GatewayServer server = new GatewayServer(Sim.builder().settings(), 0, null);
        server.start();
        ClientSession broken = agreed(new ClientSession.Outlet() {
            @Override
            public void write(byte[] bytes) {
                throw new IllegalStateException("the line is broken");
            }

            @Override
            public void close() {}
        });
        assertThatThrownBy(() -> server.call(gateway -> {
                    gateway.opened(broken);
                    broken.encode(new ErrorMessage(1, 321, "wrong", ""));
                    return true;
                }))
                .hasMessage("the line is broken");

        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> server.call(gateway -> true));

        assertThat(other.get(20, TimeUnit.SECONDS)).isTrue();
        server.stop();
    }

    @Test
    void a_guest_that_cannot_be_let_in_is_sent_away_and_the_next_one_comes_in() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        int[] guests = {0};
        FrontDoor door = new FrontDoor(0, (by, connection) -> {
            if (guests[0]++ == 0) {
                throw new IllegalStateException("no room");
            }
            second.countDown();
            connection.abort();
        });
        try (TestClient first = new TestClient(door.port())) {
            assertThat(first.next()).isNull();
            new TestClient(door.port()).close();

            assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            door.shut();
        }
    }

    @Test
    void what_comes_before_the_start_is_ignored_and_a_second_start_is_refused() {
        try (GatewaySimulator simulator = Sim.plain();
                TestClient client = new TestClient(simulator.port())) {
            client.hello("v157..178");
            client.send("49·1·");
            client.send("71·2·1·");
            assertThat(client.until(m -> m.startsWith("4·2·-1·2158"))).noneMatch(m -> m.startsWith("49·"));
            assertThat(Sim.brief(client.ask("71·2·1··"))).containsExactly("error 501");
        }
    }

    @Test
    void no_more_than_32_clients_get_in() {
        try (GatewaySimulator simulator = Sim.plain()) {
            List<TestClient> clients = new java.util.ArrayList<>();
            for (int i = 0; i < 32; i++) {
                clients.add(TestClient.ready(simulator, i));
            }
            try (TestClient last = new TestClient(simulator.port())) {
                assertThat(last.next()).isNull();
            }
            clients.forEach(TestClient::close);
        }
    }

    @Test
    void nobody_gets_in_from_a_restart_on_until_it_is_over() {
        try (GatewaySimulator simulator = Sim.plain()) {
            for (int i = 0; i < 100; i++) {
                CompletableFuture<TestClient> comer =
                        CompletableFuture.supplyAsync(() -> new TestClient(simulator.port()));

                simulator.restart(Duration.ofSeconds(1));

                assertThatThrownBy(() -> new TestClient(simulator.port())).hasMessageContaining("refused");
                // Whoever comes at just that moment is put out, or is not let in: refused, reset or at the stream's
                // end.
                assertThatThrownBy(() -> greeted(comer)).isNotInstanceOf(TimeoutException.class);
                Sim.seconds(simulator, 1);
            }
            TestClient.ready(simulator, 1).close();
        }
    }

    private static void greeted(CompletableFuture<TestClient> comer) throws Exception {
        try (TestClient client = comer.get(20, TimeUnit.SECONDS)) {
            client.hello("v157..178");
            client.until(reply -> true);
        }
    }

    @Test
    void a_restart_within_a_restart_ends_with_the_first() {
        try (GatewaySimulator simulator = Sim.plain()) {
            simulator.restart(Duration.ofSeconds(1));
            simulator.restart(Duration.ofSeconds(2));

            Sim.seconds(simulator, 1);
            TestClient.ready(simulator, 1).close();
            Sim.seconds(simulator, 1);

            TestClient.ready(simulator, 2).close();
        }
    }

    @Test
    void everything_but_the_connections_survives_a_restart() {
        try (GatewaySimulator simulator = Sim.plain()) {
            try (TestClient client = TestClient.ready(simulator, 4)) {
                client.ask(Orders.market(9, "BUY", 10).text());
                client.ask(Orders.limit(10, "BUY", 5, "90").until("GTC").text());
                simulator.restart(Duration.ofSeconds(30));
                assertThat(client.next()).isNull();
            }
            assertThatThrownBy(() -> new TestClient(simulator.port())).hasMessageContaining("refused");
            Sim.seconds(simulator, 30);

            try (TestClient client = TestClient.ready(simulator, 4)) {
                assertThat(client.ask("8·1·1·")).containsExactly("9·1·11·");
                assertThat(client.ask("61·1·"))
                        .containsExactly(
                                "61·3·DU1234567·265598·AAPL·STK··0.0···NASDAQ·USD·AAPL·NMS·10·100.11·", "62·1·");
                assertThat(client.ask("5·1·").get(0)).contains("·1417080202·");
                assertThat(Sim.brief(client.ask("4·1·10··"))).containsExactly("status Cancelled 0/5", "error 202");
                assertThat(Sim.brief(client.ask("7·3·9·0·······"))).containsExactly("fill 10@100.01", "cost 1.0", "55");
            }
        }
    }

    @Test
    void the_clock_may_follow_real_time_and_leave_out_the_nights() {
        long[] nanos = {0};
        try (GatewaySimulator simulator = Sim.builder()
                .startAt(java.time.Instant.parse("2026-01-05T20:59:59Z"))
                .realTime(() -> nanos[0], 100)
                .start()) {
            nanos[0] = 20_000_000;
            while (simulator.now().isBefore(java.time.Instant.parse("2026-01-06T14:29:00Z"))) {
                Thread.onSpinWait();
            }
            assertThat(simulator.now()).isBefore(java.time.Instant.parse("2026-01-06T14:29:05Z"));
        }
    }
}
