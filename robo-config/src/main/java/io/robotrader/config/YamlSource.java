package io.robotrader.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** A YAML file. Reads on after a mistake wherever the syntax allows it. */
final class YamlSource {
    private static final String FILE = "file";
    // The default schema is the one that takes least for something else: 0941 is text, not a broken octal number.
    private static final YAMLFactory YAML = new YAMLFactory();

    private YamlSource() {}

    static Findings read(Path file, Schema schema) {
        Findings findings = new Findings();
        String name = file.toString();
        try {
            parse(Files.readString(file), name, schema, findings);
        } catch (NoSuchFileException e) {
            findings.add(unreadable("missing", name));
        } catch (CharacterCodingException e) {
            findings.add(unreadable("not in UTF-8", name));
        } catch (IOException e) {
            findings.add(unreadable(Files.isDirectory(file) ? "a directory" : e.toString(), name));
        }
        return findings;
    }

    private static ConfigProblem unreadable(String why, String name) {
        return ConfigProblem.of(FILE, why, "readable", Origin.file(name));
    }

    private static void parse(String text, String name, Schema schema, Findings findings) {
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
            new YamlWalk(parser, name, schema, findings).document();
        } catch (JacksonException e) {
            findings.add(broken(e, name));
        }
    }

    private static ConfigProblem broken(JacksonException e, String name) {
        if (e.getCause() instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            Mark mark = marked.getProblemMark().get();
            return syntax(marked.getProblem(), mark.getLine() + 1, mark.getColumn() + 1, name);
        }
        int line = Math.max(1, e.getLocation().getLineNr());
        int column = Math.max(1, e.getLocation().getColumnNr());
        return syntax(e.getOriginalMessage(), line, column, name);
    }

    private static ConfigProblem syntax(String what, int line, int column, String name) {
        return ConfigProblem.of(
                FILE, "broken at column " + column + ": " + what, "valid YAML", Origin.file(name, line));
    }
}
