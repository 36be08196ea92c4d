package io.robotrader.engine.ibkr.wire;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Texts that were read lately. Accounts, currencies and states come again and again; each is made once. A text that
 * falls on another's place puts it out, so that the cache never grows. Not thread-safe.
 */
final class TextCache {

    private static final int SIZE = 512;
    private static final int LONGEST = 24;

    private final @Nullable String[] texts = new String[SIZE];

    String text(byte[] b, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(b, from, length, StandardCharsets.UTF_8);
        }
        int hash = 0;
        for (int p = from; p < to; p++) {
            hash = 31 * hash + b[p];
        }
        int place = (hash ^ hash >>> 16) & SIZE - 1;
        String text = texts[place];
        if (text == null || !same(text, b, from, length)) {
            text = new String(b, from, length, StandardCharsets.UTF_8);
            texts[place] = text;
        }
        return text;
    }

    private static boolean same(String text, byte[] b, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            // A byte beyond ASCII is negative and no character is: such a text is made anew each time.
            if (text.charAt(i) != b[from + i]) {
                return false;
            }
        }
        return true;
    }
}
