package io.robotrader.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.ConnectionChanged;
import io.robotrader.engine.event.EngineEvent.DataRefused;
import io.robotrader.engine.event.EngineEvent.PositionAdopted;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a journal promises in every database. Each test has a database, or a schema, of its own. */
abstract class JournalContract {
    private static final Instant AT = Instant.parse("2024-03-08T12:00:00.123456789Z");

    /** The same database for the length of a test. */
    abstract DataSource source();

    private static EngineEvent event(int number) {
        return new TroubleNoted(AT.plusNanos(number), "test", "Größe € \uD83D\uDE80 '\"\\ " + number);
    }

    @Test
    void what_goes_in_comes_out_also_after_it_is_opened_again() {
        List<EngineEvent> events = List.of(
                event(1),
                new PositionAdopted(Instant.MIN, "AAPL", Long.MIN_VALUE, new BigDecimal("1.2300E-40"), BigDecimal.ONE),
                new ConnectionChanged(Instant.MAX, true, ""));
        try (JdbcJournal journal = JdbcJournal.open(source())) {
            events.forEach(journal::append);
            assertThat(journal.status()).isEqualTo(JournalStatus.WRITABLE);
        }

        try (JdbcJournal journal = JdbcJournal.open(source())) {
            assertThat(journal.past()).containsExactlyElementsOf(events);
            assertThat(journal.lastSequence()).isEqualTo(3);
            journal.append(event(4));
            assertThat(journal.entries(3)).extracting(JournalEntry::event).containsExactly(event(4));
        }
    }

    @Test
    void more_than_a_page_is_read_in_order_and_without_a_gap() {
        try (JdbcJournal journal = JdbcJournal.open(source())) {
            for (int i = 1; i <= 2300; i++) {
                journal.append(i % 23 == 0 ? new DataRefused(AT, "A", "x") : event(i));
            }

            assertThat(journal.entries(0).mapToLong(JournalEntry::sequence).toArray())
                    .isEqualTo(LongStream.rangeClosed(1, 2300).toArray());
            assertThat(journal.entries(23, Set.of(DataRefused.class))
                            .mapToLong(JournalEntry::sequence)
                            .toArray())
                    .isEqualTo(LongStream.rangeClosed(2, 100).map(i -> i * 23).toArray());
            assertThat(journal.entries(2290, Set.of(DataRefused.class, TroubleNoted.class)))
                    .hasSize(10);
            assertThat(journal.entries(0, Set.of())).isEmpty();
            assertThat(journal.last(Set.of(TroubleNoted.class)).orElseThrow().sequence())
                    .isEqualTo(2299);
            assertThat(journal.last(Set.of(TroubleNoted.class, DataRefused.class))
                            .orElseThrow()
                            .sequence())
                    .isEqualTo(2300);
            assertThat(journal.last(Set.of(PositionAdopted.class))).isEmpty();
        }
    }

    @Test
    void a_journal_of_the_first_format_is_brought_up() throws SQLException {
        try (JdbcJournal journal = JdbcJournal.open(source())) {
            journal.append(event(1));
        }
        run("DROP INDEX journal_entry_kind", "DELETE FROM journal_schema_version WHERE version > 1");

        try (JdbcJournal journal = JdbcJournal.open(source())) {
            assertThat(journal.past()).containsExactly(event(1));
        }

        run("DROP INDEX journal_entry_kind"); // it is there again
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void an_append_that_failed_can_be_done_again_and_is_there_once(FaultySource.Fault fault) {
        FaultySource faulty = new FaultySource(source());
        try (JdbcJournal journal = JdbcJournal.open(faulty.source())) {
            journal.append(event(1));
            faulty.next = fault;

            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> journal.append(event(2)))
                    .withMessageEndingWith("could not take entry 2, TroubleNoted");
            assertThat(journal.status().writable()).isFalse();
            assertThat(journal.status().trouble()).endsWith("could not take entry 2, TroubleNoted");
            assertThat(journal.lastSequence()).as("the number may be taken").isEqualTo(2);

            journal.append(event(2));
            journal.append(event(3));

            assertThat(journal.status()).isEqualTo(JournalStatus.WRITABLE);
            assertThat(journal.past()).containsExactly(event(1), event(2), event(3));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void another_event_after_a_failure_leaves_no_gap(FaultySource.Fault fault) {
        FaultySource faulty = new FaultySource(source());
        boolean written = fault == FaultySource.Fault.ANSWER_LOST || fault == FaultySource.Fault.BROKEN_AFTER;
        List<EngineEvent> expected = new ArrayList<>(List.of(event(1), event(2), event(3)));
        try (JdbcJournal journal = JdbcJournal.open(faulty.source())) {
            journal.append(event(1));
            faulty.next = fault;
            assertThatExceptionOfType(JournalException.class).isThrownBy(() -> journal.append(event(2)));

            journal.append(event(3));

            expected.remove(written ? null : event(2));
            assertThat(journal.past()).containsExactlyElementsOf(expected);
            assertThat(journal.lastSequence()).isEqualTo(expected.size());
        }
    }

    @Test
    void an_entry_of_somebody_else_in_the_place_of_one_that_failed_is_told() throws SQLException {
        FaultySource faulty = new FaultySource(source());
        try (JdbcJournal journal = JdbcJournal.open(faulty.source())) {
            faulty.next = FaultySource.Fault.REFUSED;
            assertThatExceptionOfType(JournalException.class).isThrownBy(() -> journal.append(event(1)));
            run("INSERT INTO journal_entry VALUES (1, '2024-03-08T12:00:00Z', 'Other', NULL, NULL, '{}')");

            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> journal.append(event(1)))
                    .withMessageEndingWith("has an entry 1 of somebody else: another journal writes to it");
            assertThat(journal.status().writable()).isFalse();
        }
    }

    @Test
    void acknowledged_entries_that_are_gone_after_a_reconnect_are_written_again_unless_they_had_to_be_safe()
            throws SQLException {
        FaultySource faulty = new FaultySource(source());
        EngineEvent safe = new PositionAdopted(AT, "AAPL", 1, BigDecimal.ONE, BigDecimal.ONE);
        try (JdbcJournal journal = JdbcJournal.open(faulty.source())) {
            journal.append(safe);
            journal.append(event(2));
            journal.append(event(3));
            faulty.next = FaultySource.Fault.BROKEN_BEFORE;
            assertThatExceptionOfType(JournalException.class).isThrownBy(() -> journal.append(event(4)));
            run("DELETE FROM journal_entry WHERE sequence_number > 1");

            journal.append(event(4));
            assertThat(journal.past()).containsExactly(safe, event(2), event(3), event(4));

            faulty.next = FaultySource.Fault.BROKEN_BEFORE;
            assertThatExceptionOfType(JournalException.class).isThrownBy(() -> journal.append(event(5)));
            run("DELETE FROM journal_entry");
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> journal.append(event(5)))
                    .withMessageEndingWith("has lost entries: its last is 0, and it had acknowledged 4");
        }
    }

