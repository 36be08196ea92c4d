package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.ClientMessage;
import io.robotrader.engine.ibkr.wire.ErrorMessage;
import io.robotrader.engine.ibkr.wire.Frame;
import io.robotrader.engine.ibkr.wire.FrameBuffer;
import io.robotrader.engine.ibkr.wire.FrameDecoder;
import io.robotrader.engine.ibkr.wire.Hello;
import io.robotrader.engine.ibkr.wire.HelloReply;
import io.robotrader.engine.ibkr.wire.ServerMessage;
import io.robotrader.engine.ibkr.wire.SessionMessage;
import io.robotrader.engine.ibkr.wire.SessionRequest;
import io.robotrader.engine.ibkr.wire.WireCodec;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The other end, as a test has it: it says what it is told to, and hears what it is asked for. */
final class ScriptedGateway implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final ServerSocket server;

    ScriptedGateway() {
        try {
            server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
            server.setSoTimeout(PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    Peer accept() {
        try {
            return new Peer(server.accept());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client that has got as far as asking for the session. */
    Peer acceptHello() {
        Peer peer = accept();
        peer.hello();
        peer.expect(SessionRequest.StartApi.class);
        return peer;
    }

    Peer acceptSession(int nextValidId) {
        Peer peer = acceptHello();
        peer.send(new SessionMessage.ManagedAccounts("DU1234567"), new SessionMessage.NextValidId(nextValidId));
        return peer;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One client. */
    static final class Peer {

        static final int VERSION = 178;

        private final Socket socket;
        private final FrameDecoder decoder = FrameDecoder.ofClientStream(FrameDecoder.MAX_LENGTH);
        private final WireCodec codec = WireCodec.of(VERSION);
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
        }

        Hello hello() {
            Hello hello = Hello.decode(frame());
            FrameBuffer out = new FrameBuffer();
            new HelloReply(VERSION, "20260105 15:30:00 US/Eastern").encode(out);
            raw(out.toByteArray());
            return hello;
        }

        private Frame frame() {
            try {
                byte[] chunk = new byte[4096];
                while (true) {
                    Frame frame = decoder.next();
                    if (frame != null) {
                        return frame;
                    }
                    int count = socket.getInputStream().read(chunk);
                    if (count < 0) {
                        throw new EOFException("the client has closed the connection");
                    }
                    heard.write(chunk, 0, count);
                    decoder.feed(chunk, 0, count);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        ClientMessage expect() {
            return codec.decodeClientMessage(frame());
        }

        /** The next message, which must be of that kind. */
        <T extends ClientMessage> T expect(Class<T> kind) {
            ClientMessage message = expect();
            if (!kind.isInstance(message)) {
                throw new AssertionError("a " + kind.getSimpleName() + " was expected, but came " + message);
            }
            return kind.cast(message);
        }

        void send(ServerMessage... messages) {
            raw(bytes(messages));
        }

        byte[] bytes(ServerMessage... messages) {
            FrameBuffer out = new FrameBuffer();
            for (ServerMessage message : messages) {
                codec.encode(message, out);
            }
            return out.toByteArray();
        }

        /** A frame as it is written in tests: a dot for each end of a field. */
        void dotted(String body) {
            byte[] bytes = body.replace('·', '\0').getBytes(java.nio.charset.StandardCharsets.UTF_8);
            raw(java.nio.ByteBuffer.allocate(4 + bytes.length)
                    .putInt(bytes.length)
                    .put(bytes)
                    .array());
        }

        void error(int id, int code, String text) {
            send(new ErrorMessage(id, code, text, ""));
        }

        void raw(byte... bytes) {
            try {
                socket.getOutputStream().write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Everything that the client has said so far. */
        byte[] heard() {
            return heard.toByteArray();
        }

        /** Whether the client has hung up. */
        boolean isClosed() {
            try {
                while (true) {
                    frame();
                }
            } catch (UncheckedIOException e) {
                return !(e.getCause() instanceof java.net.SocketTimeoutException);
            }
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
