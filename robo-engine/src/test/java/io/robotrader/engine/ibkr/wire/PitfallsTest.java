package io.robotrader.engine.ibkr.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks those who read and write this protocol most often. */
class PitfallsTest {

    private static final Contract SHARE = Contract.stock("MSFT", "SMART", "USD");

    private static Order order(OrderPricing pricing) {
        return new Order("BUY", BigDecimal.TEN, pricing, OrderTime.DAY, OrderGroup.ALONE, "DU1", "", false);
    }

    private static PlaceOrder place(Extras extras) {
        return new PlaceOrder(5, SHARE, order(OrderPricing.market()), extras);
    }

    private static OpenOrder open(Extras extras) {
        return new OpenOrder(5, SHARE, order(OrderPricing.market()), 1, 2, OrderState.of("Submitted"), extras);
    }

    @Test
    void pitfall_1_the_hello_does_not_end_with_a_zero_and_every_other_frame_does() {
        FrameBuffer out = new FrameBuffer();
        Hello.OURS.encode(out);

        assertThat(new String(out.toByteArray(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("API\0\0\0\0\u0009v157..178");
        for (WireMessage message : Wire.blanks()) {
            byte[] frame = Wire.encoded(178, message);
            assertThat(frame[frame.length - 1]).isZero();
        }
    }

    @Test
    void pitfall_2_the_api_before_the_first_frame_has_no_length() {
        FrameDecoder decoder = FrameDecoder.ofClientStream(100);
        FrameBuffer out = new FrameBuffer();
        new Hello(157, 178, "+PACEAPI").encode(out);
        decoder.feed(out.array(), 0, out.size());

        Frame frame = decoder.next();

        assertThat(frame).isNotNull();
        assertThat(Hello.decode(frame)).isEqualTo(new Hello(157, 178, "+PACEAPI"));
    }

    @Test
    void pitfall_3_the_number_of_fields_is_not_a_constant() {
        assertThat(Wire.count(178, place(Extras.NONE))).isEqualTo(114);
        Extras adaptive = Extras.NONE
                .with("algoStrategy", "Adaptive")
                .with("algoParamsCount", "1")
                .with("algoParam0.tag", "adaptivePriority")
                .with("algoParam0.value", "Normal");
        assertThat(Wire.count(178, place(adaptive))).isEqualTo(117);
        Extras scaleAndHedge = Extras.NONE.with("scalePriceIncrement", "0.1").with("hedgeType", "D");
        assertThat(Wire.count(178, place(scaleAndHedge))).isEqualTo(122);
        Extras conditions = Extras.NONE
                .with("conditionsCount", "2")
                .with("condition0.type", "1")
                .with("condition1.type", "3");
        assertThat(Wire.count(178, place(conditions))).isEqualTo(127);
        Order middle = order(new OrderPricing("PEG MID", null, null, null, null, null));
        Contract ats = Contract.stock("MSFT", "IBKRATS", "USD");
        assertThat(Wire.count(178, new PlaceOrder(5, ats, middle, Extras.NONE))).isEqualTo(117);
        Order best = order(new OrderPricing("PEG BEST", null, null, null, null, null));
        for (String infinity : List.of("Infinity", "Infinite")) {
            Extras extras = Extras.NONE.with("competeAgainstBestOffset", infinity);
            assertThat(Wire.count(178, new PlaceOrder(5, SHARE, best, extras))).isEqualTo(118);
        }
    }

    @Test
    void pitfall_4_an_order_without_delta_neutral_says_none_and_has_its_eight_fields() {
        assertThat(Wire.count(178, open(Extras.NONE))).isEqualTo(135);
        assertThat(Wire.dotted(178, open(Extras.NONE))).contains("·0·None··0····?·0·0··0·0·");

        assertThat(Wire.count(178, open(Extras.NONE.with("deltaNeutralOrderType", ""))))
                .isEqualTo(127);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.7976931348623157E308", "1.7976931348623157e+308", "1.7976931348623157e308"})
    void pitfall_5_a_price_that_is_not_set_is_understood_in_every_spelling(String unset) {
        CommissionReport report = new CommissionReport(unset);

        assertThat(report.decoded().realizedPnl()).isNull();
        assertThat(((TickMessage.TickGeneric) Wire.server(178, "45·6·1·46·" + unset + "·")).value())
                .isEqualTo(Unset.REAL);
    }

    private record CommissionReport(String pnl) {

        ExecutionMessage.CommissionReport decoded() {
            return (ExecutionMessage.CommissionReport) Wire.server(178, "59·1·x·1.0·USD·" + pnl + "·" + pnl + "··");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2147483647", "9223372036854775807", "-9223372036854775808", "1.7976931348623157E+308"})
    void pitfall_5_a_size_that_is_not_set_is_understood_in_every_spelling(String unset) {
        String dotted = Wire.dotted(178, ContractDetails.BLANK);
        String message = dotted.substring(0, dotted.length() - 1) + unset + "·";

        assertThat(((ContractDetails) Wire.server(178, message)).suggestedSizeIncrement())
                .isNull();
        assertThat(((ContractDetails) Wire.server(178, dotted)).aggregateGroup())
                .isZero();
    }

    @Test
    void pitfall_5_a_size_that_must_be_set_is_refused_if_it_is_not() {
        assertThatThrownBy(() -> Wire.server(178, "3·1·Submitted·2147483647·0·0·1·0·0·7··0·"))
                .hasMessage("OrderStatusReport.filled (field 3) must be set, but was \"2147483647\"");
        assertThatThrownBy(() -> Wire.server(178, "3·1·Submitted·1·0·1.7976931348623157E308·1·0·0·7··0·"))
                .hasMessageStartingWith("OrderStatusReport.averageFillPrice (field 5) must be set");
    }

    @Test
    void pitfall_6_an_error_always_has_its_sixth_field_from_166_on() {
        ErrorMessage notice = new ErrorMessage(-1, 2104, "fine", "");

        assertThat(Wire.dotted(178, notice)).isEqualTo("4·2·-1·2104·fine··");
        assertThat(Wire.dotted(166, notice)).isEqualTo("4·2·-1·2104·fine··");
        assertThat(Wire.dotted(165, notice)).isEqualTo("4·2·-1·2104·fine·");
        assertThat(Wire.server(178, "4·2·-1·2104·fine·")).isEqualTo(notice);
    }

    @Test
    void pitfall_7_an_update_of_a_bar_has_its_close_before_its_high() {
        HistoricalDataUpdate update =
                (HistoricalDataUpdate) Wire.server(178, "90·43·7·1767645900·411.0·412.0·412.5·410.5·411.6·350·");
        HistoricalData data =
                (HistoricalData) Wire.server(178, "17·43·a·b·1·1767645900·411.0·412.5·410.5·412.0·350·411.6·7·");

        assertThat(update.bar()).isEqualTo(new HistoricalBar("1767645900", 411, 412.5, 410.5, 412, 350, 411.6, 7));
        assertThat(data.bars()).containsExactly(update.bar());
    }

    @Test
    void pitfall_8_a_price_tick_brings_its_size_along() {
        TickMessage.TickPrice tick = (TickMessage.TickPrice) Wire.server(178, "1·6·9·68·255.45·200·1·");

        assertThat(tick).isEqualTo(new TickMessage.TickPrice(9, 68, 255.45, 200, 1));
        assertThat(TickType.of(tick.tickType())).isEqualTo(TickType.LAST);
    }

    @Test
    void pitfall_9_a_status_may_come_before_the_fill_and_again_without_change() {
        String status = "3·1·Filled·100·0·250.16·77·0·250.20·7··0·";

        assertThat(Wire.server(178, status)).isEqualTo(Wire.server(178, status));
    }

    @Test
    void pitfall_10_a_client_may_leave_every_field_of_an_order_empty() {
        String plain = Wire.dotted(178, place(Extras.NONE));
        StringBuilder empty = new StringBuilder();
        List<String> fields = Wire.fields(plain);
        List<Integer> kept = List.of(0, 1, 3, 4, 9, 11, 16, 17, 18, 81, 89);
        for (int i = 0; i < fields.size(); i++) {
            empty.append(kept.contains(i) ? fields.get(i) : "").append('·');
        }

        PlaceOrder order = (PlaceOrder) Wire.client(178, empty.toString());

        assertThat(order.contract().conId()).isZero();
        assertThat(order.contract().strike()).isNull();
        assertThat(order.order().group()).isEqualTo(new OrderGroup("", 0, 0, false));
        assertThat(order.order().time()).isEqualTo(new OrderTime("", "", "", false));
        assertThat(order.order().whatIf()).isFalse();
    }

    @Test
    void the_version_of_a_request_is_skipped_whatever_it_is() {
        assertThat(Wire.client(178, "2·1·40·")).isEqualTo(Wire.client(178, "2·2·40·"));
        assertThat(Wire.client(178, "76·2·8·A··0·")).isEqualTo(Wire.client(178, "76··8·A··0·"));
    }

    @Test
    void a_very_old_client_starts_without_capabilities() {
        assertThat(Wire.client(178, "71·1·3·")).isEqualTo(new SessionRequest.StartApi(3, ""));
    }

    @Test
    void letters_beyond_ascii_come_escaped_in_texts_of_errors() {
        ErrorMessage error = (ErrorMessage) Wire.server(178, "4·2·-1·321·für \\u20ac \\u0041 \\u12··");

        assertThat(error.text()).isEqualTo("für € \\u0041 \\u12");
        assertThat(Wire.dotted(178, error)).isEqualTo("4·2·-1·321·f\\u00fcr \\u20ac \\u0041 \\u12··");
    }

    @Test
    void yes_and_no_are_understood_as_words_too() {
        assertThat(Wire.client(178, "15·1·True·")).isEqualTo(new OrderRequest.RequestAutoOpenOrders(true));
        assertThat(Wire.client(178, "15·1·FALSE·")).isEqualTo(new OrderRequest.RequestAutoOpenOrders(false));
        assertThatThrownBy(() -> Wire.client(178, "15·1·2·")).hasMessageContaining("must be 1 or 0, but was \"2\"");
    }

    @Test
    void the_name_of_the_servers_zone_may_have_spaces_and_bytes_that_are_no_text() {
        byte[] body = Wire.bytes("178·20260105 15:30:00 Mitteleurop?ische Zeit·");
        body[33] = (byte) 0xE4;

        assertThat(HelloReply.decode(Frame.of(body)).connectionTime()).startsWith("20260105 15:30:00 Mitteleurop");
    }

    @Test
    void what_a_server_says_of_an_order_has_prices_where_the_client_had_none() {
        OpenOrder echo = OpenOrder.of(
                new PlaceOrder(
                        5, SHARE, order(OrderPricing.trailByAmount(BigDecimal.ONE, new BigDecimal("95"))), Extras.NONE),
                SHARE,
                7,
                900,
                OrderState.of("PreSubmitted"));

        assertThat(echo.order().pricing().limitPrice()).isEqualTo("0.0");
        assertThat(echo.order().group().ocaType()).isEqualTo(3);
        assertThat(echo.trailStop()).isEqualTo("95");
        assertThat(Wire.server(178, Wire.dotted(178, echo))).isEqualTo(echo);
        assertThat(open(Extras.NONE).trailStop()).isNull();
        assertThat(open(Extras.NONE.with("trailStopPrice2", "")).trailStop()).isNull();
        assertThatThrownBy(() -> open(Extras.NONE.with("trailStopPrice2", "x")).trailStop())
                .isInstanceOf(WireException.class);
    }
}
