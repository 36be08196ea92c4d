package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Numbers out of bytes, and into them. Whatever is not a number is a NumberFormatException. */
final class Numbers {

    /*
     * A decimal of at most 15 digits is a whole number below 2^53 divided by a power of ten. Both are exact as doubles
     * while the power is at most 10^22, and a division is rounded once, to nearest: that is the correctly rounded value
     * (Clinger, "How to Read Floating Point Numbers Accurately", 1990). Everything else is left to the JDK.
     */
    private static final int EXACT_DIGITS = 15;

    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    /** Beyond the digits of every double; a longer text is no number that anybody means. */
    private static final int LONGEST = 400;

    /** Of a decimal as it is written out, before the point and after it; so that what is read can be written. */
    private static final int MOST_DIGITS = 200;

    private static final int LONG_DIGITS = 18;
    private static final double WHOLE = 1e15;
    private static final int MOST_DECIMALS = 9;
    private static final String MAX = "1.7976931348623157E308";
    private static final String MAX_PLUS = "1.7976931348623157E+308";

    private Numbers() {}

    static int integer(byte[] b, int from, int to) {
        long value = whole(b, from, to);
        if (value != (int) value) {
            throw new NumberFormatException();
        }
        return (int) value;
    }

    static long whole(byte[] b, int from, int to) {
        int p = afterSign(b, from, to);
        if (p == to) {
            throw new NumberFormatException();
        }
        // Summed up below zero, where there is room for the smallest value.
        long value = 0;
        for (; p < to; p++) {
            int digit = b[p] - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException();
            }
            if (value < Long.MIN_VALUE / 10 || value * 10 < Long.MIN_VALUE + digit) {
                throw new NumberFormatException();
            }
            value = value * 10 - digit;
        }
        if (b[from] == '-') {
            return value;
        }
        if (value == Long.MIN_VALUE) {
            throw new NumberFormatException();
        }
        return -value;
    }

    static double real(byte[] b, int from, int to) {
        int p = afterSign(b, from, to);
        long mantissa = 0;
        int digits = 0;
        int scale = -1;
        for (; p < to; p++) {
            int digit = b[p] - '0';
            if (digit >= 0 && digit <= 9) {
                if (++digits > EXACT_DIGITS) {
                    return slowReal(b, from, to);
                }
                mantissa = mantissa * 10 + digit;
                scale += scale >= 0 ? 1 : 0;
            } else if (b[p] == '.' && scale < 0) {
                scale = 0;
            } else {
                return slowReal(b, from, to);
            }
        }
        if (digits == 0) {
            throw new NumberFormatException();
        }
        double value = scale > 0 ? mantissa / POWERS[scale] : mantissa;
        return b[from] == '-' ? -value : value;
    }

    private static double slowReal(byte[] b, int from, int to) {
        double value = Double.parseDouble(checked(b, from, to));
        if (Double.isInfinite(value)) {
            throw new NumberFormatException();
        }
        return value;
    }

    static BigDecimal decimal(byte[] b, int from, int to) {
        int p = afterSign(b, from, to);
        long mantissa = 0;
        int digits = 0;
        int scale = -1;
        for (; p < to; p++) {
            int digit = b[p] - '0';
            if (digit >= 0 && digit <= 9 && digits < LONG_DIGITS) {
                digits++;
                mantissa = mantissa * 10 + digit;
                scale += scale >= 0 ? 1 : 0;
            } else if (b[p] == '.' && scale < 0) {
                scale = 0;
            } else {
                return slowDecimal(b, from, to);
            }
        }
        if (digits == 0) {
            throw new NumberFormatException();
        }
        return BigDecimal.valueOf(b[from] == '-' ? -mantissa : mantissa, Math.max(scale, 0));
    }

    private static BigDecimal slowDecimal(byte[] b, int from, int to) {
        BigDecimal value = new BigDecimal(checked(b, from, to));
        checkDigits(value);
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** Before anything is made of it: an exponent is short and the digits that it stands for are not. */
    private static void checkDigits(BigDecimal value) {
        long scale = value.scale();
        if (scale > MOST_DIGITS || value.precision() - Math.min(scale, 0) > MOST_DIGITS) {
            throw new NumberFormatException();
        }
    }

    /** The text, if it is a decimal number: the JDK's own parsers also take names, hexadecimals and spaces. */
    private static String checked(byte[] b, int from, int to) {
        if (to - from > LONGEST) {
            throw new NumberFormatException();
        }
        int p = afterSign(b, from, to);
        int whole = p;
        p = afterDigits(b, p, to);
        int digits = p - whole;
        if (p < to && b[p] == '.') {
            int point = p + 1;
            p = afterDigits(b, point, to);
            digits += p - point;
        }
        boolean good = digits > 0;
        if (p < to && (b[p] == 'e' || b[p] == 'E')) {
            int exponent = afterSign(b, p + 1, to);
            p = afterDigits(b, exponent, to);
            good &= p > exponent;
        }
        if (!good || p != to) {
            throw new NumberFormatException();
        }
        return new String(b, from, to - from, StandardCharsets.US_ASCII);
    }

    private static int afterSign(byte[] b, int from, int to) {
        return from < to && (b[from] == '-' || b[from] == '+') ? from + 1 : from;
    }

    private static int afterDigits(byte[] b, int from, int to) {
        int p = from;
        while (p < to && b[p] >= '0' && b[p] <= '9') {
            p++;
        }
        return p;
    }

    static boolean isUnsetDecimal(byte[] b, int from, int to) {
        return from == to || is(b, from, to, MAX) || is(b, from, to, MAX_PLUS);
    }

    static boolean isUnsetQuantity(byte[] b, int from, int to) {
        return isUnsetDecimal(b, from, to)
                || is(b, from, to, "2147483647")
                || is(b, from, to, "9223372036854775807")
                || is(b, from, to, "-9223372036854775808");
    }

    /** Whether the bytes spell the text, which is in capitals, in capitals or not. */
    static boolean is(byte[] b, int from, int to, String text) {
        if (to - from != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            int c = b[from + i];
            if ((c >= 'a' && c <= 'z' ? c - ' ' : c) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Writes the shortest decimal that reads as the value, if it has few decimals; else what the JDK makes of it. */
    static void put(FrameBuffer out, double value, boolean point) {
        if (value == Unset.REAL) {
            out.ascii(MAX);
            return;
        }
        if (Math.abs(value) < WHOLE && Double.doubleToRawLongBits(value) != Long.MIN_VALUE) {
            for (int scale = 0; scale <= MOST_DECIMALS; scale++) {
                long mantissa = Math.round(value * POWERS[scale]);
                if (Math.abs(mantissa) >= WHOLE) {
                    break;
                }
                if (mantissa / POWERS[scale] == value) {
                    boolean padded = point && scale == 0;
                    out.digits(padded ? mantissa * 10 : mantissa, padded ? 1 : scale);
                    return;
                }
            }
        }
        String text = Double.toString(value);
        out.ascii(text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString());
    }

    static void put(FrameBuffer out, BigDecimal value) {
        checkDigits(value);
        out.ascii(value.toPlainString());
    }

    static void putUnset(FrameBuffer out) {
        out.ascii(MAX);
    }
}
