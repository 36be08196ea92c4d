package io.robotrader.engine.ibkr.wire;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One walk over the fields of a message that are {@link Extras}. */
final class ExtrasPass {

    final Fields fields;
    private final Map<String, String> given;
    private @Nullable Map<String, String> walked;
    private int used;

    ExtrasPass(Fields fields, Extras given) {
        this.fields = fields;
        this.given = given.values();
    }

    /** A field that is usually spelled so. */
    String text(String name, String usual) {
        return noted(name, usual, fields.text(name, given(name, usual)));
    }

    /** Fields that are usually empty. */
    void empty(String... names) {
        for (String name : names) {
            text(name, "");
        }
    }

    /** Fields that are usually 0. */
    void zero(String... names) {
        for (String name : names) {
            text(name, "0");
        }
    }

    int count(String name) {
        String given = given(name, "0");
        int count;
        try {
            count = Integer.parseInt(given);
        } catch (NumberFormatException e) {
            throw fields.invalid(name, "a whole number", given);
        }
        count = fields.count(name, count);
        noted(name, "0", Integer.toString(count));
        return count;
    }

    private String given(String name, String usual) {
        if (given.isEmpty()) {
            return usual;
        }
        String value = given.get(name);
        used += value == null ? 0 : 1;
        return value == null ? usual : value;
    }

    private String noted(String name, String usual, String value) {
        if (!value.equals(usual)) {
            if (walked == null) {
                walked = new TreeMap<>();
            }
            walked.put(name, value);
        }
        return value;
    }

    Extras end() {
        if (used < given.size()) {
            throw fields.invalid(
                    "extras", "fields of this message at server version " + fields.serverVersion(), given.keySet());
        }
        return walked == null ? Extras.NONE : new Extras(walked);
    }
}
