package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is done with the fields of a message, one call a field, in the order of the wire. Every call is handed the name
 * of the field, for reports of errors, and the value that a writer is to write; it answers with the value that holds
 * from here on: for a reader the one that it has read, for a writer the one it was handed.
 *
 * <p>A number that is malformed or too large is a {@link WireException} when it is read; a value that cannot be written
 * is an {@link IllegalArgumentException}. Not thread-safe.
 */
public interface Fields {

    /**
     * Which fields there are depends on it.
     *
     * @return the version that both sides have agreed on
     */
    int serverVersion();

    /**
     * Whether a field that came with a version is there.
     *
     * @param version the first server version that has it
     * @return whether the version agreed on is that or a later one
     */
    default boolean since(int version) {
        return serverVersion() >= version;
    }

    /**
     * A field that says nothing, such as the version of a message. It is written as given and skipped when read: the
     * values differ from client to client.
     *
     * @param name the field's name
     * @param value what is written
     */
    void constant(String name, int value);

    /**
     * Whether another field follows, where that is for the other side to say.
     *
     * @param here what a writer is to answer
     * @return for a reader whether there is a field left
     */
    boolean more(boolean here);

    /**
     * A whole number; empty is 0.
     *
     * @param name the field's name
     * @param value the value to write
     * @return the value
     */
    int integer(String name, int value);

    /**
     * A whole number that may be missing.
     *
     * @param name the field's name
     * @param value the value to write, {@link Unset#INTEGER} if there is none
     * @param spelling how "not set" is written
     * @return the value
     */
    int integerOrUnset(String name, int value, Unset spelling);

    /**
     * A whole number of 64 bits, such as seconds since 1970; empty is 0.
     *
     * @param name the field's name
     * @param value the value to write
     * @return the value
     */
    long whole(String name, long value);

    /**
     * Yes or no: written {@code 1} and {@code 0}. Empty is no; {@code true} and {@code false} are understood too.
     *
     * @param name the field's name
     * @param value the value to write
     * @return the value
     */
    boolean flag(String name, boolean value);

    /**
     * A price of the market, finite, with at least one decimal when written; empty is {@link Unset#REAL}.
     *
     * @param name the field's name
     * @param value the value to write
     * @return the value
     */
    double real(String name, double value);

    /**
     * A size or volume of the market, finite, without decimals when it is whole; empty is {@link Unset#REAL}.
     *
     * @param name the field's name
     * @param value the value to write
     * @return the value
     */
    double size(String name, double value);

    /**
     * An amount or price whose decimals are kept as they are spelled; empty is 0, and one that is not set is an error.
     *
     * @param name the field's name
     * @param value the value to write
     * @return the value
     */
    BigDecimal decimal(String name, BigDecimal value);

    /**
     * An amount or price that may be missing.
     *
     * @param name the field's name
     * @param value the value to write, null if there is none
     * @param spelling how "not set" is written
     * @return the value, null if it is not set
     */
    @Nullable
    BigDecimal decimalOrUnset(String name, @Nullable BigDecimal value, Unset spelling);

    /**
     * A number of shares; empty is 0, and one that is not set is an error. It differs from {@link #decimal} in what is
     * not set: the largest integer is, for a quantity.
     *
     * @param name the field's name
     * @param value the value to write
     * @return the value
     */
    BigDecimal quantity(String name, BigDecimal value);

    /**
     * A number of shares that may be missing; written empty then.
     *
     * @param name the field's name
     * @param value the value to write, null if there is none
     * @return the value, null if it is not set
     */
    @Nullable
    BigDecimal quantityOrUnset(String name, @Nullable BigDecimal value);

    /**
     * A text. Bytes that are not UTF-8 are replaced when read.
     *
     * @param name the field's name
     * @param value the value to write, without the character 0
     * @return the value
     */
    String text(String name, String value);

    /**
     * A text whose letters beyond ASCII are written as a backslash, {@code u} and four hexadecimal digits.
     *
     * @param name the field's name
     * @param value the value to write, without the character 0
     * @return the value
     */
    String escaped(String name, String value);

    /**
     * How many of something follow; 0 or more, empty is 0.
     *
     * @param name the field's name
     * @param value the value to write
     * @return the value
     */
    int count(String name, int value);

    /**
     * What to throw if a value cannot be; it names the message and the field.
     *
     * @param name the field's name
     * @param rule what must be, as in "must be 1 or 2"
     * @param value the value that is not
     * @return the exception, for the caller to throw
     */
    RuntimeException invalid(String name, String rule, Object value);

    /**
     * A count and as many items.
     *
     * @param <T> the type of an item
     * @param name the name of the count
     * @param items the items to write
     * @param blank an item to start from when one is read
     * @param layout walks over the fields of an item
     * @return the items
     */
    default <T> List<T> list(String name, List<T> items, T blank, BiFunction<Fields, T, T> layout) {
        int count = count(name, items.size());
        // No room is made by the count: it is the other side's word until the items are there.
        List<T> walked = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            walked.add(layout.apply(this, i < items.size() ? items.get(i) : blank));
        }
        return List.copyOf(walked);
    }
}
