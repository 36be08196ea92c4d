package io.robotrader.engine.journal;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.OrderDecided;
import io.robotrader.engine.event.EngineEvent.StateChanged;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A journal in a database, one row an event.
 *
 * <p>Each append is a transaction of its own. In a file, an approved order and a change of state, with everything before
 * them, have been handed to the operating system when append returns: they survive the end of the JVM, even a violent one.
 * Other entries follow within half a second. The loss of power is survived once the system has written its buffers,
 * within seconds as a rule; closing writes all. In a database of the user's, an entry is as safe as that database makes a
 * commit.
 *
 * <p>Not thread-safe: one thread appends, reads and closes. One journal at a time writes to a database.
 */
public final class JdbcJournal implements Journal {

    private final EntryTable table;
    private final String place;
    private final boolean delayed;
    private long lastSequence;
    private boolean closed;

    private JdbcJournal(EntryTable table, String place, boolean delayed) throws SQLException {
        this.table = table;
        this.place = place;
        this.delayed = delayed;
        this.lastSequence = table.lastSequence();
    }

    /**
     * Opens the journal in a file, kept by the embedded H2 database. What is not there is made, folders too; what is there
     * is continued after its last entry. While it is open, nothing else can open the file. To look into it afterwards with
     * a database tool, log in as {@code sa} without a password.
     *
     * @param file the file; {@code .mv.db} is added to its name unless it ends so
     * @return the journal, open
     * @throws IllegalArgumentException if the path contains a semicolon, which H2 cannot tell from a setting
     * @throws JournalException if another journal or program has the file open, if it is damaged or holds something
     *     else, or if it cannot be made, read or written
     */
    public static JdbcJournal inFile(Path file) {
        H2File database = new H2File(file);
        return open(database.connect(), database.place(), true);
    }

    /**
     * Opens the journal in a database of the user's, by one connection that is kept until the journal is closed. Makes the
     * tables {@code journal_entry} and {@code journal_schema_version} if they are not there, and continues after the last
     * entry if they are. Other tables are left alone.
     *
     * <p>If two journals write to one database, the later append of the two fails.
     *
     * @param source gives the connection
     * @return the journal, open
     * @throws JournalException if there is no connection, or the tables cannot be made, read or written
     */
    public static JdbcJournal open(DataSource source) {
        Connection connection;
        try {
            connection = source.getConnection();
        } catch (SQLException e) {
            throw new JournalException("journal could not be opened: its data source gives no connection", e);
        }
        return open(connection, Places.of(connection), false);
    }

    private static JdbcJournal open(Connection connection, String place, boolean delayed) {
        try {
            connection.setAutoCommit(true);
            Schema.update(connection, place);
            return new JdbcJournal(new EntryTable(connection), place, delayed);
        } catch (SQLException | RuntimeException e) {
            throw closing(connection, place, e);
        }
    }

    /** Closes a connection that is of no use, and returns what is to be thrown. */
    static JournalException closing(Connection connection, String place, Exception cause) {
        try {
            connection.close();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
        return cause instanceof JournalException known
                ? known
                : new JournalException(
                        "journal " + place + " could not be opened: its tables are not as expected", cause);
    }

    /**
     * {@inheritDoc}
     *
     * <p>After a failure the entry may or may not be there; nothing is ever written twice.
     */
    @Override
    public void append(EngineEvent event) {
        requireOpen();
        long sequence = lastSequence + 1;
        JournalEntry entry = EntryFormat.entry(sequence, event);
        try {
            table.insert(entry);
            if (delayed && precedesAction(event)) {
                table.checkpoint();
            }
        } catch (SQLException e) {
            throw new JournalException(
                    "journal " + place + " could not take entry " + sequence + ", " + entry.kind(), e);
        }
        lastSequence = sequence;
    }

    @Override
    public long lastSequence() {
        return lastSequence;
    }

    /**
     * {@return every entry, in order; immutable}
     *
     * @throws JournalException if the journal is closed or cannot be read
     */
    public List<JournalEntry> read() {
        return entries(0).toList();
    }

    @Override
    public Stream<JournalEntry> entries(long after) {
        return pages(after, from -> table.page(from));
    }

    @Override
    public Stream<JournalEntry> entries(long after, Set<Class<? extends EngineEvent>> kinds) {
        List<String> names = EntryFormat.names(kinds);
        return names.isEmpty() ? Stream.empty() : pages(after, from -> table.page(from, names));
    }

    @Override
    public Optional<JournalEntry> last(Set<Class<? extends EngineEvent>> kinds) {
        return EntryFormat.names(kinds).stream()
                .flatMap(kind -> reading(() -> table.last(kind)).stream())
                .max(Comparator.comparingLong(JournalEntry::sequence));
    }

    /** A page is read when the one before is used up, so that a journal of years fits into little memory. */
    private Stream<JournalEntry> pages(long after, Page page) {
        return Stream.iterate(
                        reading(() -> page.after(after)),
                        read -> !read.isEmpty(),
                        read -> reading(
                                () -> page.after(read.get(read.size() - 1).sequence())))
                .flatMap(List::stream);
    }

    private <T> T reading(Question<T> question) {
        requireOpen();
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new JournalException("journal " + place + " could not be read", e);
        }
    }

    /** Entries after one, as many as are read at a time; none if it is the last. */
    private interface Page {
        List<JournalEntry> after(long sequence) throws SQLException;
    }

    /** What is asked of the database. */
    private interface Question<T> {
        T ask() throws SQLException;
    }

    /**
     * {@inheritDoc}
     *
     * @throws JournalException if the last writing failed
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            table.close();
        } catch (SQLException e) {
            throw new JournalException("journal " + place + " could not be closed in good order", e);
        }
    }

    /** Whether the engine acts on the world next, so that the entry, and all before it, must outlive the JVM. */
    private static boolean precedesAction(EngineEvent event) {
        return event instanceof StateChanged
                || (event instanceof OrderDecided decided && decided.decision().isApproved());
    }

    private void requireOpen() {
        if (closed) {
            throw new JournalException("journal " + place + " is closed");
        }
    }

    @Override
    public String toString() {
        return "journal " + place;
    }
}
