package io.robotrader.engine.ibkr.wire;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into frames, however the stream was cut into pieces on its way.
 *
 * <p>Feed what has come in, then take frames until there is none. A frame is four bytes of length, the highest first,
 * and as many bytes; frames of no length are skipped. Room is made for bytes that have come, never for those that a
 * length announces. After a {@link WireException} the stream is out of step for good, and every further call throws.
 *
 * <p>Not thread-safe.
 */
public final class FrameDecoder {

    /** The longest body that there may be. */
    public static final int MAX_LENGTH = 0xFFFFFF;

    private static final int INITIAL = 8 * 1024;
    // A large answer now and then should not hold its memory for the rest of the day.
    private static final int KEPT = 1024 * 1024;
    private static final byte[] PREFIX = {'A', 'P', 'I', 0};

    private final int limit;
    private final Frame frame;
    private byte[] bytes = new byte[INITIAL];
    private int start;
    private int end;
    private boolean prefixed;
    private @Nullable WireException broken;

    private FrameDecoder(int limit, boolean prefixed) {
        if (limit < 1 || limit > MAX_LENGTH) {
            throw new IllegalArgumentException("limit must be between 1 and " + MAX_LENGTH + ", but was " + limit);
        }
        this.limit = limit;
        this.prefixed = prefixed;
        this.frame = new Frame(bytes, 0, 0);
    }

    /**
     * For a client: the stream that comes from a server.
     *
     * @param limit the longest body that is taken, in bytes, between 1 and {@link #MAX_LENGTH}
     * @return a decoder at the start of the stream
     * @throws IllegalArgumentException if the limit is out of its bounds
     */
    public static FrameDecoder ofServerStream(int limit) {
        return new FrameDecoder(limit, false);
    }

    /**
     * For a server: the stream that comes from a client. It starts with {@code API} and a 0, which are taken off.
     *
     * @param limit the longest body that is taken, in bytes, between 1 and {@link #MAX_LENGTH}
     * @return a decoder at the start of the stream
     * @throws IllegalArgumentException if the limit is out of its bounds
     */
    public static FrameDecoder ofClientStream(int limit) {
        return new FrameDecoder(limit, true);
    }

    /**
     * Takes what has come in.
     *
     * @param source where the bytes are; they are copied
     * @param offset the first of them
     * @param length how many
     * @throws IndexOutOfBoundsException if there are not as many bytes
     * @throws WireException if the stream is out of step
     */
    public void feed(byte[] source, int offset, int length) {
        if (broken != null) {
            throw broken;
        }
        java.util.Objects.checkFromIndexSize(offset, length, source.length);
        makeRoom(length);
        System.arraycopy(source, offset, bytes, end, length);
        end += length;
    }

    /**
     * The next frame, if all of it has come in.
     *
     * @return the frame, good until this decoder is used again; null if there is none yet
     * @throws WireException if the stream does not start as it must, or a frame is longer than the limit
     */
    public @Nullable Frame next() {
        if (broken != null) {
            throw broken;
        }
        if (prefixed && !prefixTaken()) {
            return null;
        }
        while (end - start >= 4) {
            int length = lengthAt(start);
            if (length < 0 || length > limit) {
                throw broken(WireException.ofFrame(
                        "frame length", "at most " + limit + " bytes", Integer.toUnsignedLong(length)));
            }
            if (end - start - 4 < length) {
                return null;
            }
            frame.bytes = bytes;
            frame.start = start + 4;
            frame.end = frame.start + length;
            start = frame.end;
            if (length > 0) {
                return frame;
            }
        }
        return null;
    }

    /**
     * What is left that is no whole frame.
     *
     * @return the number of bytes; more than 0 at the end of a stream means that it was cut off in a frame
     */
    public int pending() {
        return end - start;
    }

    private boolean prefixTaken() {
        int there = Math.min(PREFIX.length, end - start);
        if (!Arrays.equals(bytes, start, start + there, PREFIX, 0, there)) {
            throw broken(WireException.ofFrame(
                    "stream", "API and a 0 at its start", new Frame(bytes, start, start + there).toString()));
        }
        if (there < PREFIX.length) {
            return false;
        }
        start += PREFIX.length;
        prefixed = false;
        return true;
    }

    private WireException broken(WireException problem) {
        broken = problem;
        bytes = new byte[0];
        start = 0;
        end = 0;
        return problem;
    }

    private int lengthAt(int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
    }

    private void makeRoom(int length) {
        int pending = end - start;
        if (bytes.length - end >= length) {
            return;
        }
        byte[] room = bytes;
        int needed = Math.addExact(pending, length);
        if (needed > bytes.length) {
            room = new byte[Math.max(needed, Math.min(2 * bytes.length, limit + 4 + INITIAL))];
        } else if (bytes.length > KEPT && needed <= INITIAL) {
            room = new byte[INITIAL];
        }
        System.arraycopy(bytes, start, room, 0, pending);
        bytes = room;
        start = 0;
        end = pending;
    }
}
