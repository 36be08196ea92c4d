package io.robotrader.examples.desk;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers for programs. */
final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ObjectNode parse(String object) {
        return (ObjectNode) MAPPER.readTree(object);
    }

    static void print(JsonNode answer, PrintWriter out) {
        out.println(MAPPER.writeValueAsString(answer));
        out.flush();
    }
}
