package io.robotrader.examples.benchmark;

import io.robotrader.engine.ibkr.wire.ClientMessage;
import io.robotrader.engine.ibkr.wire.Frame;
import io.robotrader.engine.ibkr.wire.FrameBuffer;
import io.robotrader.engine.ibkr.wire.FrameDecoder;
import io.robotrader.engine.ibkr.wire.TickMessage.TickPrice;
import io.robotrader.engine.ibkr.wire.WireCodec;
import io.robotrader.engine.ibkr.wire.WireMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages of one kind that differ a little, and the same as frames. */
final class TwsTraffic {

    /** So many are cut out of one piece of a stream. */
    static final int PIECE = 64;

    final String name;
    private final List<? extends WireMessage> messages;
    private final boolean ofClient;
    private final byte[][] bodies;
    private final Frame[] frames;
    private final byte[] piece;
    private final WireCodec codec = WireCodec.of(WireCodec.MAX_SERVER_VERSION);
    private final FrameDecoder decoder = FrameDecoder.ofServerStream(FrameDecoder.MAX_LENGTH);
    private final FrameBuffer out = new FrameBuffer();

    /** Here an outcome can be seen from outside, so that it has to be made. */
    @Nullable
    Object last;

    TwsTraffic(String name, List<? extends WireMessage> messages) {
        this.name = name;
        this.messages = messages;
        this.ofClient = messages.get(0) instanceof ClientMessage;
        this.bodies = new byte[messages.size()][];
        this.frames = new Frame[messages.size()];
        for (int i = 0; i < frames.length; i++) {
            out.clear();
            codec.encode(messages.get(i), out);
            bodies[i] = Arrays.copyOfRange(out.array(), 4, out.size());
            frames[i] = Frame.of(bodies[i]);
        }
        out.clear();
        for (int i = 0; i < PIECE; i++) {
            codec.encode(messages.get(i % messages.size()), out);
        }
        this.piece = out.toByteArray();
    }

    /** How long a frame is on average, its length included. */
    int frameLength() {
        return piece.length / PIECE;
    }

    long decode(int times) {
        long done = 0;
        for (int i = 0; i < times; i++) {
            Frame frame = frames[i % frames.length];
            WireMessage message = ofClient ? codec.decodeClientMessage(frame) : codec.decodeServerMessage(frame);
            last = message;
            done += message.id();
        }
        return done;
    }

    long encode(int times) {
        long done = 0;
        for (int i = 0; i < times; i++) {
            out.clear();
            codec.encode(messages.get(i % frames.length), out);
            done += out.size();
        }
        return done;
    }

    /** As they come from a socket: several at a time, to be cut apart and decoded. */
    long decodeStream(int times) {
        long done = 0;
        while (done < times) {
            decoder.feed(piece, 0, piece.length);
            for (Frame frame = decoder.next(); frame != null; frame = decoder.next()) {
                last = codec.decodeServerMessage(frame);
                done++;
            }
        }
        return done;
    }

    /** What comes to mind first, for prices of the market: split the text and parse the fields. */
    long splitAndParse(int times) {
        long done = 0;
        for (int i = 0; i < times; i++) {
            String[] fields = new String(bodies[i % frames.length], StandardCharsets.UTF_8).split("\0", -1);
            TickPrice tick = new TickPrice(
                    Integer.parseInt(fields[2]),
                    Integer.parseInt(fields[3]),
                    Double.parseDouble(fields[4]),
                    Double.parseDouble(fields[5]),
                    Integer.parseInt(fields[6]));
            last = tick;
            done += tick.id();
        }
        return done;
    }
}
