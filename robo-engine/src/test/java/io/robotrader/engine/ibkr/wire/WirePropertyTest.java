package io.robotrader.engine.ibkr.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WirePropertyTest {

    private static final List<WireMessage> BLANKS = Wire.blanks();

    @Property(tries = 30)
    void what_is_decoded_is_what_was_encoded_for_every_message_and_every_version(@ForAll long seed) {
        for (int version = WireCodec.MIN_SERVER_VERSION; version <= WireCodec.MAX_SERVER_VERSION; version++) {
            for (WireMessage blank : BLANKS) {
                WireMessage message = blank.layout(new RandomFields(version, seed));

                Frame frame = body(Wire.encoded(version, message));
                WireMessage decoded = Wire.decoded(version, blank instanceof ClientMessage, frame);

                assertThat(decoded).isEqualTo(message);
            }
        }
    }

    @Property(tries = 200)
    void what_is_encoded_again_has_the_same_bytes(
            @ForAll long seed, @ForAll @IntRange(min = 157, max = 178) int version) {
        for (WireMessage blank : BLANKS) {
            byte[] once = Wire.encoded(version, blank.layout(new RandomFields(version, seed)));

            WireMessage decoded = Wire.decoded(version, blank instanceof ClientMessage, body(once));

            assertThat(Wire.encoded(version, decoded)).isEqualTo(once);
        }
    }

    @Property(tries = 300)
    void damaged_messages_are_decoded_or_refused_by_the_codecs_own_exception(
            @ForAll long seed, @ForAll @IntRange(min = 157, max = 178) int version) {
        Random random = new Random(seed);
        for (WireMessage blank : BLANKS) {
            byte[] frame = Wire.encoded(version, blank.layout(new RandomFields(version, seed)));
            byte[] body = Arrays.copyOfRange(frame, 4, frame.length);
            for (int i = random.nextInt(3); i >= 0; i--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(128);
            }
            decodeOrRefuse(version, body);
            decodeOrRefuse(version, Arrays.copyOf(body, random.nextInt(body.length)));
        }
    }

    @Property(tries = 2000)
    void random_bytes_are_decoded_or_refused_by_the_codecs_own_exception(
            @ForAll byte @Size(max = 200) [] body, @ForAll @IntRange(min = 157, max = 178) int version) {
        decodeOrRefuse(version, body);
    }

    private static void decodeOrRefuse(int version, byte[] body) {
        for (boolean ofClient : new boolean[] {true, false}) {
            try {
                assertThat(Wire.decoded(version, ofClient, Frame.of(body))).isNotNull();
            } catch (WireException e) {
                assertThat(e).hasMessageContaining("must be");
            }
        }
    }

    @Property(tries = 300)
    void a_stream_gives_the_same_frames_however_it_is_cut(@ForAll long seed) {
        Random random = new Random(seed);
        FrameBuffer out = new FrameBuffer();
        WireCodec codec = WireCodec.of(178);
        for (int i = 0; i < 20; i++) {
            codec.encode(BLANKS.get(random.nextInt(BLANKS.size())).layout(new RandomFields(178, seed + i)), out);
        }
        byte[] stream = out.toByteArray();

        byte[] again = new byte[0];
        FrameDecoder decoder = FrameDecoder.ofServerStream(FrameDecoder.MAX_LENGTH);
        for (int from = 0; from < stream.length; ) {
            int length = Math.min(stream.length - from, random.nextInt(200));
            decoder.feed(stream, from, length);
            from += length;
            for (Frame frame = decoder.next(); frame != null; frame = decoder.next()) {
                int at = again.length;
                again = Arrays.copyOf(again, at + 4 + frame.length());
                again[at + 2] = (byte) (frame.length() >> 8);
                again[at + 3] = (byte) frame.length();
                System.arraycopy(frame.toByteArray(), 0, again, at + 4, frame.length());
            }
        }

        assertThat(decoder.pending()).isZero();
        assertThat(again).isEqualTo(stream);
    }

    private static Frame body(byte[] frame) {
        return new Frame(frame, 4, frame.length);
    }
}
