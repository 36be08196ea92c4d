package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.execution.PaperBroker;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.market.HistoryFeed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the section on replay in docs/journal.md is this code. */
class DocumentedReplayTest {
    private final List<String> shown = new ArrayList<>();

    @TempDir
    private Path folder;

    private void show(String text) {
        shown.add(text);
    }

    @Test
    void a_run_is_replayed_and_put_before_another_policy() throws Exception {
        Path file = folder.resolve("journal");
        RoboConfig stricter = Sample.unlimited(true)
                .set("risk.maxOrderNotional", "100")
                .load()
                .config();
        TradingEngine engine = TradingEngine.builder()
                .config(Sample.config(true, "off", "off"))
                .clock(new VirtualClock(Instant.EPOCH))
                .journal(JdbcJournal.inFile(file))
                .broker(PaperBroker.free())
                .feed(HistoryFeed.of(Sample.bars("AAPL", 100, 101, 102, 103, 104, 105, 106, 107, 108)))
                .build();
        engine.start();
        assertThat(engine.awaitEnd()).isEmpty();

        // tag::snippet
        try (JdbcJournal journal = JdbcJournal.inFile(file)) {
            JournalReplay replay = JournalReplay.of(journal);
            for (ReplayResult run : replay.all()) {
                show(run.difference().map(ReplayDifference::message).orElse("the same up to entry " + run.last()));
            }
            PolicyComparison comparison = replay.under(stricter);
            comparison.blocked().forEach(it -> show(it.sequence() + " " + it.decision()));
        }
        // end::snippet

        assertThat(shown).hasSizeGreaterThan(1);
        assertThat(shown.get(0)).startsWith("the same up to entry ");
        assertThat(shown.get(1)).contains("Rejected");
    }

    @Test
    void the_document_shows_this_code() throws Exception {
        String source = Files.readString(
                Path.of("src/test/java/io/robotrader/engine/DocumentedReplayTest.java"), StandardCharsets.UTF_8);
        String code = source.substring(
                source.indexOf("        try", source.indexOf("// tag" + "::snippet")),
                source.indexOf("        // end" + "::snippet"));

        assertThat(Files.readString(Path.of("..", "docs", "journal.md"), StandardCharsets.UTF_8))
                .contains(code.stripTrailing().stripIndent());
    }
}
