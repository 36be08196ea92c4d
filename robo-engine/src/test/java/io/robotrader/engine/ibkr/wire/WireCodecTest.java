package io.robotrader.engine.ibkr.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireCodecTest {

    @Test
    void speaks_server_versions_157_to_178_and_no_other() {
        assertThat(WireCodec.of(157).serverVersion()).isEqualTo(157);
        assertThat(WireCodec.of(178).serverVersion()).isEqualTo(178);
        for (int version : new int[] {156, 179, 201}) {
            assertThatThrownBy(() -> WireCodec.of(version))
                    .hasMessage("server version must be between 157 and 178, but was " + version);
        }
    }

    @Test
    void a_message_that_is_not_known_is_kept_as_it_is() {
        String news = "85·1·BRFG·Briefing··";

        UnknownMessage message = (UnknownMessage) Wire.server(178, news);

        assertThat(message).isEqualTo(new UnknownMessage(85, List.of("1", "BRFG", "Briefing", "")));
        assertThat(Wire.dotted(178, message)).isEqualTo(news);
        assertThat(Wire.client(178, "4711·")).isEqualTo(new UnknownMessage(4711, List.of()));
        assertThat(Wire.client(178, "-5·a·")).isEqualTo(new UnknownMessage(-5, List.of("a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "·", "x·", "1", "99999999999·", "1.5·"})
    void a_message_without_an_id_is_refused(String body) {
        assertThatThrownBy(() -> Wire.server(178, body))
                .isInstanceOf(WireException.class)
                .hasMessageStartingWith("id (field 0) must be ");
    }

    @Test
    void an_error_names_the_message_the_field_and_the_value() {
        assertThatThrownBy(() -> Wire.server(178, "1·6·9·68·2x5·200·1·"))
                .isInstanceOfSatisfying(WireException.class, e -> {
                    assertThat(e).hasMessage("TickPrice.price (field 4) must be a finite number, but was \"2x5\"");
                    assertThat(e.field()).isEqualTo("TickPrice.price");
                    assertThat(e.index()).isEqualTo(4);
                });
        assertThatThrownBy(() -> Wire.server(178, "1·6·9·"))
                .hasMessage("TickPrice.tickType (field 3) must be there, but was \"the end of the message\"");
        assertThatThrownBy(() -> Wire.server(178, "9·1·7·8·9·"))
                .hasMessage("NextValidId.end (field 3) must be the end of the message, but was \"2 more fields\"");
        assertThatThrownBy(() -> Wire.server(178, "49·1·x·")).hasMessageContaining("a whole number of 64 bits");
        assertThatThrownBy(() -> Wire.server(178, "93·1·-1·"))
                .hasMessageContaining("stepCount (field 2) must be at least 0");
        assertThatThrownBy(() -> Wire.server(178, "93·1·1·a·1·")).hasMessageContaining("a decimal number");
        assertThatThrownBy(() -> Wire.server(178, "99·1·5·0·1·"))
                .hasMessageContaining("must be 1, 2, 3 or 4, but was 5");
    }

    @Test
    void a_long_bad_value_is_cut_short_in_the_error() {
        assertThatThrownBy(() -> Wire.server(178, "9·1·" + "\n".repeat(1000) + "·"))
                .message()
                .hasSizeLessThan(200)
                .doesNotContain("\n");
    }

    @Test
    void a_count_makes_no_room_for_what_is_not_there() {
        assertThatThrownBy(() -> Wire.server(178, "17·1·a·b·2147483647·"))
                .hasMessageContaining("HistoricalData.time (field 5) must be there");
    }

    @Test
    void what_cannot_be_written_leaves_the_buffer_as_it_was() {
        FrameBuffer out = new FrameBuffer();
        WireCodec codec = WireCodec.of(178);
        codec.encode(new SessionMessage.NextValidId(1), out);
        byte[] before = out.toByteArray();
        Contract share = Contract.stock("A", "SMART", "USD");
        PlaceOrder misnamed = new PlaceOrder(1, share, Order.BLANK, Extras.NONE.with("discretionaryAmount", "1"));
        PlaceOrder uncounted = new PlaceOrder(1, share, Order.BLANK, Extras.NONE.with("conditionsCount", "x"));
        PlaceOrder unconditional = new PlaceOrder(1, share, Order.BLANK, Extras.NONE.with("conditionsCount", "1"));
        PlaceOrder tooEarly = new PlaceOrder(1, share, Order.BLANK, Extras.NONE.with("faProfile", "p"));

        refused(codec, out, new SessionMessage.ManagedAccounts("a\0b"), "ManagedAccounts.accounts must be without");
        refused(codec, out, new TickMessage.TickPrice(1, 1, Double.NaN, 0, 0), "price must be finite, but was NaN");
        refused(codec, out, new TickMessage.TickSize(1, 1, Double.POSITIVE_INFINITY), "size must be finite");
        refused(
                codec,
                out,
                misnamed,
                "extras must be fields of this message at server version 178, but was [discretionaryAmount]");
        refused(codec, out, tooEarly, "but was [faProfile]");
        refused(codec, out, uncounted, "conditionsCount must be a whole number, but was x");
        refused(codec, out, unconditional, "condition0.type must be 1, 3, 4, 5, 6 or 7, but was ");
        refused(
                codec,
                out,
                new MarketRule(1, List.of(new MarketRule.Step(new BigDecimal("1e999999999"), BigDecimal.ONE))),
                "from must be of at most 200 digits");
        refused(codec, out, new SessionMessage.ManagedAccounts("a".repeat(0x1000000)), "frame length must be at most");
        assertThat(out.toByteArray()).isEqualTo(before);
    }

    private static void refused(WireCodec codec, FrameBuffer out, WireMessage message, String text) {
        assertThatThrownBy(() -> codec.encode(message, out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @Test
    void frames_are_added_one_after_the_other() {
        FrameBuffer out = new FrameBuffer();
        WireCodec codec = WireCodec.of(178);
        codec.encode(new SessionMessage.ManagedAccounts("DU1"), out);
        codec.encode(new SessionMessage.NextValidId(12), out);

        assertThat(out.toByteArray()).isEqualTo(Wire.bytes("···\u000915·1·DU1····\u00079·1·12·"));
        out.clear();
        assertThat(out.size()).isZero();
    }

    @Test
    void ticks_are_known_by_their_live_and_delayed_numbers() {
        assertThat(TickType.of(1)).isEqualTo(TickType.BID);
        assertThat(TickType.of(66)).isEqualTo(TickType.BID);
        assertThat(TickType.BID.live()).isEqualTo(1);
        assertThat(TickType.BID.delayed()).isEqualTo(66);
        assertThat(TickType.of(47)).isNull();
        assertThat(TickType.of(-1)).isNull();
        assertThat(TickType.of(1000)).isNull();
    }

    @Test
    void a_tick_by_tick_trade_has_one_of_two_types() {
        assertThatThrownBy(() -> new TickByTick.Trade(1, 3, 0, 1, 1, 0, "", ""))
                .hasMessage("type must be 1 or 2, but was 3");
    }

    @Test
    void orders_of_every_kind_have_the_prices_that_they_need() {
        BigDecimal one = BigDecimal.ONE;
        BigDecimal two = BigDecimal.valueOf(2);

        assertThat(OrderPricing.limit(one)).isEqualTo(new OrderPricing("LMT", one, null, null, null, null));
        assertThat(OrderPricing.stop(one)).isEqualTo(new OrderPricing("STP", null, one, null, null, null));
        assertThat(OrderPricing.stopLimit(one, two)).isEqualTo(new OrderPricing("STP LMT", two, one, null, null, null));
        assertThat(OrderPricing.trailByPercent(two, null))
                .isEqualTo(new OrderPricing("TRAIL", null, null, null, two, null));
        assertThat(OrderGroup.bracket(5, false)).isEqualTo(new OrderGroup("", 0, 5, false));
    }
}
