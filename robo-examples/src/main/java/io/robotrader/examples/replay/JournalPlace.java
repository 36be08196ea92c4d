package io.robotrader.examples.replay;

import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.examples.console.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where a journal is.
 *
 * @param name for a person; without a password
 * @param open opens it
 */
record JournalPlace(String name, Supplier<JdbcJournal> open) {

    private static final String URL = "jdbc:";
    private static final String SUFFIX = ".mv.db";
    private static final String USER = "ROBO_JOURNAL_USER";
    private static final String PASSWORD = "ROBO_JOURNAL_PASSWORD";

    /**
     * What is meant by an argument: a file, its name without the end that H2 gives it, a folder of journals, or a URL.
     *
     * @throws BadInputException if there is nothing: a journal that is opened would be made
     */
    static List<JournalPlace> of(String given, Map<String, String> environment) throws IOException {
        if (given.startsWith(URL)) {
            String user = environment.getOrDefault(USER, "");
            String password = environment.getOrDefault(PASSWORD, "");
            // What follows may hold a login.
            String name = given.replaceFirst("[?;].*", "").replaceFirst("//[^/@]*@", "//");
            return List.of(new JournalPlace(name, () -> JdbcJournal.open(given, user, password)));
        }
        Path path = path(given);
        if (Files.isDirectory(path)) {
            return folder(path);
        }
        Path file = Files.isRegularFile(path) ? path : path.resolveSibling(path.getFileName() + SUFFIX);
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    "JOURNAL must be a file that 'session' or 'paper' wrote, its folder, or a URL that"
                            + " begins with jdbc:, but there is no " + given);
        }
        if (!file.toString().endsWith(SUFFIX)) {
            throw new BadInputException("JOURNAL must be a file whose name ends in " + SUFFIX + ", but was " + given);
        }
        return List.of(inFile(file));
    }

    private static Path path(String given) {
        try {
            return Path.of(given);
        } catch (InvalidPathException e) {
            throw new BadInputException("JOURNAL must be a file, but was " + given);
        }
    }

    private static List<JournalPlace> folder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<JournalPlace> places = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(JournalPlace::inFile)
                    .toList();
            if (places.isEmpty()) {
                throw new BadInputException("JOURNAL must be a folder with journals, but " + folder + " has none");
            }
            return places;
        }
    }

    private static JournalPlace inFile(Path file) {
        return new JournalPlace(file.toString(), () -> JdbcJournal.inFile(file));
    }
}
