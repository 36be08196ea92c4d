package io.robotrader.risk.stop;

import static io.robotrader.risk.account.Side.BUY;
import static io.robotrader.risk.account.Side.SELL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.robotrader.risk.account.Side;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StopTest {

    private static final OptionalDouble NO_ATR = OptionalDouble.empty();

    private static Stop trailing(Side opened, double distance) {
        return Stop.trailing(opened, 100, StopRules.distance(distance), NO_ATR);
    }

    private static Stop protective(Side opened, double distance) {
        return Stop.protective(opened, 100, StopRules.distance(distance), NO_ATR);
    }

    @ParameterizedTest
    @CsvSource({"BUY, 98, 98.5, 92", "SELL, 102, 101.5, 108"})
    void a_stop_is_placed_by_fraction_by_distance_or_by_range(
            Side opened, double byFraction, double byDistance, double byRange) {
        OptionalDouble atr = OptionalDouble.of(4);

        for (boolean trailing : new boolean[] {false, true}) {
            assertThat(open(trailing, opened, StopRules.fraction(0.02), atr).price())
                    .isEqualTo(byFraction);
            assertThat(open(trailing, opened, StopRules.distance(1.5), atr).price())
                    .isEqualTo(byDistance);
            assertThat(open(trailing, opened, StopRules.atr(2), atr).price()).isEqualTo(byRange);
        }
    }

    private static Stop open(boolean trailing, Side opened, StopRule rule, OptionalDouble atr) {
        return trailing ? Stop.trailing(opened, 100, rule, atr) : Stop.protective(opened, 100, rule, atr);
    }

    @Test
    void a_protective_stop_stays_where_it_is() {
        Stop stop = protective(BUY, 2);

        assertThat(stop.onPrice(150).price()).isEqualTo(98);
        assertThat(stop.onBar(150, 160, 140, 141)).isSameAs(stop);
    }

    @Test
    void ov_16_a_short_position_is_trailed_by_its_lowest_price() {
        Stop stop = Stop.trailing(SELL, 100, StopRules.fraction(0.015), NO_ATR);
        assertThat(stop.price()).isEqualTo(101.5);

        Stop lower = stop.onPrice(80);

        assertThat(lower.price()).isCloseTo(81.2, within(1e-9));
        assertThat(lower.isHit()).isFalse();
        assertThat(lower.onPrice(81.2 + 1e-6).isHit()).isTrue();
    }

    @Test
    void ov_16_a_stop_is_seeded_by_the_entry_and_not_by_the_first_price_that_comes() {
        Stop stop = trailing(BUY, 3).onPrice(98);

        assertThat(stop.price()).isEqualTo(97);
        assertThat(stop.onPrice(101).price()).isEqualTo(98);
    }

    @Test
    void ov_16_a_long_position_is_trailed_upwards_and_never_down() {
        Stop stop = trailing(BUY, 3).onPrice(110).onPrice(108);

        assertThat(stop.price()).isEqualTo(107);
        assertThat(stop.isHit()).isFalse();
        assertThat(stop.onPrice(107).isHit()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"BUY, 97, 97.01", "SELL, 103, 102.99"})
    void a_price_exactly_at_the_stop_hits_it(Side opened, double at, double before) {
        for (Stop stop : new Stop[] {trailing(opened, 3), protective(opened, 3)}) {
            assertThat(stop.onPrice(before).isHit()).isFalse();
            assertThat(stop.onPrice(before).exit()).isEmpty();
            assertThat(stop.onPrice(at).isHit()).isTrue();
            assertThat(stop.onPrice(at).exit()).hasValue(at);
        }
    }

    @ParameterizedTest
    @CsvSource({"BUY, 90, 99, 89, 95", "SELL, 110, 111, 101, 105"})
    void ov_16_after_a_gap_the_exit_is_the_open_and_not_the_stop(
            Side opened, double open, double high, double low, double close) {
        Stop stop = trailing(opened, 3).onBar(open, high, low, close);

        assertThat(stop.exit()).hasValue(open);
        assertThat(protective(opened, 3).onBar(open, high, low, close).exit()).hasValue(open);
        assertThat(trailing(opened, 3).onPrice(open).exit()).hasValue(open);
    }

    @ParameterizedTest
    @CsvSource({"BUY, 99, 101, 96, 100, 97", "SELL, 101, 104, 99, 100, 103"})
    void within_a_bar_the_exit_is_the_stop(
            Side opened, double open, double high, double low, double close, double exit) {
        assertThat(trailing(opened, 3).onBar(open, high, low, close).exit()).hasValue(exit);
        assertThat(protective(opened, 3).onBar(open, high, low, close).exit()).hasValue(exit);
    }

    @ParameterizedTest
    @CsvSource({"BUY, 100, 120, 97, 119, 97", "SELL, 100, 103, 80, 81, 103"})
    void a_bar_that_both_makes_a_new_best_and_touches_the_stop_has_hit_it_first(
            Side opened, double open, double high, double low, double close, double exit) {
        Stop stop = trailing(opened, 3).onBar(open, high, low, close);

        assertThat(stop.isHit()).isTrue();
        assertThat(stop.price()).isEqualTo(exit);
        assertThat(stop.exit()).hasValue(exit);
    }

    @ParameterizedTest
    @CsvSource({"BUY, 100, 120, 98, 99, 117, 99", "SELL, 100, 102, 80, 101, 83, 101"})
    void a_bar_that_closes_through_the_stop_that_it_moved_has_hit_it_and_the_close_is_left(
            Side opened, double open, double high, double low, double close, double price, double exit) {
        Stop stop = trailing(opened, 3).onBar(open, high, low, close);

        assertThat(stop.price()).isEqualTo(price);
        assertThat(stop.exit()).hasValue(exit);
    }

    @Test
    void the_low_of_the_bar_that_moved_the_stop_does_not_hit_it_as_it_may_have_come_before() {
        Stop stop = trailing(BUY, 3).onBar(100, 120, 98, 119);

        assertThat(stop.price()).isEqualTo(117);
        assertThat(stop.isHit()).isFalse();
    }

    @Test
    void what_is_hit_stays_hit_and_moves_no_more() {
        Stop hit = trailing(BUY, 3).onPrice(96);

        Stop later = hit.onPrice(150).onBar(150, 160, 150, 160).tighten(140).withAtr(1);

        assertThat(later.exit()).hasValue(96);
        assertThat(later.price()).isEqualTo(97);
    }

    @ParameterizedTest
    @CsvSource({"BUY, 99, 96", "SELL, 101, 104"})
    void a_stop_may_be_moved_by_hand_but_only_closer(Side opened, double closer, double wider) {
        assertThat(protective(opened, 3).tighten(closer).price()).isEqualTo(closer);
        assertThat(protective(opened, 3).tighten(wider).price())
                .isEqualTo(protective(opened, 3).price());
        assertThat(protective(opened, 3).tighten(100).onPrice(100).exit()).hasValue(100);
    }

    @Test
    void a_range_that_widens_does_not_loosen_the_stop_and_one_that_shrinks_tightens_it() {
        Stop stop =
                Stop.trailing(BUY, 100, StopRules.atr(2), OptionalDouble.of(2)).onPrice(110);
        assertThat(stop.price()).isEqualTo(106);

        assertThat(stop.withAtr(10).onPrice(111).price()).isEqualTo(106);
        assertThat(stop.withAtr(1).price()).isEqualTo(106);
        assertThat(stop.withAtr(1).onPrice(109).price()).isEqualTo(108);
        assertThat(stop.withAtr(1).onPrice(107).exit())
                .as("the stop came to the price")
                .hasValue(107);
    }

    @Test
    void a_rule_that_cannot_tell_the_distance_is_refused_unless_another_stands_in() {
        StopRule range = StopRules.atr(2);

        refused(
                () -> Stop.trailing(BUY, 100, range, NO_ATR),
                "distance from the entry to the stop must be positive and finite, but was NaN");
        Stop stop = Stop.trailing(BUY, 100, range.orElse(StopRules.fraction(0.02)), NO_ATR);
        assertThat(stop.price()).isEqualTo(98);
        assertThat(stop.withAtr(0.5).onPrice(100).price()).isEqualTo(99);
    }

    @Test
    void a_rule_of_the_users_own_cannot_loosen_or_overshoot() {
        double[] answer = {3};
        Stop stop = Stop.trailing(BUY, 100, (price, atr) -> answer[0], NO_ATR);

        for (double bad : new double[] {-5, 0, Double.NaN, Double.POSITIVE_INFINITY, 1_000}) {
            answer[0] = bad;
            assertThat(stop.onPrice(110).price()).isEqualTo(97);
        }
    }

    @Test
    void a_stop_at_zero_or_below_protects_nothing_and_is_refused() {
        refused(() -> trailing(BUY, 100), "stop must be positive and finite, but was 0.0");
        refused(() -> protective(BUY, 150), "stop must be positive and finite, but was -50.0");
        assertThat(protective(SELL, 150).price()).isEqualTo(250);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void rk_8_what_is_no_price_is_refused(double bad) {
        String rule = " must be positive and finite, but was " + bad;
        Stop stop = trailing(BUY, 3);

        refused(() -> Stop.trailing(BUY, bad, StopRules.fraction(0.02), NO_ATR), "entry" + rule);
        refused(() -> Stop.protective(BUY, 100, StopRules.atr(2), OptionalDouble.of(bad)), "atr" + rule);
        refused(() -> StopRules.distance(bad), "money" + rule);
        refused(() -> StopRules.atr(bad), "factor" + rule);
        refused(() -> StopRules.fraction(bad), "fraction must be a fraction in (0, 1], but was " + bad);
        refused(() -> stop.onPrice(bad), "high" + rule);
        refused(() -> stop.onBar(100, 101, bad, 100), "low" + rule);
        refused(() -> stop.withAtr(bad), "atr" + rule);
        refused(() -> stop.tighten(bad), "newPrice" + rule);
    }

    @Test
    void what_is_no_bar_is_refused() {
        Stop stop = trailing(BUY, 3);

        refused(() -> stop.onBar(100, 99, 101, 100), "low must be at most the high 99.0, but was 101.0");
        refused(
                () -> stop.onBar(102, 101, 99, 100),
                "open must lie from low to high, but was 102.0 with low 99.0 and high 101.0");
        refused(
                () -> stop.onBar(100, 101, 99, Double.NaN),
                "close must lie from low to high, but was NaN with low 99.0 and high 101.0");
    }

    @Test
    void it_says_what_it_is() {
        assertThat(trailing(BUY, 3)).hasToString("trailing stop of a long position at 97.0");
        assertThat(protective(SELL, 3).onPrice(104))
                .hasToString("protective stop of a short position at 103.0, hit, left at 104.0");
        assertThat(trailing(SELL, 3).opened()).isEqualTo(SELL);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
