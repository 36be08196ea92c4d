package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.Frame;
import io.robotrader.engine.ibkr.wire.FrameDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A gateway and one client of it without a socket in between, all on the test's own thread. */
final class Bench {

    final Gateway gateway;
    final ClientSession session;
    boolean closed;
    long nanos;
    private final FrameDecoder decoder = FrameDecoder.ofServerStream(FrameDecoder.MAX_LENGTH);

    Bench(GatewaySimulatorBuilder builder) {
        gateway = new Gateway(
                builder.settings(),
                new Gateway.Door() {
                    @Override
                    public void shut() {}

                    @Override
                    public void open() {}
                },
                () -> nanos);
        session = new ClientSession(new ClientSession.Outlet() {
            @Override
            public void write(byte[] bytes) {
                decoder.feed(bytes, 0, bytes.length);
            }

            @Override
            public void close() {
                closed = true;
            }
        });
        gateway.opened(session);
    }

    void start(int clientId) {
        gateway.received(session, "API\0\0\0\0\11v157..178".getBytes(StandardCharsets.UTF_8));
        send("71·2·" + clientId + "··");
        heard();
    }

    void send(String dotted) {
        byte[] body = dotted.replace('·', '\0').getBytes(StandardCharsets.UTF_8);
        byte[] frame = new byte[body.length + 4];
        frame[2] = (byte) (body.length >>> 8);
        frame[3] = (byte) body.length;
        System.arraycopy(body, 0, frame, 4, body.length);
        gateway.received(session, frame);
        gateway.flush();
    }

    void seconds(int seconds) {
        gateway.timeline.advanceTo(gateway.timeline.now().plus(Duration.ofSeconds(seconds)));
    }

    List<String> ask(String dotted) {
        send(dotted);
        return heard();
    }

    List<String> heard() {
        gateway.flush();
        List<String> heard = new ArrayList<>();
        for (Frame frame = decoder.next(); frame != null; frame = decoder.next()) {
            heard.add(frame.toString());
        }
        return heard;
    }
}
