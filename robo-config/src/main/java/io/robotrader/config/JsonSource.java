package io.robotrader.config;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A JSON file. Reads on after a mistake wherever the syntax allows it. */
final class JsonSource {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonSource() {}

    static void parse(String text, String name, Schema schema, Findings findings) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            new TreeWalk(parser, name, schema, findings).document();
        } catch (JacksonException e) {
            findings.add(TreeWalk.broken("JSON", e, name));
        }
    }
}
