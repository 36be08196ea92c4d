package io.robotrader.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class JdbcJournalUrlTest {

    @Test
    void a_url_of_any_driver_on_the_class_path_opens_a_journal() {
        try (JdbcJournal journal = JdbcJournal.open("jdbc:h2:mem:by_url", "me", "secret")) {
            journal.append(new TroubleNoted(Instant.EPOCH, "test", "x"));

            assertThat(journal.read()).hasSize(1);
            assertThat(journal).hasToString("journal jdbc:h2:mem:by_url");
        }
    }

    @Test
    void no_password_is_told_when_there_is_no_driver() {
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JdbcJournal.open("jdbc:nosuch://db/desk?password=hush", "me", "secret"))
                .withMessage("journal jdbc:nosuch://db/desk could not be opened: there is no driver for it on the class"
                        + " path, the login is wrong, or nothing answers there (SQL state 08001)")
                .satisfies(e -> {
                    StringWriter trace = new StringWriter();
                    e.printStackTrace(new PrintWriter(trace));
                    assertThat(trace.toString()).doesNotContain("hush").doesNotContain("secret");
                });
    }
}
