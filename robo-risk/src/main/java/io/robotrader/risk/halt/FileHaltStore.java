package io.robotrader.risk.halt;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;

/**
 * One small file of properties. The level comes last, so that a file cut short has none. Streams rather than channels, as
 * a channel fails on a thread that was interrupted, and while a program is being stopped a halt must not be lost.
 */
final class FileHaltStore implements HaltStore {

    private final Path file;

    FileHaltStore(Path file) {
        this.file = file;
    }

    @Override
    public Optional<Halt> load() throws IOException {
        Path directory = file.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new NoSuchFileException(String.valueOf(directory), null, "directory of the halt file must exist");
        }
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return parse(read());
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            throw new IOException("halt file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void save(Halt halt) throws IOException {
        replace("# In force until somebody resets the kill switch and says why." + haltLines(halt) + "\nlevel="
                + halt.level() + "\n");
    }

    @Override
    public void clear(HaltReset reset) throws IOException {
        replace("# Lifted. What was in force comes first, " + reset.lifted().level() + "." + haltLines(reset.lifted())
                + line("reset.who", reset.who()) + line("reset.why", reset.why())
                + line("reset.at", reset.at().toString()) + "\nlevel=" + HaltLevel.NORMAL + "\n");
    }

    private Properties read() throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                new InputStreamReader(new FileInputStream(file.toFile()), StandardCharsets.UTF_8.newDecoder())) {
            properties.load(reader);
        }
        return properties;
    }

    private static Optional<Halt> parse(Properties properties) {
        HaltLevel level = HaltLevel.valueOf(required(properties, "level"));
        if (level == HaltLevel.NORMAL) {
            return Optional.empty();
        }
        String flatten = required(properties, "flatten");
        if (!flatten.equals("true") && !flatten.equals("false")) {
            throw new IllegalArgumentException("flatten must be true or false, but was " + flatten);
        }
        return Optional.of(new Halt(
                level,
                HaltTrigger.valueOf(required(properties, "trigger")),
                required(properties, "reason"),
                Instant.parse(required(properties, "at")),
                flatten.equals("true")));
    }

    private static String required(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value.strip();
    }

    private static String haltLines(Halt halt) {
        return line("trigger", halt.trigger().name())
                + line("reason", halt.reason())
                + line("at", halt.at().toString())
                + line("flatten", String.valueOf(halt.flatten()));
    }

    private static String line(String key, String value) {
        String escaped = value.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return "\n" + key + "=" + escaped;
    }

    private void replace(String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
