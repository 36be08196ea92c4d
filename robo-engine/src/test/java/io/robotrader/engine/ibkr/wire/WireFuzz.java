package io.robotrader.engine.ibkr.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a fuzzer is let loose on: bytes from the other side. The first byte says what they are taken for, the second the
 * server version or, for a stream, how it is cut; the rest is from the other side. Whatever it is, it is understood or
 * is a {@link WireException}; what is understood can be written and is understood the same again; and no more memory is
 * asked for than is in proportion to the bytes.
 */
public final class WireFuzz {

    /** What the bytes are taken for. */
    static final char SERVER_MESSAGE = '0';

    static final char CLIENT_MESSAGE = '1';
    static final char SERVER_STREAM = '2';
    static final char CLIENT_STREAM = '3';
    static final char NUMBER = '4';

    private static final int KINDS = 5;
    private static final int HEAD = 2;
    private static final int FRAME_LIMIT = 1024;
    private static final int VERSIONS = WireCodec.MAX_SERVER_VERSION - WireCodec.MIN_SERVER_VERSION + 1;

    /** For what is there however short a message is, a stack trace above all. */
    private static final long ALLOWED = 32 * 1024;

    /** A fuzzer's own probes ask for memory too, so that under one there has to be more. */
    private static final long ALLOWED_PER_BYTE = Long.getLong("fuzz.allowedPerByte", 128);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private WireFuzz() {}

    /** The bytes with what goes before them. */
    static byte[] input(char kind, int version, byte[] body) {
        byte[] input = new byte[HEAD + body.length];
        input[0] = (byte) kind;
        input[1] = (byte) ('A' + version - WireCodec.MIN_SERVER_VERSION);
        System.arraycopy(body, 0, input, HEAD, body.length);
        return input;
    }

    /** Called by the fuzzer; anything thrown is a finding. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < HEAD) {
            return;
        }
        byte[] body = Arrays.copyOfRange(input, HEAD, input.length);
        int version = WireCodec.MIN_SERVER_VERSION + Math.floorMod(input[1] - 'A', VERSIONS);
        switch ('0' + Math.floorMod(input[0] - '0', KINDS)) {
            case SERVER_MESSAGE -> message(WireCodec.of(version), false, body);
            case CLIENT_MESSAGE -> message(WireCodec.of(version), true, body);
            case SERVER_STREAM -> stream(false, body, input[1]);
            case CLIENT_STREAM -> stream(true, body, input[1]);
            default -> FuzzedNumbers.check(body);
        }
    }

    private static void message(WireCodec codec, boolean ofClient, byte[] body) {
        Function<byte[], @Nullable WireMessage> decode = bytes -> refusable(() ->
                ofClient ? codec.decodeClientMessage(Frame.of(bytes)) : codec.decodeServerMessage(Frame.of(bytes)));
        WireMessage message = frugal(body.length, () -> decode.apply(body));
        if (message == null) {
            return;
        }
        byte[] written = written(codec, message);
        WireMessage again = decode.apply(Arrays.copyOfRange(written, 4, written.length));
        same(message, again);
        same(text(written), text(written(codec, again)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static byte[] written(WireCodec codec, WireMessage message) {
        FrameBuffer out = new FrameBuffer();
        codec.encode(message, out);
        return out.toByteArray();
    }

    /** A session as the one side hears it: the other's first word, then messages in the version that it gave. */
    private static void stream(boolean ofClient, byte[] bytes, int seed) {
        Random random = new Random(seed);
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at < bytes.length; ) {
            int length = Math.min(bytes.length - at, 1 + random.nextInt(1 + random.nextInt(64)));
            pieces.add(Arrays.copyOfRange(bytes, at, at + length));
            at += length;
        }
        List<String> cut = frugal(bytes.length, () -> frames(ofClient, pieces));
        same(cut, frames(ofClient, List.of(bytes)));
        WireCodec codec = null;
        for (String frame : cut) {
            byte[] body = frame.getBytes(ISO_8859_1);
            if (codec != null) {
                message(codec, ofClient, body);
            } else {
                Integer version = refusable(() -> ofClient ? hello(body) : reply(body));
                codec = version == null ? null : refusable(() -> WireCodec.of(version));
                if (codec == null) {
                    return;
                }
            }
        }
    }

    /** The frames, and at the end what came of the stream. */
    private static List<String> frames(boolean ofClient, List<byte[]> pieces) {
        FrameDecoder decoder =
                ofClient ? FrameDecoder.ofClientStream(FRAME_LIMIT) : FrameDecoder.ofServerStream(FRAME_LIMIT);
        List<String> frames = new ArrayList<>();
        for (byte[] piece : pieces) {
            decoder.feed(piece, 0, piece.length);
            try {
                for (Frame frame = decoder.next(); frame != null; frame = decoder.next()) {
                    frames.add(text(frame.toByteArray()));
                }
            } catch (WireException e) {
                return frames;
            }
        }
        return frames;
    }

    private static int hello(byte[] body) {
        Hello hello = Hello.decode(Frame.of(body));
        FrameBuffer out = new FrameBuffer();
        hello.encode(out);
        FrameDecoder decoder = FrameDecoder.ofClientStream(FrameDecoder.MAX_LENGTH);
        decoder.feed(out.array(), 0, out.size());
        Frame again = decoder.next();
        same(hello, again == null ? null : refusable(() -> Hello.decode(again)));
        return hello.agreed(WireCodec.MIN_SERVER_VERSION, WireCodec.MAX_SERVER_VERSION)
                .orElse(0);
    }

    private static int reply(byte[] body) {
        HelloReply reply = HelloReply.decode(Frame.of(body));
        FrameBuffer out = new FrameBuffer();
        reply.encode(out);
        byte[] written = out.toByteArray();
        same(reply, HelloReply.decode(Frame.of(Arrays.copyOfRange(written, 4, written.length))));
        return reply.serverVersion();
    }

    private static <T> @Nullable T refusable(Supplier<T> work) {
        try {
            return work.get();
        } catch (WireException e) {
            return null;
        }
    }

    /** Several tries: the first may have loaded classes, which is not to the account of the bytes. */
    private static <T extends @Nullable Object> T frugal(int length, Supplier<T> work) {
        long allowed = ALLOWED + ALLOWED_PER_BYTE * length;
        long allocated = 0;
        for (int tries = 0; tries < 3; tries++) {
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            T outcome = work.get();
            allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            if (allocated <= allowed) {
                return outcome;
            }
        }
        throw new AssertionError(length + " bytes made it ask for " + allocated + ", which is more than " + allowed);
    }

    static void same(@Nullable Object expected, @Nullable Object actual) {
        if (expected == null || !expected.equals(actual)) {
            throw new AssertionError("expected " + expected + ", but was " + actual);
        }
    }
}
