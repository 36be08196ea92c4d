package io.robotrader.engine.journal;

import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;

/** A program that appends to a journal until it is killed, and prints each number that was acknowledged. */
final class KilledWriter {

    private KilledWriter() {}

    /** Every seventh entry is one that must survive from its acknowledgement on. */
    static EngineEvent event(long sequence) {
        Instant at = Instant.ofEpochSecond(sequence);
        return sequence % 7 == 0
                ? new CashAdopted(at, BigDecimal.valueOf(sequence), BigDecimal.ONE)
                : new TroubleNoted(at, "test", "x".repeat((int) (sequence % 300)));
    }

    public static void main(String[] args) {
        PrintStream out = System.out;
        try (JdbcJournal journal = JdbcJournal.inFile(Path.of(args[0]))) {
            while (true) {
                long next = journal.lastSequence() + 1;
                journal.append(event(next));
                out.println(next);
                out.flush();
            }
        }
    }
}
