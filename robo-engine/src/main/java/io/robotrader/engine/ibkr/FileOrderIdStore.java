package io.robotrader.engine.ibkr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file with one number. A new one takes its place at once, so that there is never half a number. */
final class FileOrderIdStore implements OrderIdStore {

    private final Path file;
    private int highest;

    FileOrderIdStore(Path file) {
        this.file = file;
        try {
            highest = Files.exists(file) ? parsed(Files.readString(file, StandardCharsets.UTF_8)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            try (FileChannel channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer text = ByteBuffer.wrap((id + "\n").getBytes(StandardCharsets.UTF_8));
                while (text.hasRemaining()) {
                    channel.write(text);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        highest = id;
    }
}
