package io.robotrader.engine.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.engine.calendar.MarketCalendars;
import io.robotrader.engine.market.QualityVerdict.Kind;
import io.robotrader.engine.market.QualityVerdict.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataQualityTest extends JudgedMinutes {

    @Test
    void a_first_price_is_used_with_a_warning() {
        QualityVerdict first = close(100);

        assertThat(first.outcome()).isEqualTo(Outcome.WARN);
        assertThat(first.describe()).isEqualTo("FIRST: nothing to compare 100.0 with");
        assertThat(close(100.1)).isEqualTo(QualityVerdict.ACCEPTED);
    }

    @Test
    void dt_6_an_outlier_is_rejected_and_teaches_nothing() {
        calm();

        QualityVerdict spike = close(104);

        assertThat(spike.outcome()).isEqualTo(Outcome.REJECT);
        assertThat(spike.describe()).isEqualTo("OUTLIER: 4.00 % from 100.0 is beyond 1.70 %");
        assertThat(close(100.2).outcome()).isEqualTo(Outcome.ACCEPT);
        // Had the spike been learnt, the line would be beyond four percent.
        assertThat(close(102.2).outcome()).isEqualTo(Outcome.REJECT);
        assertThat(close(100.2).outcome()).isEqualTo(Outcome.ACCEPT);
    }

    @Test
    void dt_6_a_level_that_stays_is_the_level() {
        calm();

        assertThat(close(110).found(Kind.OUTLIER)).isTrue();
        assertThat(close(110.2).found(Kind.OUTLIER)).isTrue();
        QualityVerdict third = close(109.9);

        assertThat(third.outcome()).isEqualTo(Outcome.WARN);
        assertThat(third.describe()).isEqualTo("LEVEL_SHIFT: from 100.0 to 109.9 by 3 prices in a row");
        assertThat(close(110).outcome()).isEqualTo(Outcome.ACCEPT);
        assertThat(close(100).found(Kind.OUTLIER)).isTrue();
    }

    @Test
    void slips_that_do_not_agree_confirm_nothing() {
        calm();

        for (double wild : new double[] {110, 90, 111, 89, 112, 88}) {
            assertThat(close(wild).outcome()).isEqualTo(Outcome.REJECT);
        }
        assertThat(close(100.1).outcome()).isEqualTo(Outcome.ACCEPT);
    }

    @Test
    void a_first_price_that_was_wrong_is_outvoted() {
        close(1);

        assertThat(close(100).isUsable()).isFalse();
        assertThat(close(100).isUsable()).isFalse();
        assertThat(close(100).isUsable()).isTrue();
    }

    @Test
    void a_spike_within_a_bar_is_seen() {
        calm();
        Instant next = at(++minute);

        QualityVerdict high = quality.judge(new Bar("AAPL", next, 100, 120, 100, 100, OptionalDouble.empty()), next);
        Instant later = at(++minute);
        QualityVerdict low = quality.judge(new Bar("AAPL", later, 100, 100, 0.01, 100, OptionalDouble.empty()), later);

        assertThat(high.found(Kind.OUTLIER)).isTrue();
        assertThat(low.found(Kind.OUTLIER)).isTrue();
    }

    @Test
    void a_symbol_that_never_moved_may_move_half_a_percent() {
        for (int i = 0; i < 40; i++) {
            close(100);
        }
        assertThat(close(100.5).outcome()).isEqualTo(Outcome.ACCEPT);
        assertThat(close(101.1).found(Kind.OUTLIER)).isTrue();
    }

    @Test
    void the_wildest_symbol_may_move_a_quarter() {
        for (int i = 0; i < 60; i++) {
            close(i % 2 == 0 ? 100 : 118);
        }
        close(100);
        assertThat(close(124.9).outcome()).isEqualTo(Outcome.ACCEPT);
        close(100);
        assertThat(close(126).found(Kind.OUTLIER)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"25, 0.25", "25.5, 0.25", "50, 0.5", "66.7, 0.6666666666666666", "5.1, 0.05", "200, 2", "1010, 10"})
    void a_night_that_looks_like_a_split_holds_the_symbol_until_it_is_confirmed(double price, double ratio) {
        calm();
        QualityVerdict next = closeAt(1440 + 60, price);

        assertThat(next.outcome()).isEqualTo(Outcome.HOLD);
        assertThat(next.found(Kind.SPLIT_LIKE)).isTrue();
        assertThat(quality.suspectedSplit("AAPL")).hasValue(ratio);
        for (int i = 0; i < 10; i++) {
            assertThat(close(price).outcome()).isEqualTo(Outcome.HOLD);
        }
        assertThat(quality.judge(quote(price, price), at(minute)).outcome()).isEqualTo(Outcome.HOLD);
        assertThat(quality.isFresh("AAPL", at(minute))).isFalse();

        assertThat(quality.confirm("AAPL")).isTrue();

        assertThat(quality.confirm("AAPL")).isFalse();
        assertThat(quality.suspectedSplit("AAPL")).isEmpty();
        assertThat(close(price).outcome()).isEqualTo(Outcome.ACCEPT);
        assertThat(quality.isFresh("AAPL", at(minute))).isTrue();
    }

    @Test
    void a_hold_ends_when_prices_are_back_where_they_were() {
        calm();
        closeAt(1500, 50);

        assertThat(close(100.1).outcome()).isEqualTo(Outcome.ACCEPT);
        assertThat(quality.suspectedSplit("AAPL")).isEmpty();
    }

    @Test
    void quotes_can_put_bars_on_hold() {
        calm();
        quality.judge(quote(100, 100.2), at(minute));
        minute = 1500;

        assertThat(quality.judge(quote(50, 50.1), at(minute)).outcome()).isEqualTo(Outcome.HOLD);
        assertThat(close(50).outcome()).isEqualTo(Outcome.HOLD);
        assertThat(quality.suspectedSplit("AAPL")).hasValue(0.5);
    }

    @Test
    void dt_6_a_big_move_is_no_split_by_day_and_none_by_night_without_its_ratio() {
        calm();
        assertThat(close(50).found(Kind.OUTLIER)).isTrue();
        assertThat(closeAt(1500, 60).found(Kind.OUTLIER)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"64.5", "80", "97", "103", "150", "156"})
    void what_comes_out_at_night_is_no_outlier_however_calm_the_day_was(double price) {
        calm();

        assertThat(closeAt(1500, price).isUsable()).isTrue();
        assertThat(close(price).outcome()).isEqualTo(Outcome.ACCEPT);
        assertThat(close(price * 1.02).found(Kind.OUTLIER)).isTrue();
    }

    @Test
    void bars_weeks_apart_may_stand_anywhere_but_a_decimal_point_away() {
        calm();

        assertThat(closeAt(30 * 1440, 50).isUsable()).isTrue();
        assertThat(closeAt(60 * 1440, 100).isUsable()).isTrue();
        assertThat(closeAt(90 * 1440, 10_000).found(Kind.OUTLIER)).isTrue();
    }

    @Test
    void what_was_accepted_before_is_taken_at_its_word() {
        calm();
        Bar split = Bar.ofClose("AAPL", at(1500), 25);

        quality.accept(split);
        quality.accept(Bar.ofClose("AAPL", at(1400), 7));

        assertThat(closeAt(1501, 25).isUsable()).isTrue();
        assertThat(quality.suspectedSplit("AAPL")).isEmpty();
        quality.accept(Bar.ofClose("MSFT", at(1500), 25));
        assertThat(quality.isFresh("MSFT", at(1500))).isTrue();
    }

    @Test
    void the_trading_time_of_an_exchange_is_that_of_its_regular_sessions() {
        TradingTime nyse = TradingTime.of(MarketCalendars.nyse());
        Instant friday = Instant.parse("2026-11-27T17:30:00Z");
        Instant monday = Instant.parse("2026-11-30T15:00:00Z");

        assertThat(nyse.between(friday, monday)).isEqualTo(Duration.ofHours(1));
        assertThat(nyse.between(friday, friday)).isEqualTo(Duration.ZERO);
        assertThat(nyse.between(friday.plusSeconds(7200), friday.plusSeconds(9000)))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    void a_hold_of_an_earlier_run_waits_for_a_person_however_long_ago_it_was() {
        calm();
        quality.hold("AAPL");
        assertThat(quality.isFresh("AAPL", at(minute))).isFalse();

        QualityVerdict first = closeAt(30 * 1440, 60);

        assertThat(first.outcome()).isEqualTo(Outcome.HOLD);
        assertThat(first.describe()).startsWith("SPLIT_LIKE: went from 100.0 to 60.0, and is on hold since before");
        assertThat(quality.suspectedSplit("AAPL")).isEmpty();
        for (int i = 0; i < 5; i++) {
            assertThat(close(50).describe()).isEqualTo("SPLIT_LIKE: went from 100.0 to 50.0, near 0.5 : 1");
        }
        assertThat(quality.suspectedSplit("AAPL")).hasValue(0.5);
        assertThat(quality.confirm("AAPL")).isTrue();
        assertThat(close(50.1).outcome()).isEqualTo(Outcome.ACCEPT);
    }

    @Test
    void a_hold_of_an_earlier_run_without_a_price_before_or_since_is_settled_by_a_person_too() {
        quality.hold("AAPL");
        assertThat(close(60).outcome()).isEqualTo(Outcome.HOLD);
        assertThat(quality.confirm("AAPL")).isTrue();
        assertThat(close(60.1).outcome()).isEqualTo(Outcome.ACCEPT);

        quality.hold("AAPL");
        assertThat(quality.confirm("AAPL")).isTrue();
        assertThat(close(60.2).outcome()).isEqualTo(Outcome.ACCEPT);

        quality.hold("AAPL");
        assertThat(closeAt(1500, 60.1).isUsable()).as("the price is back").isTrue();
        assertThat(quality.confirm("AAPL")).isFalse();
    }

    @Test
    void what_is_too_old_or_from_the_future_or_late_is_rejected() {
        Bar bar = Bar.ofClose("AAPL", at(1), 100);

        assertThat(quality.judge(bar, at(3).plusNanos(1)).found(Kind.STALE)).isTrue();
        assertThat(quality.judge(bar, at(1).minusSeconds(6)).found(Kind.FUTURE)).isTrue();
        assertThat(quality.judge(bar, at(3)).isUsable()).isTrue();
        assertThat(quality.judge(bar, at(3)).found(Kind.OUT_OF_ORDER)).isTrue();
        assertThat(quality.judge(Bar.ofClose("AAPL", at(2), 100), at(2).minusSeconds(5))
                        .isUsable())
                .isTrue();
    }

    @Test
    void quotes_may_share_an_instant_but_not_go_back() {
        minute = 5;
        assertThat(quality.judge(quote(100, 101), at(5)).isUsable()).isTrue();
        assertThat(quality.judge(quote(100, 101), at(5).plusSeconds(10)).outcome())
                .isEqualTo(Outcome.ACCEPT);
        assertThat(quality.judge(quote(100, 101), at(5).plusSeconds(11)).found(Kind.STALE))
                .isTrue();
        Quote before = Quote.of("AAPL", at(5).minusSeconds(1), 100, 101);
        assertThat(quality.judge(before, at(5)).found(Kind.OUT_OF_ORDER)).isTrue();
    }

    @Test
    void dt_1_a_crossed_quote_and_one_without_a_price_are_rejected() {
        assertThat(quality.judge(quote(101, 100), at(0)).describe()).isEqualTo("CROSSED: bid 101.0 is above ask 100.0");
        OptionalDouble unknown = OptionalDouble.empty();
        Quote half = new Quote("AAPL", at(0), OptionalDouble.of(100), unknown, unknown, unknown, unknown, unknown);
        assertThat(quality.judge(half, at(0)).found(Kind.NO_PRICE)).isTrue();
        assertThat(quality.judge(quote(100, 100), at(0)).found(Kind.FIRST)).isTrue();
    }

    @Test
    void dt_4_a_feed_that_died_is_seen_without_asking_it() {
        assertThat(quality.isFresh("AAPL", at(0))).isFalse();
        close(100);

        assertThat(quality.isFresh("AAPL", at(minute + 2))).isTrue();
        assertThat(quality.isFresh("AAPL", at(minute + 2).plusNanos(1))).isFalse();

        minute = 10;
        quality.judge(quote(100, 101), at(10));
        assertThat(quality.isFresh("AAPL", at(10).plusSeconds(10))).isTrue();
        assertThat(quality.isFresh("AAPL", at(10).plusSeconds(11))).isFalse();
        assertThat(quality.confirm("MSFT")).isFalse();
    }

    @Property
    void no_symbol_stays_shut_by_day(
            @ForAll @Size(max = 60) List<@DoubleRange(min = 0.01, max = 100_000) Double> before,
            @ForAll @DoubleRange(min = 0.01, max = 100_000) double level) {
        DataQuality open = new DataQuality(QualityBounds.defaults(), TradingTime.always());
        int second = 0;
        for (double price : before) {
            open.judge(Bar.ofClose("AAPL", START.plusSeconds(++second), price), START.plusSeconds(second));
        }

        QualityVerdict verdict = QualityVerdict.ACCEPTED;
        for (int i = 0; i < QualityBounds.defaults().confirmations(); i++) {
            verdict = open.judge(Bar.ofClose("AAPL", START.plusSeconds(++second), level), START.plusSeconds(second));
        }

        assertThat(verdict.isUsable()).isTrue();
    }

    @Property(tries = 100)
    void ordinary_days_pass_and_the_currency_does_not_matter(
            @ForAll @IntRange(max = 1_000_000) int seed, @ForAll @IntRange(min = -8, max = 8) int power) {
        List<Outcome> plain = walk(seed, 0);

        assertThat(walk(seed, power)).isEqualTo(plain);
        // The first has nothing to be compared with.
        assertThat(plain.subList(1, plain.size())).containsOnly(Outcome.ACCEPT);
    }

    private static List<Outcome> walk(int seed, int power) {
        DataQuality open = new DataQuality(QualityBounds.defaults(), TradingTime.always());
        Random random = new Random(seed);
        List<Outcome> outcomes = new ArrayList<>();
        double price = 100;
        for (int i = 0; i < 300; i++) {
            price *= Math.exp(0.01 * random.nextGaussian());
            Instant time = START.plusSeconds(i);
            outcomes.add(open.judge(Bar.ofClose("AAPL", time, Math.scalb(price, power)), time)
                    .outcome());
        }
        return outcomes;
    }
}
