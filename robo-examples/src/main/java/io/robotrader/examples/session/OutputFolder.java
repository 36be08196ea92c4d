package io.robotrader.examples.session;

import io.robotrader.examples.console.BadInputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Where a session writes. Held by one session at a time, and checked before anything of the last one is touched: what it
 * left is either there or gone as a whole.
 */
final class OutputFolder implements AutoCloseable {

    static final String REPORT = "report.html";

    private static final String LOCK = "session.lock";
    private static final List<String> WRITTEN =
            List.of(REPORT, journalFile("monthly"), journalFile("daily"), journalFile("data"));

    private final Path folder;
    private final FileChannel lock;

    private OutputFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes hold of the folder, which is made if it is missing. */
    static OutputFolder open(Path folder) {
        if (folder.toAbsolutePath().toString().contains(";")) {
            throw bad(folder, "a journal's path must be without a semicolon");
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw bad(folder, "it is a file");
        }
        try {
            Files.createDirectories(folder);
            OutputFolder output = new OutputFolder(
                    folder,
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            output.claim();
            return output;
        } catch (IOException e) {
            throw bad(folder, "it cannot be written to (" + e + ")");
        }
    }

    private void claim() throws IOException {
        try {
            if (!takes(lock)) {
                throw inUse();
            }
            for (String name : WRITTEN) {
                check(folder.resolve(name));
            }
        } catch (IOException | BadInputException e) {
            lock.close();
            throw e;
        }
    }

    private void check(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(file)) {
            throw bad(folder, file.getFileName() + " in it is not a file");
        }
        // Whoever has a journal open holds a lock on its file.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            if (!takes(channel)) {
                throw inUse();
            }
        }
    }

    private static boolean takes(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** Deletes what the last session left, and nothing else. */
    void clear() throws IOException {
        for (String name : WRITTEN) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    Path report() {
        return folder.resolve(REPORT);
    }

    Path journal(DataSet data) {
        return folder.resolve(journalFile(data.name()));
    }

    /** Lets go of the folder. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve(LOCK));
        lock.close();
    }

    private static String journalFile(String name) {
        return "journal-" + name + ".mv.db";
    }

    private BadInputException inUse() {
        return bad(folder, "another session or program is using it");
    }

    private static BadInputException bad(Path folder, String reason) {
        return new BadInputException("--output must be a folder to write to, but was " + folder + ": " + reason);
    }
}
