package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes fields as text, each ended by a 0. */
final class TextWriter implements Fields {

    private final int serverVersion;
    private FrameBuffer out = new FrameBuffer();
    private @Nullable Class<?> message;

    TextWriter(int serverVersion) {
        this.serverVersion = serverVersion;
    }

    void open(FrameBuffer buffer, Class<?> type) {
        out = buffer;
        message = type;
    }

    @Override
    public int serverVersion() {
        return serverVersion;
    }

    @Override
    public void constant(String name, int value) {
        integer(name, value);
    }

    @Override
    public boolean more(boolean here) {
        return here;
    }

    @Override
    public int integer(String name, int value) {
        out.digits(value);
        out.put(0);
        return value;
    }

    @Override
    public int integerOrUnset(String name, int value, Unset spelling) {
        if (value != Unset.INTEGER || spelling == Unset.MAX) {
            out.digits(value);
        }
        out.put(0);
        return value;
    }

    @Override
    public long whole(String name, long value) {
        out.digits(value);
        out.put(0);
        return value;
    }

    @Override
    public boolean flag(String name, boolean value) {
        out.put(value ? '1' : '0');
        out.put(0);
        return value;
    }

    @Override
    public double real(String name, double value) {
        return number(name, value, true);
    }

    @Override
    public double size(String name, double value) {
        return number(name, value, false);
    }

    private double number(String name, double value, boolean point) {
        if (!Double.isFinite(value)) {
            throw invalid(name, "finite", value);
        }
        Numbers.put(out, value, point);
        out.put(0);
        return value;
    }

    @Override
    public BigDecimal decimal(String name, BigDecimal value) {
        try {
            Numbers.put(out, Objects.requireNonNull(value, name));
        } catch (NumberFormatException e) {
            throw invalid(name, "of at most 200 digits", value.unscaledValue().bitLength() + " bits");
        }
        out.put(0);
        return value;
    }

    @Override
    public @Nullable BigDecimal decimalOrUnset(String name, @Nullable BigDecimal value, Unset spelling) {
        if (value != null) {
            return decimal(name, value);
        }
        if (spelling == Unset.MAX) {
            Numbers.putUnset(out);
        }
        out.put(0);
        return null;
    }

    @Override
    public BigDecimal quantity(String name, BigDecimal value) {
        return decimal(name, value);
    }

    @Override
    public @Nullable BigDecimal quantityOrUnset(String name, @Nullable BigDecimal value) {
        return decimalOrUnset(name, value, Unset.EMPTY);
    }

    @Override
    public String text(String name, String value) {
        if (Objects.requireNonNull(value, name).indexOf('\0') >= 0) {
            throw invalid(name, "without the character 0", "one with it");
        }
        out.text(value);
        out.put(0);
        return value;
    }

    @Override
    public String escaped(String name, String value) {
        text(name, Escapes.written(value));
        return value;
    }

    @Override
    public int count(String name, int value) {
        return integer(name, value);
    }

    @Override
    public RuntimeException invalid(String name, String rule, Object value) {
        String place = message == null ? name : message.getSimpleName() + "." + name;
        return new IllegalArgumentException(place + " must be " + rule + ", but was " + value);
    }
}
