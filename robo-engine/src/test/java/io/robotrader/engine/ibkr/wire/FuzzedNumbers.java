package io.robotrader.engine.ibkr.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The numbers of the wire against the JDK's. */
final class FuzzedNumbers {

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private FuzzedNumbers() {}

    static void check(byte[] b) {
        String text = new String(b, ISO_8859_1);
        BigInteger whole = WHOLE.matcher(text).matches() ? new BigInteger(text) : null;
        same(whole != null && whole.bitLength() < 64 ? whole.longValue() : null, () -> Numbers.whole(b, 0, b.length));
        same(whole != null && whole.bitLength() < 32 ? whole.intValue() : null, () -> Numbers.integer(b, 0, b.length));
        boolean number = DECIMAL.matcher(text).matches() && text.length() <= 400;
        double real = number ? Double.parseDouble(text) : Double.NaN;
        same(Double.isFinite(real) ? real : null, () -> Numbers.real(b, 0, b.length));
        BigDecimal decimal = refusable(() -> Numbers.decimal(b, 0, b.length));
        if (decimal != null && (!number || new BigDecimal(text).compareTo(decimal) != 0)) {
            throw new AssertionError("\"" + text + "\" was read as " + decimal);
        }
        if (Double.isFinite(real)) {
            again(real);
        }
        if (decimal != null) {
            FrameBuffer out = new FrameBuffer();
            Numbers.put(out, decimal);
            same(decimal, () -> Numbers.decimal(out.array(), 0, out.size()));
        }
    }

    private static void again(double real) {
        for (boolean point : new boolean[] {true, false}) {
            FrameBuffer out = new FrameBuffer();
            Numbers.put(out, real, point);
            same(real, () -> Numbers.real(out.array(), 0, out.size()));
        }
    }

    private static <T> void same(@Nullable T expected, Supplier<T> read) {
        T actual = refusable(read);
        if (expected == null ? actual != null : !expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", but was " + actual);
        }
    }

    private static <T> @Nullable T refusable(Supplier<T> read) {
        try {
            return read.get();
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
