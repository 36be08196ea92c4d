package io.robotrader.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLParser;

/** One walk over the tokens of a YAML or JSON file. For one use by one thread. */
final class TreeWalk {
    private final JsonParser parser;
    private final String file;
    private final KnownKeys keys;
    private final Findings findings;
    private final Map<String, Integer> firstLines = new HashMap<>();

    TreeWalk(JsonParser parser, String file, Schema schema, Findings findings) {
        this.parser = parser;
        this.file = file;
        this.keys = new KnownKeys(schema, findings);
        this.findings = findings;
    }

    /** Syntax that the parser gave up on; its own words may repeat the text, and that might be a secret. */
    static ConfigProblem broken(String language, JacksonException e, String file) {
        int line = Math.max(1, e.getLocation().getLineNr());
        int column = Math.max(1, e.getLocation().getColumnNr());
        return ConfigProblem.syntax(language, "", line, column, file);
    }

    void document() {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            return; // an empty file asks for nothing
        }
        if (first == JsonToken.START_OBJECT) {
            mapping("");
        } else {
            problem(TextFile.PATH, first.isScalarValue() ? "a text" : "a list", "a map of settings", here());
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            problem(TextFile.PATH, "followed by a second one", "a single document", here());
        }
    }

    private void mapping(String prefix) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String path = prefix + parser.currentName();
            Origin origin = here();
            Integer before = firstLines.putIfAbsent(path, origin.line().orElseThrow());
            if (before != null) {
                findings.add(ConfigProblem.twice(path, before, origin));
            }
            value(path, origin, parser.nextToken(), before == null);
        }
    }

    private void value(String path, Origin origin, JsonToken token, boolean first) {
        if (token == JsonToken.START_OBJECT) {
            mapping(path + ".");
        } else {
            RawValue value = token == JsonToken.START_ARRAY ? list(origin) : scalar(token, origin);
            if (first) {
                keys.accept(path, value, token == JsonToken.VALUE_NULL);
            }
        }
    }

    private RawValue list(Origin origin) {
        List<RawValue> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Origin place = here();
            // No element is a list or a map; this one is read over, and will not pass for a value.
            parser.skipChildren();
            elements.add(token.isStructStart() ? RawValue.scalar("{...}", place) : scalar(token, place));
        }
        return RawValue.list(elements, origin);
    }

    private RawValue scalar(JsonToken token, Origin origin) {
        return RawValue.scalar(text(token), origin);
    }

    /** The text as written. What YAML takes it for does not matter; the setting's type decides. */
    private String text(JsonToken token) {
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        // An alias would arrive as the name of its anchor, which might look like a value.
        boolean alias = parser instanceof YAMLParser yaml && yaml.isCurrentAlias();
        return alias ? "*" + parser.getString() : nonNull(parser.getString());
    }

    private static String nonNull(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Origin here() {
        return Origin.file(file, parser.currentTokenLocation().getLineNr());
    }

    private void problem(String path, String value, String expected, Origin origin) {
        findings.add(ConfigProblem.of(path, value, expected, origin));
    }
}
