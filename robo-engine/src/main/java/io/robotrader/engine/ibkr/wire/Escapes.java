package io.robotrader.engine.ibkr.wire;

/** Letters beyond ASCII, as a backslash, {@code u} and four hexadecimal digits. */
final class Escapes {

    private static final int LENGTH = 6;

    private Escapes() {}

    /** Only letters beyond ASCII are read: that is what the other side writes, and a 0 cannot come in this way. */
    static String read(String text) {
        int at = text.indexOf("\\u");
        if (at < 0) {
            return text;
        }
        StringBuilder read = new StringBuilder(text.length());
        int done = 0;
        while (at >= 0) {
            int letter = letterAt(text, at);
            if (letter >= 0x80) {
                read.append(text, done, at).append((char) letter);
                done = at + LENGTH;
            }
            at = text.indexOf("\\u", Math.max(done, at + 2));
        }
        return read.append(text, done, text.length()).toString();
    }

    private static int letterAt(String text, int at) {
        if (at + LENGTH > text.length()) {
            return -1;
        }
        int letter = 0;
        for (int i = at + 2; i < at + LENGTH; i++) {
            int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return -1;
            }
            letter = letter << 4 | digit;
        }
        return letter;
    }

    static String written(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) < 0x80) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        StringBuilder written = new StringBuilder(text.length() + 2 * LENGTH).append(text, 0, i);
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                written.append(c);
            } else {
                written.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    written.append(Character.forDigit(c >> shift & 0xF, 16));
                }
            }
        }
        return written.toString();
    }
}
