package io.robotrader.config;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** A YAML file. Reads on after a mistake wherever the syntax allows it. */
final class YamlSource {
    // The default schema is the one that takes least for something else: 0941 is text, not a broken octal number.
    private static final YAMLFactory YAML = new YAMLFactory();

    private YamlSource() {}

    static void parse(String text, String name, Schema schema, Findings findings) {
        try (JsonParser parser = YAML.createParser(ObjectReadContext.empty(), text)) {
            new TreeWalk(parser, name, schema, findings).document();
        } catch (JacksonException e) {
            findings.add(broken(e, name));
        }
    }

    private static ConfigProblem broken(JacksonException e, String name) {
        if (e.getCause() instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            Mark mark = marked.getProblemMark().get();
            return ConfigProblem.syntax(
                    "YAML", ": " + marked.getProblem(), mark.getLine() + 1, mark.getColumn() + 1, name);
        }
        return TreeWalk.broken("YAML", e, name);
    }
}
