package io.robotrader.engine.journal;

import io.robotrader.engine.event.EngineEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A journal in a database, one row an event.
 *
 * <p>Each append is a transaction of its own. In a file, an entry on which the world is acted upon next, or that changes
 * what is allowed or held, has been handed to the operating system when append returns, with everything before it: approved
 * orders, requests to cancel, fills, halts and their end, adopted positions and cash, beginnings and ends of runs, states and
 * trade dates. These survive the end of the JVM, even a violent one. Other entries follow within half a second. The loss of
 * power is survived once the system has written its buffers, within seconds as a rule; closing writes all.
 *
 * <p>PostgreSQL keeps each entry when append returns, whatever becomes of the JVM. If the server itself dies, the entries
 * named above, with everything before them, are as safe as it makes a commit; others may be lost if they are younger than a
 * second. In another database, an entry is as safe as that database makes a commit.
 *
 * <p>Not thread-safe, but for {@link #status}: one thread appends, reads and closes. One journal at a time writes to a database.
 */
public final class JdbcJournal implements Journal {

    private static final int MOST_UNFORCED = 1_000;

    private final Connector connector;
    private final String place;
    private final boolean delayed;
    private @Nullable SpillFile spill;
    private EntryTable table;
    private long lastSequence;
    // Acknowledged, and perhaps lost with the connection or with what the database had not yet written.
    private final List<JournalEntry> unforced = new ArrayList<>();
    // An append of it failed, and whether it is there nobody knows.
    private @Nullable JournalEntry doubtful;
    private volatile JournalStatus status = JournalStatus.WRITABLE;
    private boolean closed;

    private JdbcJournal(Connector connector, EntryTable table, String place, boolean delayed) throws SQLException {
        this.connector = connector;
        this.table = table;
        this.place = place;
        this.delayed = delayed;
        this.lastSequence = table.lastSequence();
    }

    /**
     * Opens the journal in a file, kept by the embedded H2 database. What is not there is made, folders too; what is there
     * is continued after its last entry, and after what was {@linkplain #spillingTo spilled} to the file of its name with
     * {@code .spilled} added. While it is open, nothing else can open the file. To look into it afterwards with
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
        return open(database::connect, database.connect(), database.place(), true)
                .spillingTo(Path.of(database.place() + ".spilled"));
    }

    /**
     * Opens the journal in a database of the user's, by one connection that is kept until the journal is closed. Makes the
     * tables {@code journal_entry} and {@code journal_schema_version} if they are not there, and continues after the last
     * entry if they are. Other tables are left alone.
     *
     * <p>One journal at a time writes to a database. Of PostgreSQL a second is refused while the first is open, for which
     * the connection must be one to the server itself and not one that a proxy shares out by the transaction. In another
     * database the later append of the two fails.
     *
     * @param source gives the connection, and another if that one is lost
     * @return the journal, open
     * @throws JournalException if there is no connection, if another journal has it open, or the tables cannot be made, read
     *     or written
     */
    public static JdbcJournal open(DataSource source) {
        Connector connector = Connector.of(source);
        Connection connection = connector.connect();
        return open(connector, connection, Places.of(connection), false);
    }

    /**
     * Opens the journal in a database of the user's, otherwise as {@link #open(DataSource)}. The driver must be on the class
     * path: for PostgreSQL that is {@code org.postgresql:postgresql}, which this library does not bring.
     *
     * @param url where it is, for example {@code jdbc:postgresql://localhost/desk}
     * @param user who logs in
     * @param password by which; it is in no message
     * @return the journal, open
     * @throws JournalException if there is no connection, if another journal has it open, or the tables cannot be made, read
     *     or written
     */
    public static JdbcJournal open(String url, String user, String password) {
        Connector connector = Connector.of(url, user, password);
        return open(connector, connector.connect(), Places.of(url), false);
    }

    private static JdbcJournal open(Connector connector, Connection connection, String place, boolean delayed) {
        try {
            return new JdbcJournal(connector, prepared(connection, place), place, delayed);
        } catch (SQLException | RuntimeException e) {
            throw closing(connection, place, e);
        }
    }

    private static EntryTable prepared(Connection connection, String place) throws SQLException {
        connection.setAutoCommit(true);
        Writers.claim(connection, place);
        Schema.update(connection, place);
        return new EntryTable(connection);
    }

    /** Closes a connection that is of no use, and returns what is to be thrown. */
    static JournalException closing(AutoCloseable connection, String place, Exception cause) {
        try {
            connection.close();
        } catch (Exception e) {
            cause.addSuppressed(e);
        }
        return cause instanceof JournalException known
                ? known
                : new JournalException(
                        "journal " + place + " could not be opened: its tables are not as expected", cause);
    }

    /**
     * Says where an engine that ends while this takes nothing is to put what is left, and takes what an earlier run has put
     * there: it is appended, and the file renamed, with {@code .taken} added. To be called before anything else. It is a
     * text, one entry a line, which a person can read too.
     *
     * @param file the file, in a folder that exists, best on another disk
     * @return this journal
     * @throws JournalException if there is such a file and it is damaged or does not follow the last entry: a person has to
     *     look at it and take it away. The journal is closed then
     */
    public JdbcJournal spillingTo(Path file) {
        requireOpen();
        SpillFile place = new SpillFile(file);
        try {
            for (JournalEntry entry : place.read()) {
                take(entry, file);
            }
            if (delayed) {
                table.checkpoint();
            }
            place.taken();
        } catch (SQLException | RuntimeException e) {
            closed = true;
            throw closing(table, this.place, e);
        }
        spill = place;
        return this;
    }

    private void take(JournalEntry entry, Path file) throws SQLException {
        if (entry.sequence() == lastSequence + 1) {
            table.waitForDisk(true);
            table.insert(entry);
            lastSequence++;
        } else if (!table.at(entry.sequence()).filter(entry::equals).isPresent()) {
            throw new JournalException("journal " + place + " has gone on without entry " + entry.sequence() + " in "
                    + file + ", which an earlier run could not write to it");
        }
    }

    @Override
    public Optional<String> spill(List<EngineEvent> left) {
        SpillFile to = spill;
        if (to == null) {
            return Optional.empty();
        }
        JournalEntry failed = doubtful;
        to.write(failed == null ? lastSequence + 1 : failed.sequence(), left);
        return Optional.of(to.toString());
    }

    /**
     * {@inheritDoc}
     *
     * <p>After a failure the entry may or may not be there. The next append finds out, over a new connection if the old one
     * is lost: an event that is handed in again is there once, and another one comes after it.
     */
    @Override
    public void append(EngineEvent event) {
        requireOpen();
        try {
            boolean atOnce = AtOnce.isWanted(event) || unforced.size() >= MOST_UNFORCED;
            JournalEntry entry = written(event);
            if (entry == null) {
                entry = EntryFormat.entry(lastSequence + 1, event);
                write(entry, atOnce);
            }
            if (delayed && atOnce) {
                table.checkpoint();
            }
            acknowledge(entry, atOnce);
        } catch (SQLException e) {
            throw failed(event, e);
        } catch (JournalException e) {
            status = new JournalStatus(false, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private void acknowledge(JournalEntry entry, boolean forced) {
        doubtful = null;
        status = JournalStatus.WRITABLE;
        if (forced) {
            unforced.clear();
        } else {
            unforced.add(entry);
        }
    }

    private void write(JournalEntry entry, boolean atOnce) throws SQLException {
        doubtful = entry;
        table.waitForDisk(atOnce);
        table.insert(entry);
        lastSequence = entry.sequence();
    }

    /** Settles what an append before has left in doubt, and returns its entry if it was of this very event and is there. */
    private @Nullable JournalEntry written(EngineEvent event) throws SQLException {
        JournalEntry before = doubtful;
        if (before == null) {
            return null;
        }
        if (!table.isUsable()) {
            table.abandon();
            table = reopened(before.sequence() - 1);
        }
        Optional<JournalEntry> there = table.at(before.sequence());
        if (there.isPresent() && !there.get().equals(before)) {
            throw new JournalException("journal " + place + " has an entry " + before.sequence()
                    + " of somebody else: another journal writes to it");
        }
        // It may have been lost with what H2 had not yet written.
        lastSequence = there.isPresent() ? before.sequence() : before.sequence() - 1;
        if (there.isEmpty()) {
            return null;
        }
        if (EntryFormat.entry(before.sequence(), event).equals(before)) {
            return before;
        }
        acknowledge(before, false);
        return null;
    }

    private EntryTable reopened(long acknowledged) throws SQLException {
        Connection connection = connector.connect();
        try {
            EntryTable fresh = prepared(connection, place);
            long last = fresh.lastSequence();
            for (JournalEntry entry : unforced) {
                if (entry.sequence() == last + 1) {
                    fresh.insert(entry);
                    last++;
                }
            }
            if (last < acknowledged) {
                throw new JournalException("journal " + place + " has lost entries: its last is " + last
                        + ", and it had acknowledged " + acknowledged);
            }
            return fresh;
        } catch (SQLException | RuntimeException e) {
            throw closing(connection, place, e);
        }
    }

    private JournalException failed(EngineEvent event, SQLException cause) {
        JournalEntry entry = doubtful;
        String message = "journal " + place + " could not take entry "
                + (entry == null ? lastSequence + 1 : entry.sequence()) + ", "
                + EntryFormat.names(Set.of(event.getClass())).get(0);
        status = new JournalStatus(false, message);
        return new JournalException(message, cause);
    }

    @Override
    public JournalStatus status() {
        return status;
    }

    @Override
    public long lastSequence() {
        // An entry that may be there counts: its number must not be given to another order.
        return doubtful == null ? lastSequence : Math.max(lastSequence, doubtful.sequence());
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
