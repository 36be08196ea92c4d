package io.robotrader.examples.console;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers for programs. */
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /**
     * Begins an answer.
     *
     * @return an object without members
     */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * Reads what another part wrote.
     *
     * @param object the text of one object
     * @return the object
     */
    public static ObjectNode parse(String object) {
        return (ObjectNode) MAPPER.readTree(object);
    }

    /**
     * Prints an answer, one member a line.
     *
     * @param answer what to print
     * @param out where to
     */
    public static void print(JsonNode answer, PrintWriter out) {
        out.println(MAPPER.writeValueAsString(answer));
        out.flush();
    }
}
