package io.robotrader.engine.ibkr.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDecoderTest {

    @Test
    void a_frame_longer_than_the_limit_is_refused_before_it_has_come() {
        FrameDecoder decoder = FrameDecoder.ofServerStream(100);
        decoder.feed(new byte[] {0, 0, 0, 101}, 0, 4);

        assertThatThrownBy(decoder::next)
                .isInstanceOf(WireException.class)
                .hasMessage("frame length must be at most 100 bytes, but was 101");
        assertThatThrownBy(decoder::next).isInstanceOf(WireException.class);
    }

    @Test
    void nothing_is_kept_of_what_comes_after_the_stream_has_lost_its_step() {
        FrameDecoder decoder = FrameDecoder.ofServerStream(100);
        decoder.feed(new byte[] {0, 0, 0, 101}, 0, 4);
        assertThatThrownBy(decoder::next).isInstanceOf(WireException.class);

        assertThatThrownBy(() -> decoder.feed(new byte[1], 0, 1)).isInstanceOf(WireException.class);
        assertThat(decoder.pending()).isZero();
    }

    @Test
    void a_length_below_zero_is_a_long_one() {
        FrameDecoder decoder = FrameDecoder.ofServerStream(FrameDecoder.MAX_LENGTH);
        decoder.feed(new byte[] {-1, -1, -1, -1}, 0, 4);

        assertThatThrownBy(decoder::next).hasMessageEndingWith("but was 4294967295");
    }

    @Test
    void a_frame_of_the_limit_is_taken() {
        FrameDecoder decoder = FrameDecoder.ofServerStream(3);
        decoder.feed(new byte[] {0, 0, 0, 3, 'a', 'b', 0}, 0, 7);

        assertThat(decoder.next()).hasToString("ab·");
        assertThat(decoder.next()).isNull();
        assertThat(decoder.pending()).isZero();
    }

    @Test
    void frames_of_no_length_are_skipped() {
        FrameDecoder decoder = FrameDecoder.ofServerStream(10);
        decoder.feed(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 'x'}, 0, 13);

        assertThat(decoder.next()).hasToString("x");
        assertThat(decoder.next()).isNull();
    }

    @Test
    void a_large_frame_comes_through_and_its_room_is_given_back() {
        int length = 3_000_000;
        FrameDecoder decoder = FrameDecoder.ofServerStream(FrameDecoder.MAX_LENGTH);
        decoder.feed(new byte[] {0, (byte) (length >> 16), (byte) (length >> 8), (byte) length}, 0, 4);
        byte[] part = new byte[64 * 1024];
        Frame frame = decoder.next();
        for (int left = length; left > 0; left -= part.length) {
            assertThat(frame).isNull();
            decoder.feed(part, 0, Math.min(left, part.length));
            frame = decoder.next();
        }
        assertThat(frame).isNotNull();
        assertThat(frame.length()).isEqualTo(length);

        for (int i = 0; i < 40; i++) {
            decoder.feed(part, 0, part.length);
            while (decoder.next() != null) {
                assertThat(decoder.pending()).isNotNegative();
            }
        }
        assertThat(decoder.pending()).isLessThan(4);
    }

    @Test
    void a_limit_out_of_its_bounds_is_refused() {
        for (int limit : new int[] {0, -1, FrameDecoder.MAX_LENGTH + 1}) {
            assertThatThrownBy(() -> FrameDecoder.ofClientStream(limit))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("limit must be between 1 and 16777215, but was " + limit);
        }
    }

    @Test
    void a_stream_of_a_client_starts_with_api_and_a_zero() {
        FrameDecoder wrong = FrameDecoder.ofClientStream(10);
        wrong.feed(Wire.bytes("AP"), 0, 2);
        assertThat(wrong.next()).isNull();
        wrong.feed(Wire.bytes("X"), 0, 1);
        assertThatThrownBy(wrong::next).hasMessage("stream must be API and a 0 at its start, but was \"APX\"");

        FrameDecoder right = FrameDecoder.ofClientStream(10);
        right.feed(Wire.bytes("API····\u0001v"), 0, 9);
        assertThat(right.next()).hasToString("v");
    }

    @Test
    void bytes_that_are_not_there_cannot_be_fed() {
        FrameDecoder decoder = FrameDecoder.ofServerStream(10);

        assertThatThrownBy(() -> decoder.feed(new byte[3], 1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void a_hello_of_one_version_is_short() {
        FrameBuffer out = new FrameBuffer();
        new Hello(178, 178, "").encode(out);

        assertThat(out.toByteArray()).isEqualTo(Wire.bytes("API····\u0004v178"));
        assertThat(Hello.decode(Wire.frame("v178"))).isEqualTo(new Hello(178, 178, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "v", "x157..178", "v157..", "v..178", "v178..157", "v0", "vx", "v157..178..9", " v1", "v-5"})
    void a_hello_that_is_none_is_refused(String body) {
        assertThatThrownBy(() -> Hello.decode(Wire.frame(body))).isInstanceOf(WireException.class);
    }

    @Test
    void a_hello_without_end_is_refused() {
        assertThatThrownBy(() -> Hello.decode(Wire.frame("v1 " + "x".repeat(2000))))
                .isInstanceOf(WireException.class);
    }

    @Test
    void versions_that_are_upside_down_are_refused() {
        assertThatThrownBy(() -> new Hello(5, 4, ""))
                .hasMessage("minVersion must be between 1 and maxVersion, but was 5 of 4");
        assertThatThrownBy(() -> new Hello(0, 4, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void both_sides_agree_on_the_highest_version_that_both_speak() {
        assertThat(new Hello(100, 193, "").agreed(157, 178)).isEqualTo(OptionalInt.of(178));
        assertThat(new Hello(100, 173, "").agreed(157, 178)).isEqualTo(OptionalInt.of(173));
        assertThat(new Hello(100, 150, "").agreed(157, 178)).isEmpty();
        assertThat(new Hello(201, 213, "").agreed(157, 178)).isEmpty();
    }

    @Test
    void an_answer_with_more_or_less_than_two_fields_is_refused() {
        FrameBuffer out = new FrameBuffer();
        new HelloReply(178, "20260105 15:30:00 US/Eastern").encode(out);
        assertThat(HelloReply.decode(Frame.of(java.util.Arrays.copyOfRange(out.array(), 4, out.size()))))
                .isEqualTo(new HelloReply(178, "20260105 15:30:00 US/Eastern"));

        assertThatThrownBy(() -> HelloReply.decode(Wire.frame("178·"))).isInstanceOf(WireException.class);
        assertThatThrownBy(() -> HelloReply.decode(Wire.frame("178·x·y·"))).isInstanceOf(WireException.class);
        out.clear();
        assertThatThrownBy(() -> new HelloReply(178, "\0").encode(out)).isInstanceOf(IllegalArgumentException.class);
        assertThat(out.size()).isZero();
    }
}
