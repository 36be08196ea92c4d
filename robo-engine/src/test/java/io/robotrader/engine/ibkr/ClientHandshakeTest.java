package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.ibkr.ScriptedGateway.Peer;
import io.robotrader.engine.ibkr.wire.FrameBuffer;
import io.robotrader.engine.ibkr.wire.Hello;
import io.robotrader.engine.ibkr.wire.HelloReply;
import io.robotrader.engine.ibkr.wire.SessionMessage.ManagedAccounts;
import io.robotrader.engine.ibkr.wire.SessionMessage.NextValidId;
import io.robotrader.engine.ibkr.wire.SessionRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** How a session starts, and when it does not. */
class ClientHandshakeTest {

    @Test
    void a_session_starts_with_the_bytes_of_the_golden_one() {
        try (Desk desk = Desk.reading()) {
            CompletableFuture<Void> connected = desk.client.connect();
            Peer peer = desk.gateway.accept();

            Hello hello = peer.hello();
            SessionRequest.StartApi start = peer.expect(SessionRequest.StartApi.class);
            peer.send(new ManagedAccounts("DU1234567"), new NextValidId(1));

            Desk.get(connected);
            assertThat(hello).isEqualTo(Hello.OURS);
            assertThat(start.clientId()).isEqualTo(7);
            assertThat(java.util.HexFormat.of().formatHex(peer.heard()))
                    .isEqualTo("4150490000000009763135372e2e313738" + "000000083731003200370000");
            assertThat(desk.client.state()).isEqualTo(ConnectionState.READY);
            assertThat(desk.client.account().names()).containsExactly("DU1234567");
        }
    }

    @Test
    void bytes_may_come_one_by_one_or_all_at_once() {
        for (boolean oneByOne : new boolean[] {true, false}) {
            try (Desk desk = Desk.reading()) {
                CompletableFuture<Void> connected = desk.client.connect();
                Peer peer = desk.gateway.acceptHello();
                byte[] bytes = peer.bytes(new ManagedAccounts("DU1,DU2,"), new NextValidId(530));

                if (oneByOne) {
                    for (byte one : bytes) {
                        peer.raw(one);
                    }
                } else {
                    peer.raw(bytes);
                }

                Desk.get(connected);
                assertThat(desk.client.account().names()).containsExactly("DU1", "DU2");
            }
        }
    }

    @Test
    void a_session_is_ready_only_when_both_accounts_and_next_id_have_come_in_whatever_order() {
        for (boolean accountsFirst : new boolean[] {true, false}) {
            try (Desk desk = Desk.reading()) {
                CompletableFuture<Void> connected = desk.client.connect();
                Collector<IbkrError> errors = Collector.of(desk.client.errors());
                Peer peer = desk.gateway.acceptHello();

                peer.send(accountsFirst ? new ManagedAccounts("DU1") : new NextValidId(1));
                peer.error(-1, 2104, "Market data farm connection is OK:usfarm");
                errors.next();
                assertThat(connected).isNotDone();
                assertThat(desk.client.state()).isEqualTo(ConnectionState.CONNECTING);

                peer.send(accountsFirst ? new NextValidId(1) : new ManagedAccounts("DU1"));
                Desk.get(connected);
            }
        }
    }

    @Test
    void nothing_can_be_asked_before_there_is_a_session() {
        try (Desk desk = Desk.reading()) {
            assertThat(Desk.failure(desk.client.currentTime()).code()).isEqualTo(504);
            assertThat(Desk.failure(desk.client.contracts().details(Desk.AAPL)).errorClass())
                    .isEqualTo(ErrorClass.CONNECTION);
            assertThat(Collector.of(desk.client.marketData().quotes(Desk.AAPL, ""))
                            .failure()
                            .code())
                    .isEqualTo(504);
        }
    }

    @Test
    void a_gateway_that_accepts_and_says_nothing_is_given_up_in_time() {
        try (Desk desk = Desk.reading()) {
            CompletableFuture<Void> connected = desk.client.connect();
            Peer peer = desk.gateway.accept();
            peer.hello();
            peer.expect(SessionRequest.StartApi.class);

            desk.timer.advance(Duration.ofSeconds(11));

            assertThat(Desk.failure(connected).text()).contains("not started the session in time");
            assertThat(peer.isClosed()).isTrue();
            assertThat(desk.client.state()).isEqualTo(ConnectionState.CLOSED);
        }
    }

