package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.ClientMessage;
import io.robotrader.engine.ibkr.wire.Frame;
import io.robotrader.engine.ibkr.wire.FrameBuffer;
import io.robotrader.engine.ibkr.wire.FrameDecoder;
import io.robotrader.engine.ibkr.wire.Hello;
import io.robotrader.engine.ibkr.wire.HelloReply;
import io.robotrader.engine.ibkr.wire.WireCodec;
import io.robotrader.engine.ibkr.wire.WireException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection: a socket and what both sides agreed to speak on it. One thread reads while another writes; closing may
 * be done by anybody, and wakes both.
 */
final class Link {

    private static final int CHUNK = 64 * 1024;

    private final Socket socket = new Socket();
    private final FrameDecoder decoder = FrameDecoder.ofServerStream(FrameDecoder.MAX_LENGTH);
    private final FrameBuffer out = new FrameBuffer();
    private final byte[] chunk = new byte[CHUNK];
    private volatile @Nullable IbkrError cause;
    private @Nullable WireCodec codec;
    private @Nullable InputStream in;
    private @Nullable OutputStream sink;

    /** Connects and agrees on a version. */
    void open(InetSocketAddress address, Duration timeout) throws IOException {
        InetSocketAddress resolved =
                address.isUnresolved() ? new InetSocketAddress(address.getHostString(), address.getPort()) : address;
        socket.connect(resolved, (int) Math.min(Integer.MAX_VALUE, Math.max(1, timeout.toMillis())));
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        in = socket.getInputStream();
        sink = socket.getOutputStream();
        Hello.OURS.encode(out);
        flush();
        HelloReply reply = HelloReply.decode(frame());
        if (reply.serverVersion() < WireCodec.MIN_SERVER_VERSION
                || reply.serverVersion() > WireCodec.MAX_SERVER_VERSION) {
            throw new IbkrException(IbkrError.of(
                    -1,
                    ErrorCodes.SERVER_VERSION,
                    "server version must be between " + WireCodec.MIN_SERVER_VERSION + " and "
                            + WireCodec.MAX_SERVER_VERSION + ", but was " + reply.serverVersion(),
                    ErrorClass.FATAL));
        }
        codec = WireCodec.of(reply.serverVersion());
    }

    WireCodec codec() {
        return Objects.requireNonNull(codec);
    }

    /**
     * The next frame, good until the next call.
     *
     * @throws WireException if the stream is out of step
     */
    Frame frame() throws IOException {
        for (Frame frame = decoder.next(); ; frame = decoder.next()) {
            if (frame != null) {
                return frame;
            }
            int count = Objects.requireNonNull(in).read(chunk);
            if (count < 0) {
                throw new EOFException(
                        decoder.pending() > 0
                                ? "the gateway closed the connection in the middle of a frame"
                                : "the gateway closed the connection");
            }
            decoder.feed(chunk, 0, count);
        }
    }

    /**
     * Sends a message.
     *
     * @throws IllegalArgumentException if it cannot be written; nothing is sent then
     */
    void write(ClientMessage message) throws IOException {
        codec().encode(message, out);
        flush();
    }

    private void flush() throws IOException {
        try {
            Objects.requireNonNull(sink).write(out.array(), 0, out.size());
        } catch (RuntimeException e) {
            // Unlike one that comes before it, this leaves open what has gone out.
            throw new IOException(e);
        } finally {
            out.clear();
        }
    }

    /** Closes it; the first who does says why. */
    void close(IbkrError why) {
        synchronized (this) {
            if (cause == null) {
                cause = why;
            }
        }
        try {
            socket.close();
        } catch (IOException e) {
            // There is nothing that could be done about it, and nothing depends on it.
        }
    }

    /** Why it was closed, if it was closed from this side. */
    @Nullable
    IbkrError cause() {
        return cause;
    }
}
