package io.robotrader.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.examples.console.Json;
import io.robotrader.risk.rule.LimitKind;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The schema and the reader know the same keys. */
class SchemaTest {

    private final JsonNode schema = Json.parse(Document.text(Path.of("../docs/scenario.schema.json")));
    private final JsonNode defs = schema.get("$defs");

    @Test
    void every_object_has_the_keys_that_are_read() {
        assertThat(keys(schema)).containsExactlyInAnyOrderElementsOf(components(Scenario.class));
        assertThat(keys(defs.get("account"))).containsExactlyInAnyOrderElementsOf(components(AccountPart.class));
        assertThat(keys(defs.get("position")))
                .containsExactlyInAnyOrderElementsOf(components(AccountPart.PositionPart.class));
        assertThat(keys(defs.get("instrument"))).containsExactlyInAnyOrderElementsOf(components(InstrumentPart.class));
        assertThat(keys(defs.get("market"))).containsExactlyInAnyOrderElementsOf(components(MarketPart.class));
        assertThat(keys(defs.get("correlation")))
                .containsExactlyInAnyOrderElementsOf(components(CorrelationPart.class));
        assertThat(keys(defs.get("order"))).containsExactlyInAnyOrderElementsOf(components(OrderPart.class));
        assertThat(keys(defs.get("limits"))).containsExactlyInAnyOrderElementsOf(LimitTable.names());
    }

    @Test
    void the_document_of_size_has_the_keys_that_are_read() {
        JsonNode size = defs.get("size");

        assertThat(keys(size)).containsExactlyInAnyOrderElementsOf(components(SizeQuestion.class));
        JsonNode entry = size.get("properties").get("entry");
        assertThat(keys(entry)).containsExactlyInAnyOrderElementsOf(components(SizeQuestion.Entry.class));
        JsonNode method = size.get("properties").get("method");
        assertThat(keys(method)).containsExactlyInAnyOrderElementsOf(components(SizeMethod.class));
        for (RecordComponent one : SizeMethod.class.getRecordComponents()) {
            assertThat(keys(method.get("properties").get(one.getName())))
                    .containsExactlyInAnyOrderElementsOf(components(one.getType()));
        }
    }

    @Test
    void every_kind_of_limit_can_be_expected() {
        JsonNode kinds = defs.get("order").at("/properties/expect/anyOf/1/items/enum");

        assertThat(kinds.valueStream().map(JsonNode::asString))
                .containsExactlyElementsOf(
                        Arrays.stream(LimitKind.values()).map(LimitKind::name).toList());
    }

    private static List<String> keys(JsonNode object) {
        assertThat(object.get("additionalProperties").asBoolean()).isFalse();
        return List.copyOf(object.get("properties").propertyNames());
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
