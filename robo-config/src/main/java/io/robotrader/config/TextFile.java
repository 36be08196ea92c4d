package io.robotrader.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a file in UTF-8, or notes why it cannot be read. */
final class TextFile {
    static final String PATH = "file";
    /** No settings are that long; a device might have no end. */
    private static final int LARGEST = 1 << 20;

    private TextFile() {}

    static Optional<String> read(Path file, Findings findings) {
        return read(file, why -> findings.add(ConfigProblem.of(PATH, why, "readable", Origin.file(file.toString()))));
    }

    /** The text, or a word on why there is none, which does not repeat the file's name. */
    static Optional<String> read(Path file, Consumer<String> whyNot) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                whyNot.accept("larger than 1 MiB");
                return Optional.empty();
            }
            return Optional.of(withoutMark(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()));
        } catch (NoSuchFileException e) {
            whyNot.accept("missing");
        } catch (AccessDeniedException e) {
            whyNot.accept("not ours to read");
        } catch (CharacterCodingException e) {
            whyNot.accept("not in UTF-8");
        } catch (IOException e) {
            whyNot.accept(Files.isDirectory(file) ? "a directory" : e.getClass().getSimpleName());
        }
        return Optional.empty();
    }

    /** Some editors begin a file in UTF-8 with a mark that says so. */
    static String withoutMark(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
}
