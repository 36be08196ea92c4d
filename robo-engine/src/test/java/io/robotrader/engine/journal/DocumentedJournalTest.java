package io.robotrader.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.HaltLifted;
import io.robotrader.engine.event.EngineEvent.Halted;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of docs/journal.md is this code. */
class DocumentedJournalTest {
    private final List<EngineEvent> shown = new ArrayList<>();

    @TempDir
    private Path folder;

    private void show(EngineEvent event) {
        shown.add(event);
    }

    @Test
    void a_journal_is_written_and_read() {
        Path file = folder.resolve("journal");
        Instant now = Instant.EPOCH;

        // tag::snippet
        try (JdbcJournal journal = JdbcJournal.inFile(file)) {
            journal.append(new TroubleNoted(now, "feed", "no bar of AAPL for a minute"));
            journal.last(Set.of(Halted.class, HaltLifted.class)).ifPresent(entry -> show(entry.event()));
            journal.past().forEach(event -> show(event));
        }
        // end::snippet

        assertThat(shown).containsExactly(new TroubleNoted(now, "feed", "no bar of AAPL for a minute"));
    }

    @Test
    void the_document_shows_this_code() throws IOException {
        String source = Files.readString(
                Path.of("src/test/java/io/robotrader/engine/journal/DocumentedJournalTest.java"),
                StandardCharsets.UTF_8);
        String code = source.substring(
                source.indexOf("        try", source.indexOf("// tag" + "::snippet")),
                source.indexOf("        // end" + "::snippet"));

        assertThat(Files.readString(Path.of("..", "docs", "journal.md"), StandardCharsets.UTF_8))
                .contains(code.stripTrailing().stripIndent());
    }
}
