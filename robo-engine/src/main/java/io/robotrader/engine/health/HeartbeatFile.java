package io.robotrader.engine.health;

import io.robotrader.engine.EngineState;
import io.robotrader.engine.view.EngineView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A small file by which another process sees that an engine is alive: the time, the engine's state, and a number that goes
 * up with each beat. A new beat takes the place of the old one at once, so that nobody reads half of one. The engine's
 * health loop writes it, and nothing else: a beat that comes from a thread which goes on without the engine says nothing.
 * Thread-safe.
 */
public final class HeartbeatFile {

    private static final int PARTS = 3;

    private final Path file;
    private long sequence;

    /**
     * Names the file; it need not be there.
     *
     * @param file in a directory that is there
     */
    public HeartbeatFile(Path file) {
        this.file = Objects.requireNonNull(file, "file");
    }

    /**
     * What was written once. Immutable and thread-safe.
     *
     * @param at the engine's time
     * @param state the engine's state
     * @param sequence how many beats its process has written, this one included
     */
    public record Beat(Instant at, EngineState state, long sequence) {
        /** Checks the parts. */
        public Beat {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(state, "state");
        }

        private String text() {
            return at + " " + state + " " + sequence + "\n";
        }

        private static Optional<Beat> of(String text) {
            String[] parts = text.strip().split(" ");
            if (parts.length != PARTS) {
                return Optional.empty();
            }
            try {
                return Optional.of(
                        new Beat(Instant.parse(parts[0]), EngineState.valueOf(parts[1]), Long.parseLong(parts[2])));
            } catch (DateTimeException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * Writes a beat.
     *
     * @param view the engine as it is now
     * @throws UncheckedIOException if it cannot be written
     */
    public synchronized void beat(EngineView view) {
        sequence++;
        write(file, new Beat(view.at(), view.state(), sequence));
    }

    /** {@return the last beat; empty if there is no file, or if it holds none} */
    public Optional<Beat> read() {
        return read(file);
    }

    /**
     * Notes beside the file that somebody has acted on its silence after a beat, so that nobody does so again.
     *
     * @param last the last beat that there was
     * @throws UncheckedIOException if it cannot be written
     */
    public void handled(Beat last) {
        write(beside(".handled"), last);
    }

    /** {@return the last beat on whose silence somebody has acted; empty if nobody has} */
    public Optional<Beat> handled() {
        return read(beside(".handled"));
    }

    private static Optional<Beat> read(Path from) {
        try {
            return Beat.of(Files.readString(from, StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It is not there, or whoever cannot read it hears nothing.
            return Optional.empty();
        }
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    private void write(Path to, Beat beat) {
        Path next = to.resolveSibling(to.getFileName() + ".next");
        try {
            Files.writeString(next, beat.text(), StandardCharsets.UTF_8);
            Files.move(next, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
