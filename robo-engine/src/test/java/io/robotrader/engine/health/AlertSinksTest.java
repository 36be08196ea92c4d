package io.robotrader.engine.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import io.robotrader.engine.health.Alert.Severity;
import io.robotrader.engine.health.MailServer.Login;
import io.robotrader.engine.health.MailServer.Security;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AlertSinksTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Alert HALT = new Alert(
            Instant.parse("2026-03-02T17:00:00Z"), Severity.CRITICAL, "halt PERSON", "Trading is at HALT: \"stop\"");

    @Test
    void a_webhook_gets_the_alert_as_json() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        HttpServer server = server(204, bodies);
        try {
            AlertSinks.webhook(address(server), PATIENCE).deliver(HALT);
        } finally {
            server.stop(0);
        }

        assertThat(bodies)
                .containsExactly("POST application/json; charset=utf-8 {\"at\":\"2026-03-02T17:00:00Z\","
                        + "\"severity\":\"CRITICAL\",\"subject\":\"halt PERSON\","
                        + "\"text\":\"Trading is at HALT: \\\"stop\\\"\"}");
    }

    @Test
    void a_webhook_that_refuses_is_a_failure_that_does_not_tell_the_address() throws Exception {
        HttpServer server = server(302, new CopyOnWriteArrayList<>());
        try {
            AlertSink sink = AlertSinks.webhook(address(server), PATIENCE);

            assertThatIOException()
                    .isThrownBy(() -> sink.deliver(HALT))
                    .withMessage("the webhook must answer with 200 to 299, but answered 302");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_webhook_that_is_not_there_is_a_failure_that_does_not_tell_the_address() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        AlertSink sink = AlertSinks.webhook(URI.create("http://127.0.0.1:" + port + "/secret"), PATIENCE);

        assertThatIOException()
                .isThrownBy(() -> sink.deliver(HALT))
                .withMessage("the webhook could not be reached: ConnectException")
                .withNoCause();
    }

    @Test
    void a_webhook_goes_by_http_and_has_patience() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlertSinks.webhook(URI.create("ftp://host/x"), PATIENCE))
                .withMessage("address must begin with http: or https:, but began with ftp:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AlertSinks.webhook(URI.create("http://host/x"), Duration.ZERO))
                .withMessage("patience must be positive, but was PT0S");
    }

    @Test
    void a_mail_says_what_happened() throws Exception {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> received = CompletableFuture.supplyAsync(() -> receive(door));

            AlertSinks.mail(mailServer(door.getLocalPort(), Security.NONE, Optional.empty()))
                    .deliver(new Alert(HALT.at(), HALT.severity(), "halt\r\nBcc: all@example.org", HALT.text()));

            assertThat(received.get(30, TimeUnit.SECONDS))
                    .contains("MAIL FROM:<desk@example.org>", "RCPT TO:<ann@example.org>")
                    .contains("Subject: [robo-trader] CRITICAL: halt Bcc: all@example.org")
                    .contains("Trading is at HALT: \"stop\"")
                    .doesNotContain("\nBcc:");
        }
    }

    @Test
    void a_mail_that_is_not_taken_is_a_failure() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        AlertSink sink = AlertSinks.mail(mailServer(port, Security.NONE, Optional.empty()));

        assertThatIOException()
                .isThrownBy(() -> sink.deliver(HALT))
                .withMessage("the mail to ann@example.org by 127.0.0.1 was not sent");
    }

    @Test
    void a_password_never_prints_and_never_goes_in_the_open() {
        Login login = new Login("desk", "tOp-secret");

        assertThat(mailServer(587, Security.STARTTLS, Optional.of(login)).toString())
                .contains("user=desk")
                .doesNotContain("tOp-secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mailServer(25, Security.NONE, Optional.of(login)))
                .withMessage("security must be STARTTLS or TLS with a login, but was NONE");
    }

    @Test
    void a_mail_server_has_a_port_an_address_and_patience() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mailServer(0, Security.TLS, Optional.empty()))
                .withMessage("port must be in [1, 65535], but was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new MailServer("h", 25, Security.NONE, Optional.empty(), " ", "ann@example.org", PATIENCE))
                .withMessage("from must not be blank, but was ' '");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailServer(
                        "h", 25, Security.NONE, Optional.empty(), "a@b.org", "ann@example.org", Duration.ZERO))
                .withMessage("patience must be positive, but was PT0S");
    }

    private static MailServer mailServer(int port, Security security, Optional<Login> login) {
        return new MailServer("127.0.0.1", port, security, login, "desk@example.org", "ann@example.org", PATIENCE);
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    private static HttpServer server(int status, List<String> bodies) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            bodies.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** The least that a mail server has to say; returns all that it was told. */
    private static String receive(ServerSocket door) {
        StringBuilder told = new StringBuilder();
        try (Socket client = door.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = client.getOutputStream();
            say(out, "220 ready");
            boolean data = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                told.append(line).append('\n');
                if (data) {
                    if (line.equals(".")) {
                        data = false;
                        say(out, "250 taken");
                    }
                    continue;
                }
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("DATA")) {
                    data = true;
                    say(out, "354 go on");
                } else if (command.startsWith("QUIT")) {
                    say(out, "221 bye");
                    break;
                } else {
                    say(out, "250 fine");
                }
            }
        } catch (IOException e) {
            told.append(e);
        }
        return told.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
