package io.robotrader.engine.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** JSON as maps, lists, texts, booleans, nulls, and numbers that keep the digits that they were written with. */
final class PayloadTree {
    // The journal reads what it wrote itself, and must not refuse what it did not refuse to write.
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /**
     * A number.
     *
     * @param text its digits
     */
    record Digits(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    private final JsonParser in;

    private PayloadTree(JsonParser in) {
        this.in = in;
    }

    /** Reads one object, and nothing after it. */
    static Map<String, @Nullable Object> parse(String json) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("payload must be a JSON object, but was " + json);
            }
            Map<String, @Nullable Object> object = new PayloadTree(in).object();
            if (in.nextToken() != null) {
                throw new IllegalArgumentException("payload must be one JSON object, but was " + json);
            }
            return object;
        }
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            members.put(name, value());
        }
        return members;
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return items;
    }

    private @Nullable Object value() {
        return switch (in.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> in.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(in.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalArgumentException("payload must be JSON, but was cut short");
        };
    }
}
