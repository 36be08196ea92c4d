package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.Frame;
import io.robotrader.engine.ibkr.wire.FrameDecoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A client that knows frames and nothing else: it writes fields and reads fields, a dot for the end of each. */
final class TestClient implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 20_000;

    final Socket socket;
    private final FrameDecoder decoder = FrameDecoder.ofServerStream(FrameDecoder.MAX_LENGTH);
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private long sentinels;

    TestClient(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(TIMEOUT_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Connects and starts; what is said at the start is read. */
    static TestClient ready(GatewaySimulator simulator, int clientId) {
        TestClient client = new TestClient(simulator.port());
        client.hello("v157..178");
        client.send("71·2·" + clientId + "··");
        client.until(m -> m.startsWith("4·2·-1·2158·"));
        return client;
    }

    void hello(String versions) {
        byte[] body = versions.getBytes(StandardCharsets.UTF_8);
        raw(new byte[] {'A', 'P', 'I', 0, 0, 0, 0, (byte) body.length});
        raw(body);
    }

    void send(String dotted) {
        byte[] body = dotted.replace('·', '\0').getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[body.length + 4];
        frame[0] = (byte) (body.length >>> 24);
        frame[1] = (byte) (body.length >>> 16);
        frame[2] = (byte) (body.length >>> 8);
        frame[3] = (byte) body.length;
        System.arraycopy(body, 0, frame, 4, body.length);
        raw(frame);
    }

    void raw(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next message, null at the end of the stream. */
    @Nullable
    String next() {
        try {
            Frame frame = decoder.next();
            byte[] chunk = new byte[1 << 16];
            while (frame == null) {
                InputStream in = socket.getInputStream();
                int length = in.read(chunk);
                if (length < 0) {
                    return null;
                }
                stream.write(chunk, 0, length);
                decoder.feed(chunk, 0, length);
                frame = decoder.next();
            }
            return frame.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All messages up to one of a kind, that one included. */
    List<String> until(Predicate<String> last) {
        List<String> messages = new ArrayList<>();
        String message;
        do {
            message = next();
            if (message == null) {
                throw new AssertionError("the stream ended after " + messages);
            }
            messages.add(message);
        } while (!last.test(message));
        return messages;
    }

    /** All that has been said so far: a question is asked whose answer comes after it. */
    List<String> heard() {
        String mark = "107·" + ++sentinels + "··";
        send("104·" + sentinels + "·");
        List<String> messages = until(mark::equals);
        return messages.subList(0, messages.size() - 1);
    }

    /** Sends and hears what that leads to. */
    List<String> ask(String dotted) {
        send(dotted);
        return heard();
    }

    byte[] stream() {
        return stream.toByteArray();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
