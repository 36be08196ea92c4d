package io.robotrader.correlation;

import io.robotrader.correlation.JsonValue.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A {@link CorrelationMatrix} as JSON, out and in, without losing a bit. Stateless and thread-safe.
 *
 * <pre>
 * {
 *   "format": "robo-correlation 1",
 *   "method": "PEARSON", "lookback": 60, "minimumObservations": 30, "highThreshold": 0.7,
 *   "asOf": "2017-12-29T00:00:00Z", "version": 2,
 *   "symbols": ["AAPL", "MSFT"],
 *   "coefficients": [[1.0], [0.43, 1.0]],
 *   "observations": [[60], [58, 58]]
 * }
 * </pre>
 *
 * <p>Rows are those of the lower triangle with the diagonal. An unknown coefficient is null, as is the time of a matrix without
 * prices. Reading takes the keys in any order, each once and no others.
 */
public final class CorrelationJson {
    private static final String FORMAT = "robo-correlation 1";
    private static final Set<String> TEXTS = Set.of("method", "asOf");

    private CorrelationJson() {}

    /**
     * Writes a matrix.
     *
     * @param matrix any matrix
     * @return the whole text of a file, with a line feed at the end
     */
    public static String write(CorrelationMatrix matrix) {
        StringJoiner json = new StringJoiner(",\n  ", "{\n  ", "\n}\n");
        json.add("\"format\": " + quoted(FORMAT));
        MatrixFields.of(matrix).forEach((key, value) -> json.add("\"" + key + "\": " + field(key, value)));
        json.add("\"symbols\": "
                + list(matrix.size(), i -> quoted(matrix.symbols().get(i))));
        json.add("\"coefficients\": "
                + list(matrix.size(), i -> "\n    " + list(i + 1, j -> coefficient(matrix.get(i, j)))));
        json.add("\"observations\": "
                + list(matrix.size(), i -> "\n    " + list(i + 1, j -> Integer.toString(matrix.observations(i, j)))));
        return json.toString();
    }

    private static String field(String key, String value) {
        if (value.isEmpty()) {
            return "null";
        }
        return TEXTS.contains(key) ? quoted(value) : value;
    }

    private static String coefficient(double value) {
        return Double.isNaN(value) ? "null" : Double.toString(value);
    }

    private static String list(int size, IntFunction<String> item) {
        StringJoiner list = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < size; i++) {
            list.add(item.apply(i));
        }
        return list.toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u00").append(c < 16 ? "0" : "").append(Integer.toHexString(c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /**
     * Reads a matrix.
     *
     * @param json what {@link #write} wrote, whatever a formatter made of its white space since
     * @return a matrix equal to the one that was written, of the same version
     * @throws IllegalArgumentException if it is not so; the message names the line and what is wrong with it
     */
    public static CorrelationMatrix read(String json) {
        JsonValue document = JsonReader.read(json).expect("the document", Kind.OBJECT);
        JsonValue format = document.member("format", Kind.STRING);
        if (!format.text().equals(FORMAT)) {
            throw format.wrong("format must be " + FORMAT + ", but was " + format.text());
        }
        checkKeys(document);
        List<String> symbols = symbols(document.member("symbols", Kind.ARRAY));
        MatrixDraft draft = draft(document, symbols);
        JsonValue coefficients = rows(document, "coefficients", symbols.size());
        JsonValue observations = rows(document, "observations", symbols.size());
        for (int i = 0; i < symbols.size(); i++) {
            List<JsonValue> row = row(coefficients, "coefficients", i);
            List<JsonValue> counts = row(observations, "observations", i);
            for (int j = 0; j <= i; j++) {
                pair(row.get(j), counts.get(j), draft, i, j);
            }
        }
        return draft.finish();
    }

    private static void checkKeys(JsonValue document) {
        Set<String> unknown = new TreeSet<>(document.members().keySet());
        MatrixFields.NAMES.forEach(unknown::remove);
        List.of("format", "symbols", "coefficients", "observations").forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw document.wrong("keys must be known, but was " + unknown);
        }
    }

    private static List<String> symbols(JsonValue array) {
        List<String> symbols = new ArrayList<>();
        for (JsonValue item : array.items()) {
            String symbol = item.expect("a symbol", Kind.STRING).text();
            if (symbols.contains(symbol)) {
                throw item.wrong("symbols must be different, but was a second " + symbol);
            }
            symbols.add(symbol);
        }
        return symbols;
    }

    private static MatrixDraft draft(JsonValue document, List<String> symbols) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : MatrixFields.NAMES) {
            boolean absent = name.equals("asOf")
                    && document.members().containsKey(name)
                    && document.members().get(name).kind() == Kind.NULL;
            Kind kind = TEXTS.contains(name) ? Kind.STRING : Kind.NUMBER;
            fields.put(name, absent ? "" : document.member(name, kind).text());
        }
        return at(document, () -> MatrixFields.draft(fields, symbols));
    }

    private static JsonValue rows(JsonValue document, String name, int size) {
        JsonValue rows = document.member(name, Kind.ARRAY);
        if (rows.items().size() != size) {
            throw rows.wrong(name + " must have a row for each of " + size + " symbols, but was "
                    + rows.items().size());
        }
        return rows;
    }

    private static List<JsonValue> row(JsonValue rows, String name, int i) {
        JsonValue row = rows.items().get(i).expect(name + "[" + i + "]", Kind.ARRAY);
        if (row.items().size() != i + 1) {
            throw row.wrong(name + "[" + i + "] must have " + (i + 1) + " numbers, but was "
                    + row.items().size());
        }
        return row.items();
    }

    private static void pair(JsonValue coefficient, JsonValue count, MatrixDraft draft, int i, int j) {
        count.expect("observations", Kind.NUMBER);
        if (coefficient.kind() != Kind.NULL) {
            coefficient.expect("coefficient", Kind.NUMBER);
        }
        at(coefficient, () -> draft.read(i, j, coefficient.text(), count.text()));
    }

    private static <T> T at(JsonValue place, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + place.line() + ": " + e.getMessage(), e);
        }
    }
}
