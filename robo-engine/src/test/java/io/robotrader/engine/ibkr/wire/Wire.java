package io.robotrader.engine.ibkr.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Frames as they are written in tests: a dot for each end of a field. */
final class Wire {

    private Wire() {}

    static byte[] bytes(String dotted) {
        return dotted.replace('·', '\0').getBytes(StandardCharsets.UTF_8);
    }

    static Frame frame(String dotted) {
        return Frame.of(bytes(dotted));
    }

    static ServerMessage server(int version, String dotted) {
        return WireCodec.of(version).decodeServerMessage(frame(dotted));
    }

    static ClientMessage client(int version, String dotted) {
        return WireCodec.of(version).decodeClientMessage(frame(dotted));
    }

    /** The frame with its length. */
    static byte[] encoded(int version, WireMessage message) {
        FrameBuffer out = new FrameBuffer();
        WireCodec.of(version).encode(message, out);
        return out.toByteArray();
    }

    /** The body. */
    static String dotted(int version, WireMessage message) {
        byte[] frame = encoded(version, message);
        return Frame.of(Arrays.copyOfRange(frame, 4, frame.length)).toString();
    }

    static int count(int version, WireMessage message) {
        return fields(dotted(version, message)).size();
    }

    static List<String> fields(String dotted) {
        List<String> fields = new ArrayList<>(List.of(dotted.split("·", -1)));
        fields.remove(fields.size() - 1);
        return fields;
    }

    static List<WireMessage> blanks() {
        return Stream.<WireMessage>concat(Arrays.stream(Blanks.OF_CLIENT), Arrays.stream(Blanks.OF_SERVER))
                .filter(Objects::nonNull)
                .toList();
    }

    static WireMessage decoded(int version, boolean ofClient, Frame frame) {
        WireCodec codec = WireCodec.of(version);
        return ofClient ? codec.decodeClientMessage(frame) : codec.decodeServerMessage(frame);
    }
}
