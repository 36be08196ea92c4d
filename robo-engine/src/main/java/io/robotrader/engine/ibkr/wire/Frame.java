package io.robotrader.engine.ibkr.wire;

import java.nio.charset.StandardCharsets;

/**
 * The body of one frame, without the length before it: a view of bytes that belong to somebody else. One that a {@link
 * FrameDecoder} has given is good until the decoder is used again. Not thread-safe.
 */
public final class Frame {

    byte[] bytes;
    int start;
    int end;

    Frame(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /**
     * A frame of its own.
     *
     * @param body the bytes of the body; not copied
     * @return the frame
     */
    public static Frame of(byte[] body) {
        return new Frame(body, 0, body.length);
    }

    /**
     * How long the body is.
     *
     * @return the number of bytes, the length before them not counted
     */
    public int length() {
        return end - start;
    }

    /**
     * The body, for logs and tests.
     *
     * @return a copy of the bytes
     */
    public byte[] toByteArray() {
        return java.util.Arrays.copyOfRange(bytes, start, end);
    }

    /** The body as text, with a dot in the place of each end of a field. */
    @Override
    public String toString() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8).replace('\0', '·');
    }
}
