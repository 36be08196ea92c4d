package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class ConfigSchemaTest {

    static Object[] settings() {
        return Schema.ROBO.settings().toArray();
    }

    @Test
    void it_is_json_and_names_every_setting() {
        Set<String> names = new HashSet<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), ConfigSchema.json())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    names.add(parser.currentName());
                }
            }
        }

        assertThat(names).contains("$schema", "halt", "ibkr", "additionalProperties");
        assertThat(names)
                .containsAll(Schema.ROBO.settings().stream()
                        .map(setting -> setting.path().substring(setting.path().lastIndexOf('.') + 1))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void it_says_of_a_setting_what_the_loader_says(Setting setting) {
        String own = JsonTree.write(ConfigSchema.property(setting));

        assertThat(own).contains(JsonText.quoted(setting.description()));
        if (setting.type().isCap()) {
            assertThat(own).contains("\"const\": \"off\"");
        }
        if (setting.bound().min() != null) {
            assertThat(own)
                    .contains((setting.bound().min().inclusive() ? "\"minimum\": " : "\"exclusiveMinimum\": ")
                            + setting.bound().min().value())
                    .contains("\"maximum\": " + setting.bound().max().value());
        }
        if (setting.type().inner() instanceof Class<?> type && type.isEnum()) {
            assertThat(own)
                    .contains(Expectation.words(type).stream()
                            .map(JsonText::quoted)
                            .toList());
        }
    }

    @Test
    void texts_are_escaped() {
        assertThat(JsonText.quoted("a\"b\\c\nd")).isEqualTo("\"a\\\"b\\\\c\\u000ad\"");
    }
}
