package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.FrameBuffer;
import io.robotrader.engine.ibkr.wire.FrameDecoder;
import io.robotrader.engine.ibkr.wire.Hello;
import io.robotrader.engine.ibkr.wire.ServerMessage;
import io.robotrader.engine.ibkr.wire.WireCodec;
import org.jspecify.annotations.Nullable;

/** One connection: what has been agreed on with its client, and what is on its way to it. */
final class ClientSession {

    /** The far side of a connection. None of the methods waits. */
    interface Outlet {
        void write(byte[] bytes);

        /** Whether what is written may still arrive: not once the client is gone or was cut off. */
        default boolean isOpen() {
            return true;
        }

        /** Closes once all that was written has gone out, or cannot. */
        void close();
    }

    /** Longer than any message of a client can sensibly be: an order with a hundred legs has some ten thousand bytes. */
    static final int LONGEST_FRAME = 1 << 16;

    /** More than this is not gathered before it is written, however long one step takes. */
    private static final int LONGEST_WAIT = 1 << 16;

    final FrameDecoder decoder = FrameDecoder.ofClientStream(LONGEST_FRAME);
    final FrameBuffer out = new FrameBuffer();
    private final Outlet outlet;
    private @Nullable WireCodec codec;
    private int clientId = -1;
    private boolean closed;
    boolean mute;
    int marketDataType = 1;
    private long windowStart = Long.MIN_VALUE;
    private int inWindow;
    private int offences;

    ClientSession(Outlet outlet) {
        this.outlet = outlet;
    }

    /** Answers a hello; says whether there is a version that both speak. */
    boolean agree(Hello hello, int serverVersion) {
        int version = hello.agreed(WireCodec.MIN_SERVER_VERSION, serverVersion).orElse(0);
        if (version > 0) {
            codec = WireCodec.of(version);
        }
        return version > 0;
    }

    WireCodec codec() {
        WireCodec agreed = codec;
        if (agreed == null) {
            throw new IllegalStateException("hello must be answered first, but was not");
        }
        return agreed;
    }

    boolean isAgreed() {
        return codec != null;
    }

    boolean isReady() {
        return clientId >= 0 && !closed;
    }

    int clientId() {
        return clientId;
    }

    void ready(int id) {
        clientId = id;
    }

    void encode(ServerMessage message) {
        if (!isClosed() && !mute) {
            codec().encode(message, out);
            if (out.size() > LONGEST_WAIT) {
                flush();
            }
        }
    }

    /** Bytes that are no message. */
    void raw(byte[] bytes) {
        flush();
        if (!closed) {
            outlet.write(bytes);
        }
    }

    void flush() {
        if (out.size() > 0) {
            byte[] bytes = out.toByteArray();
            out.clear();
            if (!closed) {
                outlet.write(bytes);
            }
        }
    }

    void close() {
        flush();
        if (!closed) {
            closed = true;
            outlet.close();
        }
    }

    boolean isClosed() {
        return closed || !outlet.isOpen();
    }

    /** Whether it has ever been ready. */
    boolean isKnown() {
        return clientId >= 0;
    }

    /** Counts a message; says how often the limit has been broken if this one breaks it, otherwise 0. */
    int overLimit(long nanos, int perSecond) {
        if (windowStart == Long.MIN_VALUE || nanos - windowStart >= 1_000_000_000L) {
            windowStart = nanos;
            inWindow = 0;
        }
        inWindow++;
        return inWindow > perSecond ? ++offences : 0;
    }
}
