package io.robotrader.engine.ibkr.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * A message that this library has no type for. It can be looked at, and written as it came.
 *
 * @param id the number with which it starts
 * @param fields the fields after the number, as they were spelled
 */
public record UnknownMessage(int id, List<String> fields) implements ClientMessage, ServerMessage {

    /** Takes a copy of the list. */
    public UnknownMessage {
        fields = List.copyOf(fields);
    }

    @Override
    public UnknownMessage layout(Fields f) {
        List<String> walked = new ArrayList<>();
        for (int i = 0; f.more(i < fields.size()); i++) {
            walked.add(f.text("field", i < fields.size() ? fields.get(i) : ""));
        }
        return new UnknownMessage(id, walked);
    }
}
