package io.robotrader.examples.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.CommissionCharged;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.examples.replay.Replay;
import io.robotrader.risk.account.Side;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PaperTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<TradingEngine> engine = new CompletableFuture<>();
    private CompletableFuture<Integer> running = CompletableFuture.completedFuture(0);

    @TempDir
    private Path folder;

    /** A test that has failed leaves no engine behind, which would go on writing to a folder that is gone. */
    @AfterEach
    void stopWhatStillRuns() throws Exception {
        if (engine.isDone()) {
            engine.join().stop(Duration.ZERO);
            running.join();
        }
    }

    private int run(String... args) {
        return new CommandLine(new Paper(
                        Map.of(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        engine::complete))
                .execute(args);
    }

    private CompletableFuture<Integer> running(Market market, String... more) {
        running = CompletableFuture.supplyAsync(() -> run(market.options(folder, more)));
        return running;
    }

    private TradingEngine engine(CompletableFuture<Integer> code) {
        CompletableFuture.anyOf(engine, code).join();
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isNotDone();
        return engine.join();
    }

    @Test
    void it_trades_at_the_gateway_and_after_a_stop_journal_and_gateway_have_the_same_books() throws Exception {
        // Up and down within an hour: the strategy buys and sells.
        var bars = Market.minutes(minute -> 100 + 3 * Math.sin(minute / 12.0));
        try (Market market = new Market(builder -> builder.bars(bars))) {
            CompletableFuture<Integer> code = running(market, "--watch", "0");
            TradingEngine trading = engine(code);

            Instant begin = market.gateway.now();
            market.moveUntil(
                    () -> trading.view().counts().tradesExecuted() >= 3,
                    now -> !now.isAfter(trading.view()
                            .lastBars()
                            .getOrDefault("AAPL", begin)
                            .plusSeconds(120)));
            assertWatched();
            assertThat(asked()).isLessThan(3);
            trading.stop();

            assertThat(code.join()).isZero();
            assertThat(trading.state()).isEqualTo(EngineState.STOPPED);
            assertThat(market.gateway.workingOrders()).isZero();
            assertSameBooks(market);
            assertReplaysTheSame();
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("-> RUNNING", "filled   BUY", "filled   SELL", "STOPPING -> STOPPED")
                .doesNotContain(Market.ACCOUNT);
    }

    /** Asks the engine that runs for something that it shows. */
    private HttpResponse<String> get(String path) throws Exception {
        String told = out.toString(StandardCharsets.UTF_8);
        String address = told.replaceAll("(?s).*Watch it at (http://[0-9.:]+/).*", "$1");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address + path))
                                .timeout(Duration.ofSeconds(30))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** The page with what it is allowed to do, and the counts for a machine. */
    private void assertWatched() throws Exception {
        HttpResponse<String> health = get("health");
        HttpResponse<String> page = get("");
        HttpResponse<String> metrics = get("metrics");

        assertThat(health.statusCode()).as(health.body()).isEqualTo(200);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.headers().firstValue("content-security-policy")).isPresent();
        assertThat(page.body()).contains("<html", "</html>");
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body().lines().filter(line -> line.startsWith("robo_")))
                .as(metrics.body())
                .anySatisfy(line -> assertThat(line).matches("robo_\\w+\\S* [1-9].*"));
        // The limits that are in force, and how far they are used.
        assertThat(get("api/view").body()).containsPattern("\"limits\":\\[\\{\"name\":\"[A-Z_]+\"");
        assertThat(get("nowhere").statusCode()).isEqualTo(404);
    }

    /** The command that asks it. */
    private int asked() {
        String port =
                out.toString(StandardCharsets.UTF_8).replaceAll("(?s).*Watch it at http://[0-9.]+:([0-9]+)/.*", "$1");
        return new CommandLine(new Health(new PrintStream(out, true, StandardCharsets.UTF_8), System.err))
                .execute("--port", port);
    }

    /** What it learned before, the wait for the broker's books, bars and fills: all of it comes out the same again. */
    private void assertReplaysTheSame() {
        StringWriter told = new StringWriter();
        int exit = new CommandLine(new Replay())
                .setOut(new PrintWriter(told, true))
                .execute(folder.resolve("paper").toString());

        assertThat(exit).as(told.toString()).isZero();
        assertThat(told.toString())
                .contains("with protective stops: the same")
                .containsPattern("\\d+ BarTaken, .*\\d+ OrderFilled")
                .doesNotContain("the rest is not replayed");
    }

    private void assertSameBooks(Market market) {
        BigDecimal cash = BigDecimal.ZERO;
        long shares = 0;
        List<EngineEvent> events;
        try (JdbcJournal journal = JdbcJournal.inFile(folder.resolve("paper").resolve("journal"))) {
            events = journal.past().toList();
        }
        for (EngineEvent event : events) {
            if (event instanceof CashAdopted adopted) {
                cash = adopted.cash();
            } else if (event instanceof OrderFilled filled) {
                Fill fill = filled.fill();
                long signed = fill.side() == Side.BUY ? fill.quantity() : -fill.quantity();
                shares += signed;
                cash = cash.subtract(fill.price().multiply(BigDecimal.valueOf(signed)))
                        .subtract(fill.commission());
            } else if (event instanceof CommissionCharged charged) {
                cash = cash.subtract(charged.commission().amount());
            }
        }
        assertThat(BigDecimal.valueOf(shares)).isEqualByComparingTo(market.gateway.position(Market.ACCOUNT, "AAPL"));
        assertThat(cash).isEqualByComparingTo(market.gateway.cash(Market.ACCOUNT));
        assertThat(events.get(events.size() - 1))
                .isInstanceOfSatisfying(
                        StateChanged.class, last -> assertThat(last.to()).isEqualTo(EngineState.STOPPED));
    }

    @Test
    void where_there_is_no_gateway_it_says_so_in_one_sentence_and_what_to_do() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        int code = run("--gateway", "127.0.0.1:" + port, "--dir", folder.toString());

        assertThat(code).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8).strip().lines())
                .singleElement()
                .asString()
                .contains("No gateway that can be used listens on 127.0.0.1:" + port, "'gateway'");
    }

    @Test
    void what_an_earlier_run_could_not_write_is_taken_from_the_other_disk() throws Exception {
        Path spilled = Files.createDirectory(folder.resolve("disk")).resolve("journal.spilled");
        EngineEvent event = new TroubleNoted(Instant.EPOCH, "test", "the disk was full");
        try (JdbcJournal journal = JdbcJournal.inFile(folder.resolve("paper").resolve("journal"))) {
            journal.spillingTo(spilled).spill(List.of(event));
        }

        try (Market market = new Market(builder -> builder.bars(Market.minutes(minute -> 100)))) {
            CompletableFuture<Integer> code =
                    running(market, "--spill", spilled.getParent().toString());
            engine(code).stop();
            assertThat(code.join()).isZero();
        }

        assertThat(Files.exists(spilled)).isFalse();
        try (JdbcJournal journal = JdbcJournal.inFile(folder.resolve("paper").resolve("journal"));
                Stream<EngineEvent> all = journal.past()) {
            assertThat(all.toList()).startsWith(event);
        }
    }

    @Test
    void where_there_is_no_gateway_the_log_adds_nothing_to_that_sentence() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Paper.class.getName(),
                        "--gateway",
                        "127.0.0.1:" + port,
                        "--dir",
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).isEqualTo(2);
        assertThat(told).contains("No gateway that can be used").doesNotContain("is lost");
    }

    @Test
    void a_gateway_of_another_time_a_foreign_one_and_a_live_mode_are_refused() throws Exception {
        try (Market market = new Market(builder -> builder.bars(Market.minutes(minute -> 100)))) {
            String gateway = "127.0.0.1:" + market.gateway.port();
            UnaryOperator<String> dir = name -> folder.resolve(name).toString();

            assertThat(run("--gateway", gateway, "--dir", dir.apply("a"))).isEqualTo(2);
            assertThat(run("--gateway", "192.0.2.1:4002", "--dir", dir.apply("b")))
                    .isEqualTo(2);
            assertThat(run("--gateway", "here", "--dir", dir.apply("b"))).isEqualTo(2);
            assertThat(run("--gateway", gateway, "--bars", "7m")).isEqualTo(2);
            assertThat(run("--gateway", gateway, "--stop-within", "-1")).isEqualTo(2);
            assertThat(run("--gateway", gateway, "--spill", dir.apply("b"))).isEqualTo(2);
            assertThat(run("--gateway", gateway, "--set", "execution.mode=live"))
                    .isEqualTo(2);
            assertThat(run("--gateway", gateway, "--set", "execution.mode=backtest"))
                    .isEqualTo(2);
            assertThat(run("--gateway", "127.0.0.1:4001", "--dir", dir.apply("b")))
                    .isEqualTo(2);
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(
                        "add --time BARS",
                        "--gateway must be on this machine",
                        "--gateway must be like 127.0.0.1:4002",
                        "--bars must be one of",
                        "--stop-within must be from 0 to 86400",
                        "--spill must be a folder that exists, but was " + folder.resolve("b"),
                        "execution.mode must be paper, but was backtest (code)",
                        "--gateway must not be at a port on which real money is traded, but was 127.0.0.1:4001");
        assertThat(folder.resolve("b"))
                .satisfies(nothing -> assertThat(Files.exists(nothing)).isFalse());
    }
}
