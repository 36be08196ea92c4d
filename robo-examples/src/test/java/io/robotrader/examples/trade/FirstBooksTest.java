package io.robotrader.examples.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.EngineState;
import io.robotrader.engine.TradingEngine;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.OrderFilled;
import io.robotrader.engine.event.EngineEvent.Reconciled;
import io.robotrader.engine.ibkr.IbkrContract;
import io.robotrader.engine.ibkr.IbkrPosition;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.examples.console.BadInputException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A run in a folder of its own begins with what the account has, and with nothing that it had before. */
@Timeout(300)
class FirstBooksTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private CompletableFuture<TradingEngine> engine = new CompletableFuture<>();
    private CompletableFuture<Integer> running = CompletableFuture.completedFuture(0);

    @TempDir
    private Path folder;

    @AfterEach
    void stopWhatStillRuns() throws Exception {
        if (engine.isDone()) {
            engine.join().stop(Duration.ZERO);
            running.join();
        }
    }

    /** Trades until something is so, stops, and tells what is in the journal. */
    private List<EngineEvent> run(Market market, String name, Predicate<TradingEngine> isSo) throws Exception {
        CompletableFuture<TradingEngine> begun = new CompletableFuture<>();
        engine = begun;
        PrintStream told = new PrintStream(out, true, StandardCharsets.UTF_8);
        running = CompletableFuture.supplyAsync(() -> new CommandLine(new Paper(Map.of(), told, told, begun::complete))
                .execute(market.options(folder.resolve(name))));
        CompletableFuture.anyOf(begun, running).join();
        assertThat(running).as(out.toString(StandardCharsets.UTF_8)).isNotDone();
        TradingEngine trading = begun.join();
        Instant begin = market.gateway.now();
        market.moveUntil(
                () -> isSo.test(trading) || !trading.state().isLive(),
                now -> !now.isAfter(
                        trading.view().lastBars().getOrDefault("AAPL", begin).plusSeconds(120)));
        assertThat(trading.view().halt()).isEmpty();
        trading.stop();
        assertThat(running.join()).isZero();
        assertThat(trading.state()).isEqualTo(EngineState.STOPPED);
        try (JdbcJournal journal =
                JdbcJournal.inFile(folder.resolve(name).resolve("paper").resolve("journal"))) {
            return journal.past().toList();
        }
    }

    @Test
    void another_journal_on_the_same_day_begins_with_the_account_and_not_with_the_fills_of_before() throws Exception {
        var bars = Market.minutes(minute -> 100 + 3 * Math.sin(minute / 12.0));
        try (Market market = new Market(builder -> builder.bars(bars))) {
            List<EngineEvent> first =
                    run(market, "first", it -> it.view().counts().tradesExecuted() >= 2);
            assertThat(first).anyMatch(OrderFilled.class::isInstance);
            BigDecimal cash = market.gateway.cash(Market.ACCOUNT);
            Instant end = market.gateway.now();

            List<EngineEvent> second = run(
                    market,
                    "second",
                    it -> it.view().lastBars().getOrDefault("AAPL", end).isAfter(end.plusSeconds(120)));

            assertThat(second.get(0))
                    .isInstanceOfSatisfying(
                            CashAdopted.class, it -> assertThat(it.cash()).isEqualByComparingTo(cash));
            assertThat(second.stream()
                            .filter(OrderFilled.class::isInstance)
                            .map(it -> ((OrderFilled) it).fill().time()))
                    .allMatch(time -> time.isAfter(end));
            assertThat(second.stream()
                            .filter(Reconciled.class::isInstance)
                            .flatMap(it -> ((Reconciled) it).differences().stream()))
                    .isEmpty();
        }
    }

    @Test
    void books_that_cannot_begin_are_refused_whole_and_can_begin_when_they_are_mended() {
        RoboConfig config = RoboConfig.defaults();
        String symbol = config.symbols().get(0);
        IbkrPosition right = position(symbol, "10", "40");
        Path file = folder.resolve("journal");
        try (JdbcJournal journal = JdbcJournal.inFile(file)) {
            assertThatThrownBy(() -> FirstBooks.adopt(found(position(symbol, "10.5", "40")), config, journal, 100))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("10.5", symbol, "take it out of symbols");
            assertThatThrownBy(() -> FirstBooks.adopt(found(position(symbol, "10", "0")), config, journal, 100))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining(symbol, "average cost of 0", "take it out of symbols");
            assertThatThrownBy(() -> FirstBooks.adopt(found(right), config, journal, 0))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining("--history must be at least 1 for the first run in a folder, but was 0");
            assertThat(journal.lastSequence()).isZero();

            FirstBooks.adopt(found(right), config, journal, 1);

            assertThat(journal.lastSequence()).isEqualTo(2);
        }
    }

    private static GatewayProbe found(IbkrPosition position) {
        return new GatewayProbe("DU1", Instant.parse("2024-03-08T15:00:00Z"), BigDecimal.TEN, List.of(position));
    }

    private static IbkrPosition position(String symbol, String quantity, String cost) {
        return new IbkrPosition(
                "DU1",
                IbkrContract.stock(symbol),
                new BigDecimal(quantity),
                new BigDecimal(cost),
                null,
                null,
                null,
                null);
    }
}
