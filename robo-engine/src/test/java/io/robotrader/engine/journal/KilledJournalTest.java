package io.robotrader.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledJournalTest {
    private static final int KILLS = 10;

    @TempDir
    private Path folder;

    @Test
    void what_must_survive_a_kill_survives_and_nothing_is_there_twice_or_missing_between() throws Exception {
        Path file = folder.resolve("journal");
        Random random = new Random(7);

        for (int round = 0; round < KILLS; round++) {
            long acknowledged = killedAfter(random.nextInt(1, 400), file);

            try (JdbcJournal journal = JdbcJournal.inFile(file)) {
                List<JournalEntry> entries = journal.read();
                assertThat(entries).hasSizeGreaterThanOrEqualTo((int) (acknowledged / 7 * 7));
                for (int i = 0; i < entries.size(); i++) {
                    assertThat(entries.get(i).sequence()).isEqualTo(i + 1);
                    assertThat(entries.get(i).event()).isEqualTo(KilledWriter.event(i + 1));
                }
            }
        }
    }

    /** Lets a program of its own write, kills it some lines later, and returns the last number that it acknowledged. */
    private static long killedAfter(int lines, Path file) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long last = 0;
        try (BufferedReader out = writer.inputReader()) {
            for (int i = 0; i < lines; i++) {
                last = Long.parseLong(out.readLine());
            }
            // Not by the process itself, which would close what is still to be read.
            writer.toHandle().destroyForcibly();
            for (String line = out.readLine(); line != null && isWhole(line, last); line = out.readLine()) {
                last = Long.parseLong(line);
            }
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return last;
    }

    /** The last line may be cut short by the kill. */
    private static boolean isWhole(String line, long before) {
        return line.equals(Long.toString(before + 1));
    }
}
