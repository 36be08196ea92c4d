package io.robotrader.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What was logged, which simplelogger.properties sends to a file. */
final class LogFile {

    private LogFile() {}

    /** The lines with all the parts, which a test makes its own by a name that no other test logs. */
    static List<String> linesWith(String... parts) {
        try (var lines = Files.lines(Path.of("target", "test.log"))) {
            return lines.filter(line -> List.of(parts).stream().allMatch(line::contains))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
