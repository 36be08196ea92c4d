package io.robotrader.examples.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns what a document gives into what the library takes, and puts the place in the document before each complaint. */
final class Given {

    private Given() {}

    static <T> T required(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " must be given, but is missing");
        }
        return value;
    }

    static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }

    /** The library's messages begin with the name of the argument, so that path and name make the full path. */
    static <T> T at(String path, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(path + "." + e.getMessage(), e);
        }
    }

    static <A, B> List<B> each(String path, List<A> values, Function<A, B> make) {
        List<B> made = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String place = path + "[" + i + "]";
            A value = required(values.get(i), place);
            made.add(at(place, () -> make.apply(value)));
        }
        return made;
    }

    /** Of two entries about the same thing one would be lost without a word. */
    static <T> void distinct(String path, List<T> values, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            String given = name.apply(values.get(i));
            if (!seen.add(given)) {
                throw new IllegalArgumentException(
                        path + "[" + i + "] must be the only one of its name, but was a second " + given);
            }
        }
    }
}