    @Test
    void what_need_not_be_safe_at_once_is_so_after_a_thousand() throws SQLException {
        FaultySource faulty = new FaultySource(source());
        try (JdbcJournal journal = JdbcJournal.open(faulty.source())) {
            for (int i = 1; i <= 1001; i++) {
                journal.append(event(i));
            }
            faulty.next = FaultySource.Fault.BROKEN_BEFORE;
            assertThatExceptionOfType(JournalException.class).isThrownBy(() -> journal.append(event(0)));
            run("DELETE FROM journal_entry");

            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> journal.append(event(0)))
                    .withMessageEndingWith("has lost entries: its last is 0, and it had acknowledged 1001");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void what_could_not_be_written_at_the_end_is_taken_by_the_next_one_and_is_there_once(
            FaultySource.Fault fault, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("spilled");
        List<EngineEvent> left =
                List.of(event(2), new PositionAdopted(AT, "A\tB\n\r\\", 1, BigDecimal.ONE, BigDecimal.ONE));
        FaultySource faulty = new FaultySource(source());
        try (JdbcJournal journal = JdbcJournal.open(faulty.source()).spillingTo(file)) {
            journal.append(event(1));
            faulty.next = fault;
            assertThatExceptionOfType(JournalException.class).isThrownBy(() -> journal.append(left.get(0)));

            assertThat(journal.spill(left)).contains(file.toString());
        }

        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("2\t2024-03-08T12:00:00.123456791Z\tTroubleNoted\t\t\t{\"where\":\"test\"");
        List<String> text = Files.readAllLines(file);
        for (int opened = 0; opened < 2; opened++) {
            // The second time it was killed after it had taken the file and before it had renamed it.
            Files.write(file, text);
            try (JdbcJournal journal = JdbcJournal.open(source()).spillingTo(file)) {
                assertThat(journal.past()).containsExactly(event(1), left.get(0), left.get(1));
                assertThat(journal.lastSequence()).isEqualTo(3);
            }
            assertThat(file).doesNotExist();
        }
        assertThat(folder.resolve("spilled.taken")).hasSameTextualContentAs(Files.write(file, text));
    }

    @Test
    void what_was_spilled_and_does_not_follow_is_left_for_a_person(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("spilled");
        try (JdbcJournal journal = JdbcJournal.open(source()).spillingTo(file)) {
            journal.append(event(1));
            journal.spill(List.of(event(2)));
        }
        try (JdbcJournal journal = JdbcJournal.open(source())) {
            assertThat(journal.spill(List.of(event(3))))
                    .as("nobody has said where to")
                    .isEmpty();
            journal.append(event(3));
        }

        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JdbcJournal.open(source()).spillingTo(file))
                .withMessageEndingWith(
                        "has gone on without entry 2 in " + file + ", which an earlier run could not write to it");
        assertThat(file).exists();
        Files.writeString(file, "2\tyesterday");
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> JdbcJournal.open(source()).spillingTo(file))
                .withMessage(file + ", which an earlier run could not put into its journal, is damaged");
        JdbcJournal.open(source()).close();
    }

    @Test
    void where_nothing_can_be_put_nothing_is_spilled(@TempDir Path folder) {
        Path file = folder.resolve("not there").resolve("spilled");
        try (JdbcJournal journal = JdbcJournal.open(source()).spillingTo(file)) {
            assertThatExceptionOfType(JournalException.class)
                    .isThrownBy(() -> journal.spill(List.of(event(1))))
                    .withMessageEndingWith("could not be put into " + file);
        }
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
