package io.robotrader.engine.journal;

import io.robotrader.engine.event.EngineEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with the entries that a journal could not take, for the next one to take: one a line, its parts apart by tabs. It
 * is there whole or not at all.
 */
final class SpillFile {

    private static final int PARTS = 6;

    private final Path file;

    SpillFile(Path file) {
        this.file = file;
    }

    void write(long first, List<EngineEvent> events) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < events.size(); i++) {
            text.append(line(EntryFormat.entry(first + i, events.get(i)))).append('\n');
        }
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            try (FileChannel channel = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new JournalException("what a journal could not take could not be put into " + file, e);
        }
    }

    /** The payload comes last; JSON has no tab or line feed but in escapes. */
    private static String line(JournalEntry entry) {
        return String.join(
                "\t",
                String.valueOf(entry.sequence()),
                entry.at().toString(),
                entry.kind(),
                escaped(entry.symbol()),
                escaped(entry.orderId()),
                entry.payload());
    }

    private static String escaped(Optional<String> text) {
        return text.map(it -> "="
                        + it.replace("\\", "\\\\")
                                .replace("\t", "\\t")
                                .replace("\n", "\\n")
                                .replace("\r", "\\r"))
                .orElse("");
    }

    private static Optional<String> unescaped(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\\') {
                i++;
                letter = switch (text.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> text.charAt(i);
                };
            }
            plain.append(letter);
        }
        return Optional.of(plain.toString());
    }

    /** What is in it; nothing if it is not there. */
    List<JournalEntry> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<JournalEntry> entries = new ArrayList<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                entries.add(entry(line.split("\t", PARTS)));
            }
            return entries;
        } catch (IOException | DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new JournalException(file + ", which an earlier run could not put into its journal, is damaged", e);
        }
    }

    private static JournalEntry entry(String[] parts) {
        return new JournalEntry(
                Long.parseLong(parts[0]),
                Instant.parse(parts[1]),
                parts[2],
                unescaped(parts[3]),
                unescaped(parts[4]),
                parts[5]);
    }

    /** Its entries are in the journal now. */
    void taken() {
        try {
            if (Files.exists(file)) {
                Files.move(
                        file,
                        file.resolveSibling(file.getFileName() + ".taken"),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new JournalException(file + " was taken and could not be renamed", e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
