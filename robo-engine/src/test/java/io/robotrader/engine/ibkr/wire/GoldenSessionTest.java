package io.robotrader.engine.ibkr.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A whole session, byte for byte, where its recording lies beside the project. */
class GoldenSessionTest {

    @Test
    void every_frame_of_the_session_is_written_as_it_was_read() throws IOException {
        FrameDecoder fromClient = FrameDecoder.ofClientStream(FrameDecoder.MAX_LENGTH);
        FrameDecoder fromServer = FrameDecoder.ofServerStream(FrameDecoder.MAX_LENGTH);
        WireCodec codec = WireCodec.of(178);
        int server = 0;

        for (Map<String, Object> line : SharedFile.lines("golden-session.jsonl")) {
            byte[] bytes = HexFormat.of().parseHex((String) line.get("hex"));
            boolean client = "C".equals(line.get("dir"));
            FrameDecoder decoder = client ? fromClient : fromServer;
            // One byte at a time: nothing may depend on how the stream is cut.
            for (int i = 0; i < bytes.length; i++) {
                assertThat(decoder.next()).isNull();
                decoder.feed(bytes, i, 1);
            }
            Frame frame = decoder.next();
            assertThat(frame).isNotNull();
            FrameBuffer out = new FrameBuffer();
            if (line.containsKey("hello")) {
                Hello.decode(frame).encode(out);
            } else if (!client && server++ == 0) {
                HelloReply.decode(frame).encode(out);
            } else {
                WireMessage message = client ? codec.decodeClientMessage(frame) : codec.decodeServerMessage(frame);
                assertThat(message).isNotInstanceOf(UnknownMessage.class);
                codec.encode(message, out);
            }
            assertThat(HexFormat.of().formatHex(out.toByteArray())).isEqualTo(line.get("hex"));
        }
    }
}
