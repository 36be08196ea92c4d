package io.robotrader.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLParser;

/** One walk over the tokens of a YAML or JSON file. For one use by one thread. */
final class TreeWalk {
    /** Stands for what is in braces; no setting takes it. */
    private static final String MAP = "{...}";

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
        TokenStreamLocation place = e.getLocation();
        if (place == null) { // it ran into one of the parser's own limits
            return ConfigProblem.of(
                    TextFile.PATH, "nested too deep or too long", "valid " + language, Origin.file(file));
        }
        return ConfigProblem.syntax(
                language, "", Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), file);
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

    /** Whether there was anything in it. */
    private boolean mapping(String prefix) {
        boolean hasAny = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            hasAny = true;
            String path = prefix + parser.currentName();
            Origin origin = here();
            Integer before = firstLines.putIfAbsent(path, origin.line().orElseThrow());
            if (before != null) {
                findings.add(ConfigProblem.twice(path, before, origin));
            }
            value(path, origin, parser.nextToken(), before == null);
        }
        return hasAny;
    }

    private void value(String path, Origin origin, JsonToken token, boolean first) {
        if (token == JsonToken.START_OBJECT && !keys.isSetting(path)) {
            if (!mapping(path + ".")) {
                keys.acceptEmpty(path, origin);
            }
        } else {
            RawValue value = switch (token) {
                case START_OBJECT -> map(origin);
                case START_ARRAY -> list(origin);
                default -> scalar(token, origin);
            };
            if (first) {
                keys.accept(path, value, token == JsonToken.VALUE_NULL);
            }
        }
    }

    /** No value is a map; its keys are read over, for they might be a secret that somebody put in braces. */
    private RawValue map(Origin origin) {
        parser.skipChildren();
        return new RawValue(MAP, origin, List.of(RawValue.scalar(MAP, origin)));
    }

    private RawValue list(Origin origin) {
        List<RawValue> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Origin place = here();
            // No element is a list or a map; this one is read over, and will not pass for a value.
            parser.skipChildren();
            elements.add(token.isStructStart() ? RawValue.scalar(MAP, place) : scalar(token, place));
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
