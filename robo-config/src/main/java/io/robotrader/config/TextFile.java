package io.robotrader.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file in UTF-8, or notes why it cannot be read. */
final class TextFile {
    static final String PATH = "file";

    private TextFile() {}

    static Optional<String> read(Path file, Findings findings) {
        String why;
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            why = "missing";
        } catch (CharacterCodingException e) {
            why = "not in UTF-8";
        } catch (IOException e) {
            why = Files.isDirectory(file) ? "a directory" : e.toString();
        }
        findings.add(ConfigProblem.of(PATH, why, "readable", Origin.file(file.toString())));
        return Optional.empty();
    }
}
