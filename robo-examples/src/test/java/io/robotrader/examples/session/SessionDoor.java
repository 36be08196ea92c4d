package io.robotrader.examples.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command's own door: its options in, its exit code, its output and its files out. */
abstract class SessionDoor {

    static final String HEADER = "Date,Open,High,Low,Close,Volume\n";

    @TempDir
    Path folder;

    final ByteArrayOutputStream out = new ByteArrayOutputStream();

    final ByteArrayOutputStream err = new ByteArrayOutputStream();

    final PrintStream outStream = new PrintStream(out, true, StandardCharsets.UTF_8);

    final PrintStream errStream = new PrintStream(err, true, StandardCharsets.UTF_8);

    int session(Map<String, String> environment, String... options) {
        return new CommandLine(new Session(environment, outStream, errStream))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .execute(options);
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Prices that fall for 30 days and rise for the rest, so that momentum turns. */
    static String rows(int days, double start) {
        return Stream.iterate(0, day -> day + 1)
                .limit(days)
                .map(day -> {
                    double close = start + (day < 30 ? -0.2 * day : 0.5 * day - 21);
                    LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
                    return date + "," + close + "," + (close + 1) + "," + (close - 1) + "," + close + ",1000\n";
                })
                .collect(Collectors.joining());
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
