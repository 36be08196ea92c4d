package io.robotrader.examples.desk;

import io.robotrader.examples.console.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a document, JSON if its name ends so and YAML otherwise, strictly: what it does not know is a mistake. */
final class Document {

    // NaN is read, as YAML can tell it too: then what must be a number refuses it in its own words.
    private static final ObjectMapper JSON =
            strict(JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS));
    private static final ObjectMapper YAML = strict(YAMLMapper.builder());

    private Document() {}

    /**
     * Reads a file and makes something of it.
     *
     * @param file JSON or YAML
     * @param type a record whose components are the document's keys
     * @param needs the keys that it cannot do without, for the message about a file that has none
     * @param make may throw an IllegalArgumentException, whose message is told with the file's name
     */
    static <D, T> T read(Path file, Class<D> type, String needs, Function<D, T> make) {
        try {
            D document = mapper(file).readValue(text(file), type);
            if (document == null) {
                throw new IllegalArgumentException("is empty; it needs " + needs);
            }
            return make.apply(document);
        } catch (JacksonException e) {
            throw new BadInputException(file + ": "
                    + (isEmpty(e) ? "is empty; it needs " + needs : DocumentErrors.tell(e, language(file))));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(file + ": " + e.getMessage());
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new BadInputException("FILE must be a file that can be read, but " + file + " is not there");
        } catch (IOException e) {
            throw new BadInputException("FILE must be a text in UTF-8 that can be read, but was " + file + ": " + e);
        }
    }

    private static boolean isEmpty(JacksonException e) {
        return e.getOriginalMessage().startsWith("No content to map");
    }

    private static ObjectMapper mapper(Path file) {
        return language(file).equals("JSON") ? JSON : YAML;
    }

    private static String language(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json") ? "JSON" : "YAML";
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M strict(B builder) {
        return builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }
}
