package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.execution.PaperBroker;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.HistoryFeed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.h2.jdbcx.JdbcDataSource;

/** Whatever the market does, a run comes out the same again, and its own policy disagrees with nothing. */
class JournalReplayProperties {

    @Property(tries = 25)
    void a_recorded_run_is_replayed_without_a_difference(
            @ForAll @Size(min = 8, max = 30) List<@IntRange(min = -6, max = 6) Integer> moves,
            @ForAll boolean shorts,
            @ForAll boolean stops)
            throws InterruptedException {
        RoboConfig config = Sample.unlimited(shorts)
                .set("risk.maxDailyLossPct", "0.02")
                .set("execution.maxDailyTrades", "3")
                .load()
                .config();
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        TradingEngine engine = TradingEngine.builder()
                .config(config)
                .protectiveStops(stops)
                .clock(new VirtualClock(Instant.EPOCH))
                .journal(JdbcJournal.open(database))
                .broker(PaperBroker.withCosts(0.001, new BigDecimal("0.01")))
                .feed(HistoryFeed.of(bars(moves)))
                .build();
        engine.start();
        assertThat(engine.awaitEnd()).isEmpty();

        try (JdbcJournal journal = JdbcJournal.open(database)) {
            JournalReplay replay = JournalReplay.of(journal).engine(it -> it.protectiveStops(stops));
            ReplayResult result = replay.all().get(0);
            PolicyComparison comparison = replay.under(config);

            assertThat(result.difference().map(ReplayDifference::message)).isEmpty();
            assertThat(result.last()).isEqualTo(journal.lastSequence());
            assertThat(comparison.blocked()).isEmpty();
            assertThat(comparison.passed()).isEmpty();
        }
    }

    private static List<Bar> bars(List<Integer> moves) {
        List<Bar> bars = new ArrayList<>();
        double aapl = 100;
        double msft = 50;
        for (int day = 0; day < moves.size(); day++) {
            double move = moves.get(day) / 100.0;
            bars.add(Sample.bar("AAPL", day, aapl, aapl * (1 + move)));
            bars.add(Sample.bar("MSFT", day, msft, msft * (1 - move / 2)));
            aapl *= 1 + move;
            msft *= 1 - move / 2;
        }
        return bars;
    }
}
