package io.robotrader.risk.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RK-8: what is no number, or no name, never gets past the door. */
class BadInputTest {

    private static final Instant NOW = Instant.EPOCH;

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void rk_8_a_price_is_positive_and_finite(double bad) {
        String rule = " must be positive and finite, but was " + bad;

        refused(() -> MarketData.of("A", NOW, bad), "price" + rule);
        refused(() -> MarketData.of("A", NOW, 1).withAtr(bad), "atr" + rule);
        refused(() -> Position.of("A", 1, bad), "averagePrice" + rule);
        refused(() -> Position.of("A", 1, 1).withStop(bad), "stop" + rule);
        refused(() -> Position.of("A", 1, 1).unrealizedPnl(bad), "mark" + rule);
        refused(() -> OrderIntent.limit("1", "A", Side.BUY, 1, bad), "limitPrice" + rule);
        refused(() -> OrderIntent.market("1", "A", Side.BUY, 1).withStop(bad), "stopPrice" + rule);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void rk_8_money_is_finite(double bad) {
        AccountSnapshot.Builder builder = AccountSnapshot.builder(0);

        refused(() -> AccountSnapshot.builder(bad), "cash must be finite, but was " + bad);
        refused(() -> builder.startOfDayEquity(bad), "startOfDayEquity must be finite, but was " + bad);
        refused(() -> builder.paidInToday(bad), "paidInToday must be finite, but was " + bad);
        refused(() -> builder.buyingPower(bad), "buyingPower must be zero or positive, and finite, but was " + bad);
    }

    @Test
    void buying_power_is_not_negative() {
        refused(
                () -> AccountSnapshot.builder(0).buyingPower(-1),
                "buyingPower must be zero or positive, and finite, but was -1.0");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", " A", "A ", "\u2003"})
    void a_text_is_not_blank_and_has_no_space_around_it(String bad) {
        String was = bad == null ? "null" : "\"" + bad + "\"";
        String rule = " must be a text that is not blank and has no space around it, but was " + was;

        refused(() -> Instrument.of(bad), "symbol" + rule);
        refused(() -> Instrument.of("A").withSector(bad), "sector" + rule);
        refused(() -> MarketData.of(bad, NOW, 1), "symbol" + rule);
        refused(() -> Position.of(bad, 1, 1), "symbol" + rule);
        refused(() -> OrderIntent.market(bad, "A", Side.BUY, 1), "id" + rule);
        refused(() -> OrderIntent.market("1", bad, Side.BUY, 1), "symbol" + rule);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void an_order_is_for_at_least_one_share_and_a_lot_has_one(long bad) {
        refused(() -> OrderIntent.market("1", "A", Side.SELL, bad), "quantity must be at least 1, but was " + bad);
        refused(() -> Instrument.of("A").withLotSize(bad), "lotSize must be at least 1, but was " + bad);
    }

    @Test
    void absurd_quantities_are_refused_with_the_value_that_was_given() {
        long most = OrderIntent.MAX_QUANTITY;

        refused(
                () -> OrderIntent.market("1", "A", Side.BUY, most + 1),
                "quantity must be at most 1000000000000, but was 1000000000001");
        refused(
                () -> Position.of("A", Long.MAX_VALUE, 1),
                "quantity must be at most 1000000000000, but was 9223372036854775807");
        refused(
                () -> Position.of("A", -most - 1, 1),
                "quantity must be at least -1000000000000, but was -1000000000001");
        refused(
                () -> Position.of("A", Long.MIN_VALUE, 1),
                "quantity must be at least -1000000000000, but was -9223372036854775808");
        assertThat(OrderIntent.market("1", "A", Side.BUY, most).quantity()).isEqualTo(most);
        assertThat(Position.of("A", -most, 1).quantity()).isEqualTo(-most);
    }

    @Test
    void what_is_missing_altogether_is_refused() {
        assertThatThrownBy(() -> OrderIntent.market("1", "A", null, 1))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("side");
        assertThatThrownBy(() -> MarketData.of("A", null, 1)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new MarketData("A", NOW, 1, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new OrderIntent("1", "A", Side.BUY, 1, OptionalDouble.empty(), null))
                .isInstanceOf(NullPointerException.class);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void a_name_holds_no_control_characters_and_the_message_does_not_repeat_them() {
        String rule = " must not hold control characters, but had ";

        refused(() -> OrderIntent.market("a\u001b[2J", "A", Side.BUY, 1), "id" + rule + "U+001B at 1");
        refused(() -> OrderIntent.market("1", "\tA", Side.BUY, 1), "symbol" + rule + "U+0009 at 0");
        refused(() -> Instrument.of("A\n"), "symbol" + rule + "U+000A at 1");
        refused(() -> Instrument.of("A").withSector("te\u009fch"), "sector" + rule + "U+009F at 2");
        refused(() -> MarketData.of("\0", NOW, 1), "symbol" + rule + "U+0000 at 0");
        refused(() -> InstrumentFacts.of("A\u007f", NOW), "symbol" + rule + "U+007F at 1");
        refused(() -> Position.of("A\rB", 1, 1), "symbol" + rule + "U+000D at 1");
    }
}
