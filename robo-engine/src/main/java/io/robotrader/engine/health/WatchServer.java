package io.robotrader.engine.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.robotrader.correlation.CorrelationMatrix;
import io.robotrader.engine.health.WatchRequest.Refused;
import io.robotrader.engine.health.WatchRequest.Words;
import io.robotrader.engine.view.EngineControls;
import io.robotrader.risk.PortfolioReport;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows an engine by HTTP, to this machine alone: it listens on loopback and answers only to the names of loopback. From
 * elsewhere, come through a tunnel of your own, such as {@code ssh -L}.
 *
 * <ul>
 *   <li>{@code GET /health}: the {@link HealthReport} as JSON; 200, or 503 when unhealthy
 *   <li>{@code GET /metrics}: figures for Prometheus, if they were given
 *   <li>{@code GET /}: a page that shows the engine live, and {@code GET /api/view}, the JSON that it reads
 *   <li>{@code POST /api/pause}, {@code /api/resume}, {@code /api/halt}, {@code /api/reset}: with {@code Authorization:
 *       Bearer} and the token, from this server's own page or a program, and a JSON object with {@code who} and {@code why}
 * </ul>
 *
 * <p>Without a token nothing can be done through it. Thread-safe. It has threads of its own, which end with {@link #close}.
 */
public final class WatchServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WatchServer.class);
    private static final int THREADS = 4;
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int CONFLICT = 409;
    private static final int FAILED = 500;
    private static final int UNAVAILABLE = 503;
    private static final String JSON = "application/json; charset=utf-8";
    private static final Map<String, String> PAGE = Map.of(
            "/", "text/html; charset=utf-8",
            "/watch.css", "text/css; charset=utf-8",
            "/watch.js", "text/javascript; charset=utf-8");

    private final HttpServer server;
    private final ExecutorService threads;
    private final EngineControls engine;
    private final HealthMonitor health;
    private final @Nullable Supplier<String> metrics;
    private final @Nullable Supplier<PortfolioReport> limits;
    private final @Nullable Supplier<CorrelationMatrix> correlations;
    private final @Nullable String token;

    private WatchServer(Builder builder) throws IOException {
        this.engine = builder.engine;
        this.health = builder.health;
        this.metrics = builder.metrics;
        this.limits = builder.limits;
        this.correlations = builder.correlations;
        this.token = builder.token;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), builder.port), 0);
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "robo-watch");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * {@return a builder}
     *
     * @param engine what is shown, and acted upon
     * @param health judges it
     */
    public static Builder builder(EngineControls engine, HealthMonitor health) {
        return new Builder(engine, health);
    }

    /** {@return the port that it listens on} */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Stops listening, and cuts off whoever is being answered. Closing twice is once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            try {
                WatchRequest request = new WatchRequest(exchange);
                request.requireThisMachine();
                answer(exchange, request);
            } catch (Refused refused) {
                send(exchange, refused.status(), JSON, message(String.valueOf(refused.getMessage())));
            } catch (RuntimeException e) {
                LOG.error(
                        "The watch server could not answer {}",
                        exchange.getRequestURI().getPath(),
                        e);
                send(exchange, FAILED, JSON, message("The engine could not answer; its log says why."));
            }
        } catch (IOException e) {
            LOG.debug("A client of the watch server went away: {}", e.getMessage());
        }
    }

    private void answer(HttpExchange exchange, WatchRequest request) throws IOException, Refused {
        String path = exchange.getRequestURI().getPath();
        boolean acts = path.startsWith("/api/") && !path.equals("/api/view");
        String method = exchange.getRequestMethod();
        if (!method.equals(acts ? "POST" : "GET")) {
            exchange.getResponseHeaders().set("Allow", acts ? "POST" : "GET");
            throw new Refused(
                    NOT_ALLOWED, path + " must be asked by " + (acts ? "POST" : "GET") + ", but was by " + method);
        }
        if (acts) {
            act(exchange, request, path);
        } else if (path.equals("/health")) {
            HealthReport report = health.report();
            send(exchange, report.status() == HealthStatus.UNHEALTHY ? UNAVAILABLE : OK, JSON, ViewJson.of(report));
        } else if (path.equals("/api/view")) {
            send(
                    exchange,
                    OK,
                    JSON,
                    ViewJson.of(
                            engine.view(),
                            health.report(),
                            Optional.ofNullable(limits).map(Supplier::get),
                            Optional.ofNullable(correlations).map(Supplier::get)));
        } else if (path.equals("/metrics") && metrics != null) {
            send(exchange, OK, "text/plain; version=0.0.4; charset=utf-8", metrics.get());
        } else if (PAGE.containsKey(path)) {
            send(exchange, OK, PAGE.get(path), resource(path.equals("/") ? "watch.html" : path.substring(1)));
        } else {
            throw new Refused(NOT_FOUND, "there is nothing here");
        }
    }

    private void act(HttpExchange exchange, WatchRequest request, String path) throws IOException, Refused {
        if (token == null) {
            throw new Refused(NOT_FOUND, "this server only shows: no token was set when it was started");
        }
        request.requireRightToAct(token);
        Words words = request.words();
        try {
            String done = switch (path) {
                case "/api/pause" -> {
                    engine.pause(words.who(), words.why());
                    yield "Opening risk is paused.";
                }
                case "/api/resume" -> {
                    engine.resume(words.who());
                    yield "The pause is over.";
                }
                case "/api/halt" -> {
                    engine.halt(words.who(), words.why());
                    yield "Trading is halted.";
                }
                case "/api/reset" ->
                    engine.resetHalt(words.who(), words.why()) ? "The halt is lifted." : "No halt is in force.";
                default -> throw new Refused(NOT_FOUND, "there is nothing here");
            };
            LOG.info("{} by {}: {}", path, words.who(), words.why());
            send(exchange, OK, JSON, message(done));
        } catch (IllegalStateException e) {
            throw new Refused(CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    private static String message(String text) {
        return Json.write(out -> {
            out.writeStartObject();
            out.writeStringProperty("message", text);
            out.writeEndObject();
        });
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = WatchServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
                        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    /** Describes a server and starts it. Not thread-safe. */
    public static final class Builder {

        private static final int LARGEST_PORT = 65_535;
        private static final int SHORTEST_TOKEN = 16;

        private final EngineControls engine;
        private final HealthMonitor health;
        private int port;
        private @Nullable Supplier<String> metrics;
        private @Nullable Supplier<PortfolioReport> limits;
        private @Nullable Supplier<CorrelationMatrix> correlations;
        private @Nullable String token;

        private Builder(EngineControls engine, HealthMonitor health) {
            this.engine = Objects.requireNonNull(engine, "engine");
            this.health = Objects.requireNonNull(health, "health");
        }

        /**
         * Where to listen.
         *
         * @param number from 0 to 65535; 0, as it is at first, for any that is free
         * @return this builder
         */
        public Builder port(int number) {
            if (number < 0 || number > LARGEST_PORT) {
                throw new IllegalArgumentException("port must be in [0, 65535], but was " + number);
            }
            port = number;
            return this;
        }

        /**
         * What {@code /metrics} answers.
         *
         * @param scrape the figures in Prometheus' text format, such as {@code registry::scrape}
         * @return this builder
         */
        public Builder metrics(Supplier<String> scrape) {
            metrics = Objects.requireNonNull(scrape, "scrape");
            return this;
        }

        /**
         * How the account stands to its limits, for the page.
         *
         * @param report as of now; quick
         * @return this builder
         */
        public Builder limits(Supplier<PortfolioReport> report) {
            limits = Objects.requireNonNull(report, "report");
            return this;
        }

        /**
         * How alike the symbols are, for the page.
         *
         * @param matrix as of now; quick
         * @return this builder
         */
        public Builder correlations(Supplier<CorrelationMatrix> matrix) {
            correlations = Objects.requireNonNull(matrix, "matrix");
            return this;
        }

        /**
         * Lets those who know the token pause, resume, halt and lift a halt. Without it nobody can.
         *
         * @param newToken the secret, 16 signs or more of printable ASCII without space
         * @return this builder
         * @throws IllegalArgumentException if the token is too short or has other signs; the message does not tell it
         */
        public Builder token(String newToken) {
            if (newToken.length() < SHORTEST_TOKEN || !newToken.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
                throw new IllegalArgumentException("token must be " + SHORTEST_TOKEN
                        + " signs or more of printable ASCII without space, but was not");
            }
            token = newToken;
            return this;
        }

        /**
         * {@return the server, listening}
         *
         * @throws IOException if the port cannot be had
         */
        public WatchServer start() throws IOException {
            return new WatchServer(this);
        }
    }
}
