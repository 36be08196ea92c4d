/**
 * What must survive.
 *
 * <p>Open {@link io.robotrader.engine.journal.Journal} first: it is told every event before anybody else. {@link
 * io.robotrader.engine.journal.JdbcJournal} keeps it in a file or a database, and gives it back as {@link
 * io.robotrader.engine.journal.JournalEntry entries}.
 */
@NullMarked
package io.robotrader.engine.journal;

import org.jspecify.annotations.NullMarked;
