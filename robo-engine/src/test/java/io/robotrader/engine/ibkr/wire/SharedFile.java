package io.robotrader.engine.ibkr.wire;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Recordings that lie beside the project, where there are any; they are not part of it. */
final class SharedFile {

    private static final JsonFactory JSON = new JsonFactory();

    private SharedFile() {}

    /** The lines, each as its values by name: texts, or lists of texts under {@code fields}. */
    static List<Map<String, Object>> lines(String name) throws IOException {
        Path file = Path.of("..", "..", "shared", "tws", name);
        assumeTrue(
                Files.exists(file),
                () -> "skipped: there is no " + file.toAbsolutePath().normalize());
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            lines.add(object(line));
        }
        return lines;
    }

    private static Map<String, Object> object(String line) {
        Map<String, Object> object = new HashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY) {
                    List<String> values = new ArrayList<>();
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        values.add(parser.getString());
                    }
                    object.put(name, values);
                } else {
                    object.put(name, parser.getString());
                }
            }
        }
        return object;
    }
}