    @Test
    void nobody_at_the_port_is_502() {
        Desk desk = Desk.reading();
        desk.gateway.close();

        IbkrError error = Desk.failure(desk.client.connect());

        assertThat(error.code()).isEqualTo(502);
        assertThat(error.errorClass()).isEqualTo(ErrorClass.CONNECTION);
    }

    @Test
    void a_client_id_in_use_is_326_and_the_vendors_own_words() {
        try (Desk desk = Desk.reading()) {
            CompletableFuture<Void> connected = desk.client.connect();
            Peer peer = desk.gateway.acceptHello();

            peer.error(-1, 326, "Unable to connect as the client id is already in use.");

            IbkrError error = Desk.failure(connected);
            assertThat(error.code()).isEqualTo(326);
            assertThat(error.text()).isEqualTo("Unable to connect as the client id is already in use.");
        }
    }

    @Test
    void a_server_version_that_is_not_spoken_is_fatal() {
        try (Desk desk = Desk.reading()) {
            CompletableFuture<Void> connected = desk.client.connect();
            Peer peer = desk.gateway.accept();
            FrameBuffer reply = new FrameBuffer();
            new HelloReply(201, "20260105 15:30:00 US/Eastern").encode(reply);

            peer.raw(reply.toByteArray());

            IbkrError error = Desk.failure(connected);
            assertThat(error.code()).isEqualTo(503);
            assertThat(error.errorClass()).isEqualTo(ErrorClass.FATAL);
        }
    }

    @Test
    void garbage_for_a_handshake_fails_and_hangs_nobody() {
        for (byte[] garbage : new byte[][] {{-1, -1, -1, -1}, {0, 0, 0, 2, 'x', 0}, {0, 0, 0, 1, 0}}) {
            try (Desk desk = Desk.reading()) {
                CompletableFuture<Void> connected = desk.client.connect();
                Peer peer = desk.gateway.accept();

                peer.raw(garbage);

                assertThat(Desk.failure(connected).code()).isEqualTo(507);
                assertThat(peer.isClosed()).isTrue();
            }
        }
    }

    @Test
    void a_port_for_live_trading_is_refused_unless_the_account_was_named() {
        for (int port : new int[] {7496, 4001}) {
            try (IbkrClient client = IbkrClient.builder().port(port).build()) {
                IbkrError error = Desk.failure(client.connect());

                assertThat(error.errorClass()).isEqualTo(ErrorClass.FATAL);
                assertThat(error.text()).contains("allowLivePort");
            }
        }
        assertThat(new Interlock(7496, "U1", false).refusal()).isEmpty();
        assertThat(new Interlock(4002, null, false).refusal()).isEmpty();
    }

    @Test
    void an_allowed_live_account_must_be_one_of_the_logins() {
        try (Desk desk = new Desk(builder -> builder.allowLivePort("U7654321"))) {
            CompletableFuture<Void> connected = desk.client.connect();
            desk.gateway.acceptSession(1);

            IbkrError error = Desk.failure(connected);

            assertThat(error.errorClass()).isEqualTo(ErrorClass.FATAL);
            assertThat(error.text()).doesNotContain("U7654321");
        }
    }

    @Test
    void closing_tells_whoever_waits_and_ends_every_stream() {
        Desk desk = Desk.reading().connected();
        CompletableFuture<?> waiting = desk.client.contracts().details(Desk.AAPL);
        Collector<ConnectionEvent> states = Collector.of(desk.client.states());
        Collector<IbkrTick> ticks = Collector.of(desk.client.marketData().quotes(Desk.AAPL, ""));

        desk.close();
        desk.client.close();

        assertThat(Desk.failure(waiting).text()).contains("closed");
        assertThat(states.next().state()).isEqualTo(ConnectionState.CLOSED);
        states.awaitEnd();
        ticks.awaitEnd();
        assertThat(desk.peer.isClosed()).isTrue();
    }
}
