package io.robotrader.examples.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.ConfigException;
import io.robotrader.config.ConfigFormat;
import io.robotrader.config.ConfigLoader;
import io.robotrader.config.ConfigSchema;
import io.robotrader.config.RoboConfig;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An editor that goes by the schema and the loader say the same of a file. */
class SchemaAndLoaderTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNode SCHEMA = MAPPER.readTree(ConfigSchema.json());

    /** The keywords that the schema has; another one makes the test fail. */
    private static final Set<String> SAID = Set.of(
            "$schema",
            "title",
            "description",
            "default",
            "type",
            "properties",
            "additionalProperties",
            "anyOf",
            "const",
            "enum",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "items",
            "uniqueItems",
            "minItems",
            "maxItems");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'$schema': 'robo.schema.json'}",
                "{'environment': 'production', 'symbols': ['AAPL', 'BRK.B'], 'defaultCash': 0.01}",
                "{'symbols': 'AAPL,MSFT', 'risk': {'restrictedSymbols': 'off'}}",
                "{'risk': {'maxLeverage': 1, 'maxOrderNotional': 'off', 'restrictedSymbols': [], 'halt': {}}}",
                "{'risk': {'maxLeverage': 4.0, 'maxPositionPct': 0.1, 'correlationLimit': 0, 'minVolume': 100000}}",
                "{'risk': {'maxPriceAge': '500s', 'halt': {'dailyLoss': 'reduce_only', 'rejectedOrderWindow': '1d'}}}",
                "{'ibkr': {'account': 'none', 'host': '[::1]', 'port': 4002, 'readonly': false}}",
                "{'ibkr': {'account': 'DU1234567', 'host': 'gateway.example.org', 'clientId': 999}}"
            })
    void what_the_schema_accepts_is_loaded(String text) {
        assertThat(fits(json(text))).isTrue();
        assertThat(loads(json(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{'environment': 'prod'}",
                "{'symbols': []}",
                "{'symbols': ['AAPL', 'AAPL']}",
                "{'symbols': {}}",
                "{'defaultCash': 0}",
                "{'defaultCash': 1000000000000001}",
                "{'defaultCash': null}",
                "{'defaultCsh': 1}",
                "{'rsk': {}}",
                "{'risk': 5}",
                "{'risk': {'maxLeverage': 0.99}}",
                "{'risk': {'maxLeverage': 4.01}}",
                "{'risk': {'maxLeverage': 'none'}}",
                "{'risk': {'maxLeverage': {}}}",
                "{'risk': {'maxLeverage': [2]}}",
                "{'risk': {'maxPositionPct': 'off'}}",
                "{'risk': {'maxPositionPct': 0}}",
                "{'risk': {'maxOpenPositions': 1.5}}",
                "{'risk': {'maxPriceAge': 5}}",
                "{'risk': {'maxPriceAge': '05s'}}",
                "{'risk': {'useTrailingStop': 'yes'}}",
                "{'risk': {'useTrailingStop': 1}}",
                "{'risk': {'halt': {'dailyLoss': 'HALT'}}}",
                "{'ibkr': {'host': 'a..b'}}",
                "{'ibkr': {'host': '[::1'}}",
                "{'ibkr': {'port': 65536}}",
                "{'ibkr': {'account': 5}}"
            })
    void what_the_schema_refuses_is_refused(String text) {
        assertThat(fits(json(text))).isFalse();
        assertThat(loads(json(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'risk': {'maxLeverage': 2e0}}",
                "{'risk': {'maxPriceAge': '1ms'}}",
                "{'symbols': ['?']}",
                "{'ibkr': {'port': 7496}}",
                "{'execution': {'mode': 'live'}}",
                "{'risk': {'maxLeverage': 1, 'maxLeverage': 4}}"
            })
    void some_things_only_the_loader_says(String text) {
        assertThat(fits(json(text))).isTrue();
        assertThat(loads(json(text))).isFalse();
    }

    @Test
    void what_is_written_fits() {
        assertThat(fits(ConfigFormat.JSON.writeWithSecrets(RoboConfig.defaults())))
                .isTrue();
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static boolean loads(String text) {
        try {
            ConfigLoader.create().text("robo.json", text).load();
            return true;
        } catch (ConfigException e) {
            return false;
        }
    }

    private static boolean fits(String text) {
        return fits(SCHEMA, MAPPER.readTree(text));
    }

    private static boolean fits(JsonNode schema, JsonNode value) {
        assertThat(SAID).containsAll(schema.propertyNames());
        return isOfType(schema.path("type").asString(""), value)
                && says(schema, "const", it -> it.equals(value))
                && says(schema, "enum", it -> it.valueStream().anyMatch(value::equals))
                && says(schema, "anyOf", it -> it.valueStream().anyMatch(one -> fits(one, value)))
                && (!value.isString() || isGoodText(schema, value.asString()))
                && (!value.isNumber() || isGoodNumber(schema, value))
                && (!value.isArray() || isGoodList(schema, value))
                && (!value.isObject() || isGoodMap(schema, value));
    }

    private static boolean says(JsonNode schema, String keyword, Predicate<JsonNode> rule) {
        return !schema.has(keyword) || rule.test(schema.get(keyword));
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "" -> true;
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            default -> throw new AssertionError(type);
        };
    }

    private static boolean isGoodText(JsonNode schema, String text) {
        return says(
                schema,
                "pattern",
                it -> Pattern.compile(it.asString()).matcher(text).find());
    }

    private static boolean isGoodNumber(JsonNode schema, JsonNode value) {
        return says(schema, "minimum", it -> value.decimalValue().compareTo(it.decimalValue()) >= 0)
                && says(schema, "maximum", it -> value.decimalValue().compareTo(it.decimalValue()) <= 0)
                && says(schema, "exclusiveMinimum", it -> value.decimalValue().compareTo(it.decimalValue()) > 0)
                && says(schema, "exclusiveMaximum", it -> value.decimalValue().compareTo(it.decimalValue()) < 0);
    }

    private static boolean isGoodList(JsonNode schema, JsonNode value) {
        return says(schema, "minItems", it -> value.size() >= it.asInt())
                && says(schema, "maxItems", it -> value.size() <= it.asInt())
                && says(schema, "items", it -> value.valueStream().allMatch(one -> fits(it, one)))
                && says(schema, "uniqueItems", it -> value.valueStream().allMatch(new HashSet<JsonNode>()::add));
    }

    private static boolean isGoodMap(JsonNode schema, JsonNode value) {
        JsonNode known = schema.path("properties");
        return value.propertyStream()
                .allMatch(entry -> known.has(entry.getKey())
                        ? fits(known.get(entry.getKey()), entry.getValue())
                        : says(schema, "additionalProperties", JsonNode::asBoolean));
    }
}
