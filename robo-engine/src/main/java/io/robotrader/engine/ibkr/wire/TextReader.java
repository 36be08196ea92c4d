package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a frame of text, each of which ends with a 0. */
final class TextReader implements Fields {

    private final int serverVersion;
    private final TextCache cache = new TextCache();
    private byte[] bytes = new byte[0];
    private int position;
    private int end;
    private int index;
    private int from;
    private int to;
    // The class and not its name: the name is wanted only if something is wrong.
    private @Nullable Class<?> message;

    TextReader(int serverVersion) {
        this.serverVersion = serverVersion;
    }

    void open(Frame frame) {
        bytes = frame.bytes;
        position = frame.start;
        end = frame.end;
        index = -1;
        message = null;
    }

    void in(Class<?> type) {
        message = type;
    }

    /** Nothing may be left over: the fields would not be those that they were taken for. */
    void close() {
        if (position < end) {
            int left = 0;
            for (int p = position; p < end; p++) {
                left += bytes[p] == 0 ? 1 : 0;
            }
            index++;
            throw problem("end", "the end of the message", left + " more fields");
        }
    }

    private void next(String name) {
        index++;
        if (position >= end) {
            throw problem(name, "there", "the end of the message");
        }
        int p = position;
        while (bytes[p] != 0) {
            if (++p == end) {
                throw problem(
                        name, "ended by a 0", new String(bytes, position, end - position, StandardCharsets.UTF_8));
            }
        }
        from = position;
        to = p;
        position = p + 1;
    }

    private WireException problem(String name, String rule, Object value) {
        return WireException.ofField(message == null ? "" : message.getSimpleName(), name, index, rule, value);
    }

    private WireException malformed(String name, String rule) {
        return problem(name, rule, new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public RuntimeException invalid(String name, String rule, Object value) {
        return problem(name, rule, value);
    }

    @Override
    public int serverVersion() {
        return serverVersion;
    }

    @Override
    public void constant(String name, int value) {
        next(name);
    }

    @Override
    public boolean more(boolean here) {
        return position < end;
    }

    @Override
    public int integer(String name, int value) {
        next(name);
        return from == to ? 0 : integer(name);
    }

    @Override
    public int integerOrUnset(String name, int value, Unset spelling) {
        next(name);
        return from == to ? Unset.INTEGER : integer(name);
    }

    private int integer(String name) {
        try {
            return Numbers.integer(bytes, from, to);
        } catch (NumberFormatException e) {
            throw malformed(name, "a whole number of 32 bits");
        }
    }

    @Override
    public long whole(String name, long value) {
        next(name);
        try {
            return from == to ? 0 : Numbers.whole(bytes, from, to);
        } catch (NumberFormatException e) {
            throw malformed(name, "a whole number of 64 bits");
        }
    }

    @Override
    public boolean flag(String name, boolean value) {
        next(name);
        if (from == to || Numbers.is(bytes, from, to, "0") || Numbers.is(bytes, from, to, "FALSE")) {
            return false;
        }
        if (Numbers.is(bytes, from, to, "1") || Numbers.is(bytes, from, to, "TRUE")) {
            return true;
        }
        throw malformed(name, "1 or 0");
    }

    @Override
    public double real(String name, double value) {
        next(name);
        try {
            return from == to ? Unset.REAL : Numbers.real(bytes, from, to);
        } catch (NumberFormatException e) {
            throw malformed(name, "a finite number");
        }
    }

    @Override
    public double size(String name, double value) {
        return real(name, value);
    }

    @Override
    public BigDecimal decimal(String name, BigDecimal value) {
        next(name);
        if (from < to && Numbers.isUnsetDecimal(bytes, from, to)) {
            throw malformed(name, "set");
        }
        return from == to ? BigDecimal.ZERO : decimal(name);
    }

    @Override
    public @Nullable BigDecimal decimalOrUnset(String name, @Nullable BigDecimal value, Unset spelling) {
        next(name);
        return Numbers.isUnsetDecimal(bytes, from, to) ? null : decimal(name);
    }

    @Override
    public BigDecimal quantity(String name, BigDecimal value) {
        next(name);
        if (from < to && Numbers.isUnsetQuantity(bytes, from, to)) {
            throw malformed(name, "set");
        }
        return from == to ? BigDecimal.ZERO : decimal(name);
    }

    @Override
    public @Nullable BigDecimal quantityOrUnset(String name, @Nullable BigDecimal value) {
        next(name);
        return Numbers.isUnsetQuantity(bytes, from, to) ? null : decimal(name);
    }

    private BigDecimal decimal(String name) {
        try {
            return Numbers.decimal(bytes, from, to);
        } catch (NumberFormatException e) {
            throw malformed(name, "a decimal number");
        }
    }

    @Override
    public String text(String name, String value) {
        next(name);
        return cache.text(bytes, from, to);
    }

    @Override
    public String escaped(String name, String value) {
        next(name);
        return Escapes.read(cache.text(bytes, from, to));
    }

    @Override
    public int count(String name, int value) {
        int count = integer(name, value);
        if (count < 0) {
            throw malformed(name, "at least 0");
        }
        return count;
    }
}
