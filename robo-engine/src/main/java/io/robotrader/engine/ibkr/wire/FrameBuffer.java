package io.robotrader.engine.ibkr.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Frames to be sent, one after the other, in bytes that are used again after {@link #clear}. Not thread-safe.
 *
 * <p>Send {@link #array} from 0 to {@link #size}.
 */
public final class FrameBuffer {

    private static final int INITIAL = 1024;

    private byte[] bytes = new byte[INITIAL];
    private int size;

    /** An empty buffer. */
    public FrameBuffer() {}

    /** Forgets what is in it. */
    public void clear() {
        size = 0;
    }

    /**
     * How much is in it.
     *
     * @return the number of bytes
     */
    public int size() {
        return size;
    }

    /**
     * The bytes themselves, of which those before {@link #size} count; another array may take their place when
     * something is added.
     *
     * @return the array, not a copy
     */
    public byte[] array() {
        return bytes;
    }

    /**
     * What is in it.
     *
     * @return a copy of the bytes
     */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    int begin() {
        int frame = size;
        room(4);
        size += 4;
        return frame;
    }

    void end(int frame) {
        int length = size - frame - 4;
        if (length > FrameDecoder.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "frame length must be at most " + FrameDecoder.MAX_LENGTH + " bytes, but was " + length);
        }
        bytes[frame] = (byte) (length >>> 24);
        bytes[frame + 1] = (byte) (length >>> 16);
        bytes[frame + 2] = (byte) (length >>> 8);
        bytes[frame + 3] = (byte) length;
    }

    void backTo(int frame) {
        size = frame;
    }

    void put(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
    }

    void text(String text) {
        int length = text.length();
        room(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                size -= i;
                utf8(text);
                return;
            }
            bytes[size++] = (byte) c;
        }
    }

    private void utf8(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    void digits(long value) {
        if (value == Long.MIN_VALUE) {
            ascii("-9223372036854775808");
            return;
        }
        digits(value, 0);
    }

    /** Writes value / 10^scale, with as many decimals as the scale says. */
    void digits(long value, int scale) {
        room(24 + scale);
        long rest = value;
        if (rest < 0) {
            bytes[size++] = '-';
            rest = -rest;
        }
        int count = 1;
        for (long power = 10; count < 19 && power <= rest; power *= 10) {
            count++;
        }
        int whole = Math.max(count, scale + 1);
        int at = size + whole + (scale > 0 ? 1 : 0);
        size = at;
        for (int i = 0; i < whole; i++) {
            if (i == scale && scale > 0) {
                bytes[--at] = '.';
            }
            bytes[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
        }
    }
}
