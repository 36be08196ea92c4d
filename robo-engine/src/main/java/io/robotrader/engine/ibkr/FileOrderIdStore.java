package io.robotrader.engine.ibkr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file with one number. A new one takes its place at once, so that there is never half a number. A second file, which is
 * locked from the first use until the process ends, keeps other processes away; within one process the last store that was
 * opened for a file is the one that goes on.
 */
final class FileOrderIdStore implements OrderIdStore {

    private static final Map<Path, FileLock> LOCKS = new HashMap<>();

    private final Path file;
    private int highest;

    FileOrderIdStore(Path file) {
        this.file = file;
        try {
            lock(file);
            highest = read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lock(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".lock")
                .toAbsolutePath()
                .normalize();
        synchronized (LOCKS) {
            if (LOCKS.containsKey(beside)) {
                return;
            }
            FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tried(channel);
            if (lock == null) {
                channel.close();
                throw new IllegalStateException(file + " is in use by another process: each needs a file of its own");
            }
            LOCKS.put(beside, lock);
        }
    }

    private static @Nullable FileLock tried(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Something else in this process holds it.
            return null;
        }
    }

    private int read() throws IOException {
        return Files.exists(file) ? parsed(Files.readString(file, StandardCharsets.UTF_8)) : 0;
    }

    private int parsed(String text) {
        try {
            int id = Integer.parseInt(text.strip());
            if (id >= 0) {
                return id;
            }
        } catch (NumberFormatException e) {
            // Told below: starting again from 1 would use ids twice.
        }
        throw new IllegalStateException(file + " must hold one whole number, but was '" + text.strip() + "'");
    }

    @Override
    public int highest() {
        return highest;
    }

    @Override
    public void reserve(int id) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            synchronized (LOCKS) {
                int there = read();
                if (there != highest) {
                    throw new IOException(
                            file + " must hold " + highest + ", but was " + there + ": something else has used it");
                }
                write(next, id);
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                forceDirectory();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        highest = id;
    }

    private static void write(Path to, int id) throws IOException {
        try (FileChannel channel = FileChannel.open(
                to, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer text = ByteBuffer.wrap((id + "\n").getBytes(StandardCharsets.UTF_8));
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
    }

    /** Until then the move itself may be lost with the power. */
    private void forceDirectory() throws IOException {
        FileChannel directory;
        try {
            directory = FileChannel.open(
                    java.util.Objects.requireNonNull(file.toAbsolutePath().getParent()), StandardOpenOption.READ);
        } catch (IOException e) {
            // Windows opens no directories, and needs none to be forced.
            return;
        }
        try (directory) {
            directory.force(true);
        }
    }
}
