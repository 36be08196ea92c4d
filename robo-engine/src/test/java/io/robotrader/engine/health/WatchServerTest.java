package io.robotrader.engine.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WatchServerTest {

    private static final String TOKEN = "a-token-of-this-test";
    private static final String WORDS = "{\"who\":\"ann\",\"why\":\"lunch\"}";

    private final WatchedEngine engine = new WatchedEngine();
    private final AtomicReference<HealthStatus> status = new AtomicReference<>(HealthStatus.HEALTHY);
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();
    private final HealthMonitor monitor = new HealthMonitor(
            () -> WatchedEngine.NOW, List.of(now -> new HealthFinding("journal", status.get(), "as told")));
    private WatchServer server;

    @BeforeEach
    void start() throws IOException {
        server = WatchServer.builder(engine, monitor)
                .metrics(() -> "robo_equity 1.0\n")
                .token(TOKEN)
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void health_is_json_and_200_or_503() throws Exception {
        HttpResponse<String> well = get("/health");
        status.set(HealthStatus.DEGRADED);
        HttpResponse<String> degraded = get("/health");
        status.set(HealthStatus.UNHEALTHY);
        HttpResponse<String> unwell = get("/health");

        assertThat(well.statusCode()).isEqualTo(200);
        assertThat(well.body())
                .isEqualTo("{\"status\":\"HEALTHY\",\"at\":\"2026-03-02T17:00:00Z\",\"findings\":["
                        + "{\"name\":\"journal\",\"status\":\"HEALTHY\",\"message\":\"as told\"}]}");
        assertThat(degraded.statusCode()).isEqualTo(200);
        assertThat(unwell.statusCode()).isEqualTo(503);
        assertThat(unwell.body()).contains("\"status\":\"UNHEALTHY\"");
    }

    @Test
    void metrics_are_what_was_given_and_nothing_is_there_without() throws Exception {
        assertThat(get("/metrics").body()).isEqualTo("robo_equity 1.0\n");

        try (WatchServer without = WatchServer.builder(engine, monitor).start()) {
            assertThat(send(without, "GET", "/metrics", "").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void the_view_has_everything_that_the_page_shows() throws Exception {
        String view = get("/api/view").body();

        assertThat(view)
                .contains("\"state\":\"RUNNING\"", "\"equity\":101250.5", "\"heat\":0.01")
                .contains(
                        "{\"symbol\":\"AAPL\",\"quantity\":100,\"averagePrice\":200.0,\"mark\":212.5,\"value\":21250.0,"
                                + "\"pnl\":1250.0,\"stop\":196.0,\"target\":null}")
                .contains("\"id\":\"MSFT-20260302-9\"", "\"limit\":401.5", "\"state\":\"WORKING\"")
                .contains("\"approved\":false", "\"name\":\"risk\",\"status\":\"HEALTHY\"")
                .contains("\"halt\":null", "\"tradesExecuted\":12", "\"correlations\":{\"symbols\":[]");
    }

    @Test
    void whoever_resumes_on_the_page_sees_before_which_prices_that_confirms() throws Exception {
        engine.pause("ann", "lunch");
        engine.doubts = Map.of("MSFT", "MSFT went from 40.0 to 10.0", "AAPL", "AAPL went from 100.0 to 50.0");

        assertThat(get("/api/view").body())
                .contains("\"holds\":[\"PERSON: ann: lunch\",\"PRICES OF AAPL: AAPL went from 100.0 to 50.0\","
                        + "\"PRICES OF MSFT: MSFT went from 40.0 to 10.0\"]");
    }

    @ParameterizedTest
    @CsvSource({"/, text/html", "/watch.css, text/css", "/watch.js, text/javascript"})
    void the_page_comes_with_a_policy_that_lets_nothing_foreign_in(String path, String type) throws Exception {
        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(it -> assertThat(it).startsWith(type));
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("default-src 'none'; script-src 'self'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.body()).doesNotContain("http://", "https://", "innerHTML");
    }

    @Test
    void who_knows_the_token_can_pause_resume_halt_and_lift() throws Exception {
        assertThat(act("/api/pause").body()).isEqualTo("{\"message\":\"Opening risk is paused.\"}");
        assertThat(act("/api/resume").body()).isEqualTo("{\"message\":\"The pause is over.\"}");
        assertThat(act("/api/halt").body()).isEqualTo("{\"message\":\"Trading is halted.\"}");
        assertThat(get("/api/view").body()).contains("\"halt\":{\"level\":\"HALT\"");
        assertThat(act("/api/reset").body()).isEqualTo("{\"message\":\"The halt is lifted.\"}");
        assertThat(act("/api/reset").body()).isEqualTo("{\"message\":\"No halt is in force.\"}");

        assertThat(engine.asked)
                .containsExactly(
                        "pause ann: lunch", "resume ann", "halt ann: lunch", "reset ann: lunch", "reset ann: lunch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer ", "Bearer wrong", "Basic a-token-of-this-test", "Bearer a-token-of-this-tes"})
    void bx_10_nothing_is_done_without_the_token(String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(server, "/api/halt"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(WORDS));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }

        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(engine.asked).isEmpty();
    }

    @Test
    void without_a_token_nothing_can_be_done_at_all() throws Exception {
        try (WatchServer only = WatchServer.builder(engine, monitor).start()) {
            HttpResponse<String> answer = send(only, "POST", "/api/halt", WORDS);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("this server only shows");
        }
        assertThat(engine.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Origin|http://evil.example|403",
                "Origin|null|403",
                "Sec-Fetch-Site|cross-site|403",
                "Sec-Fetch-Site|same-site|403",
                "Content-Type|text/plain|415",
            })
    void other_pages_cannot_act_even_with_the_token(String header, String value, int status) throws Exception {
        String type = header.equals("Content-Type") ? "" : "Content-Type: application/json\r\n";

        String answer = raw("POST /api/halt HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nAuthorization: Bearer "
                + TOKEN + "\r\n" + type + header + ": " + value + "\r\nConnection: close\r\nContent-Length: "
                + WORDS.length() + "\r\n\r\n" + WORDS);

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(engine.asked).isEmpty();
    }

    @Test
    void our_own_page_can_act() throws Exception {
        String host = "127.0.0.1:" + server.port();

        String answer = raw("POST /api/pause HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host
                + "\r\nSec-Fetch-Site: same-origin\r\nAuthorization: Bearer " + TOKEN
                + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: " + WORDS.length()
                + "\r\n\r\n" + WORDS);

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(engine.asked).containsExactly("pause ann: lunch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "127.0.0.1", "localhost:1", ""})
    void only_the_names_of_this_machine_are_answered(String host) throws Exception {
        String answer = raw("GET /api/view HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 40").doesNotContain("equity");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|400|who must not be blank",
                "{\"who\":\" \",\"why\":\"x\"}|400|who must not be blank",
                "{\"who\":\"ann\"}|400|why must not be blank",
                "{\"who\":1,\"why\":\"x\"}|400|who must be a text",
                "{\"who\":\"ann\",\"why\":\"x\",\"much\":\"y\"}|400|the body must have who and why, but had much",
                "[]|400|the body must be a JSON object",
                "{\"who\":|400|the body must be a JSON object",
            })
    void a_request_to_act_says_who_and_why(String body, int status, String message) throws Exception {
        HttpResponse<String> answer = send(server, "POST", "/api/pause", body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(message);
        assertThat(engine.asked).isEmpty();
    }

    @Test
    void a_body_has_its_bound() throws Exception {
        assertThat(send(server, "POST", "/api/pause", "{\"who\":\"" + "a".repeat(5000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"POST, /health, GET", "DELETE, /, GET", "GET, /api/halt, POST", "PUT, /api/pause, POST"})
    void other_methods_are_refused(String method, String path, String allowed) throws Exception {
        HttpResponse<String> answer = send(server, method, path, "");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/../pom.xml", "/watch.html", "/WatchServer.class"})
    void nothing_else_is_served(String path) throws Exception {
        assertThat(send(server, "GET", path, "").statusCode()).isEqualTo(404);
    }

    @Test
    void the_port_is_free_again_after_closing() throws Exception {
        int port = server.port();
        server.close();
        server.close();

        try (WatchServer again = WatchServer.builder(engine, monitor).port(port).start()) {
            assertThat(again.port()).isEqualTo(port);
        }
    }

    @Test
    void a_token_is_long_enough_and_never_told() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchServer.builder(engine, monitor).token("short-secret"))
                .withMessageStartingWith("token must be 16 signs or more")
                .withMessageNotContaining("short-secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WatchServer.builder(engine, monitor).port(65_536))
                .withMessage("port must be in [0, 65535], but was 65536");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(server, "GET", path, "");
    }

    private HttpResponse<String> act(String path) throws Exception {
        return send(server, "POST", path, WORDS);
    }

    private HttpResponse<String> send(WatchServer to, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(to, path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + TOKEN)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(WatchServer to, String path) {
        return URI.create("http://127.0.0.1:" + to.port() + path);
    }

    /** What no client of good manners would send. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .collect(Collectors.joining("\n"));
        }
    }
}
