package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.event.EngineEvent.DayClosed;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import io.robotrader.risk.rule.LimitKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When positions are opened, and what the end of a trade date leaves behind. */
@Timeout(60)
class TradingEngineHoursTest {

    private final Stage stage = new Stage();

    @AfterEach
    void end() throws Exception {
        stage.close();
    }

    private static RoboConfig hours(String hours) {
        return Sample.unlimited(false).set("execution.entryHours", hours).load().config();
    }

    /** A bar at a time of New York on the day after the first, with a wish. */
    private void wish(String time, Direction direction) throws InterruptedException {
        Instant at = MarketCalendars.nyse().at(Sample.FIRST_DATE.plusDays(1), LocalTime.parse(time));
        Bar bar = Bar.ofClose("AAPL", at, 100);
        stage.script.at(bar, direction);
        stage.bar(bar);
    }

    @ParameterizedTest
    @CsvSource({
        "regular, 09:29, false",
        "regular, 09:30, true",
        "regular, 16:00, true",
        "regular, 16:01, false",
        "extended, 03:59, false",
        "extended, 04:00, true",
        "extended, 19:59, true",
        "extended, 20:01, false",
        "any, 02:00, true"
    })
    void positions_are_opened_in_the_hours_of_the_settings(String hours, String time, boolean opened) throws Exception {
        stage.config = hours(hours);
        stage.start();
        wish("01:00", Direction.FLAT);

        wish(time, Direction.LONG);

        assertThat(stage.broker.working).hasSize(opened ? 1 : 0);
        assertThat(stage.decisions()).hasSize(opened ? 1 : 0);
    }

    @Test
    void an_exit_passes_at_any_hour() throws Exception {
        stage.start();
        wish("15:00", Direction.LONG);
        stage.fill("100");

        wish("18:00", Direction.FLAT);

        assertThat(stage.broker.asked).hasSize(2);
    }

    @Test
    void one_bar_a_day_speaks_for_a_day_that_closed_early_and_a_second_does_not() throws Exception {
        stage.start();
        Instant late = MarketCalendars.nyse().at(LocalDate.parse("2024-07-03"), LocalTime.of(16, 0));
        stage.bar("AAPL", 1, 100);
        Bar second = Bar.ofClose("AAPL", late.plusSeconds(60), 100);
        stage.script.at(second, Direction.LONG);
        Bar first = Bar.ofClose("AAPL", late, 100);
        stage.script.at(first, Direction.LONG);

        stage.bar(first);

        assertThat(stage.broker.asked).hasSize(1);
        stage.bar(second);
        assertThat(stage.broker.asked).containsExactly("BUY 100", "cancel");
    }

    @Test
    void the_gate_knows_the_session_too() throws Exception {
        stage.config = Sample.unlimited(false)
                .set("execution.entryHours", "regular")
                .set("execution.onlyInSession", "true")
                .load()
                .config();
        stage.start();

        wish("15:00", Direction.LONG);

        assertThat(stage.broker.working).hasSize(1);
        stage.passTo(Sample.close(1).plus(Duration.ofHours(1)));
        assertThat(stage.engine.desk.gate().check(stage.broker.working.get(0)).violations())
                .anyMatch(it -> it.kind() == LimitKind.OUTSIDE_SESSION);
    }

    @Test
    void the_end_of_a_trade_date_leaves_its_portfolio_and_figures_in_files(@TempDir Path folder) throws Exception {
        Path into = folder.resolve("exports");
        stage.start(it -> it.exportFolder(into)).open("AAPL", 1);
        stage.bar("AAPL", 2, 101.5);

        stage.bar("AAPL", 24 * 60, 101);

        assertThat(stage.heard(DayClosed.class)).hasSize(1);
        assertThat(Files.readAllLines(into.resolve("portfolio_20240304.csv")))
                .containsExactly(
                        "symbol,quantity,averagePrice,mark,value,unrealizedPnl", "AAPL,100,100.0,101.5,10150.0,150.0");
        assertThat(Files.readString(into.resolve("metrics_20240304.csv")))
                .startsWith("metric,value\ntradeDate,2024-03-04\nequity,100150.0\ncash,90000\ndayPnl,150.0\n")
                .contains("openPositions,1\n");
        try (Stream<Path> files = Files.list(into)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void a_date_that_the_program_did_not_see_the_end_of_is_closed_and_written_by_the_next_start(@TempDir Path folder)
            throws Exception {
        stage.start(it -> it.exportFolder(folder)).open("AAPL", 1);
        assertThat(folder).isEmptyDirectory();

        stage.passTo(Sample.close(0));
        stage.close();
        stage.passTo(Sample.close(1));
        stage.restart(it -> it.exportFolder(folder));
        stage.pass(Duration.ofMinutes(2));
        stage.until(() -> stage.heard(DayClosed.class).count() > 0);
        stage.restart(it -> it.exportFolder(folder));
        stage.pass(Duration.ofMinutes(2));
        stage.until(view -> view.loops().stream().allMatch(it -> it.runs() > 0));

        assertThat(stage.heard(DayClosed.class)).hasSize(1);
        assertThat(folder.resolve("metrics_20240304.csv")).exists();
    }

    @Test
    void an_export_that_fails_is_told_and_the_date_is_closed_all_the_same(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("in-the-way"), "");
        stage.start(it -> it.exportFolder(file)).open("AAPL", 1);

        stage.bar("AAPL", 24 * 60, 101);

        assertThat(stage.heard(DayClosed.class)).hasSize(1);
        assertThat(stage.heard(TroubleNoted.class).map(TroubleNoted::where)).contains("export");
    }
}
