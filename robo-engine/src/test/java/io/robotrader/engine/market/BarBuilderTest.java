package io.robotrader.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BarBuilderTest {

    private static final Instant OPEN = Instant.parse("2024-03-08T14:30:00Z");

    private final BarBuilder builder = started(BarBuilder.of("AAPL", Duration.ofSeconds(60)));

    /** A session of 150 seconds: two full minutes and half a one. */
    private static BarBuilder started(BarBuilder builder) {
        builder.beginSession(OPEN, at(150));
        return builder;
    }

    private static Instant at(long second) {
        return OPEN.plusSeconds(second);
    }

    private static Tick tick(long second, double price, double size) {
        return Tick.of("AAPL", at(second), price, size);
    }

    private static Bar bar(long end, double open, double high, double low, double close, double volume) {
        return new Bar("AAPL", at(end), open, high, low, close, OptionalDouble.of(volume));
    }

    @Test
    void dt_5_bars_are_aligned_to_the_open_and_do_not_overlap() {
        List<Bar> bars = new ArrayList<>();
        for (Tick tick : List.of(tick(5, 10, 1), tick(20, 12, 2), tick(59, 9, 3), tick(60, 11, 4), tick(130, 8, 5))) {
            bars.addAll(builder.add(tick));
        }
        bars.addAll(builder.advanceTo(at(150)));

        assertThat(bars)
                .containsExactly(bar(60, 10, 12, 9, 9, 6), bar(120, 11, 11, 11, 11, 4), bar(150, 8, 8, 8, 8, 5));
    }

    @Test
    void time_alone_closes_a_bar_at_its_end_and_not_before() {
        builder.add(tick(5, 10, 1));

        assertThat(builder.advanceTo(at(60).minusNanos(1))).isEmpty();
        assertThat(builder.advanceTo(at(60))).containsExactly(bar(60, 10, 10, 10, 10, 1));
        assertThat(builder.advanceTo(at(60))).isEmpty();
        assertThat(builder.advanceTo(at(30))).isEmpty();
    }

    @Test
    void a_late_trade_changes_nothing_and_is_counted() {
        builder.add(tick(5, 10, 1));
        builder.advanceTo(at(60));

        assertThat(builder.add(tick(59, 99, 1))).isEmpty();
        assertThat(builder.lateTicks()).isEqualTo(1);
        builder.add(tick(61, 11, 1));
        assertThat(builder.advanceTo(at(120))).containsExactly(bar(120, 11, 11, 11, 11, 1));
    }

    @Test
    void a_trade_is_late_for_a_period_that_closed_without_one() {
        builder.advanceTo(at(70));

        builder.add(tick(59, 99, 1));

        assertThat(builder.lateTicks()).isEqualTo(1);
        assertThat(builder.advanceTo(at(150))).isEmpty();
    }

    @Test
    void a_trade_at_the_close_belongs_to_the_last_bar_and_one_after_it_to_none() {
        assertThat(builder.add(tick(-1, 10, 1))).isEmpty();
        builder.add(tick(150, 10, 1));
        builder.add(tick(151, 99, 1));

        assertThat(builder.advanceTo(at(1000))).containsExactly(bar(150, 10, 10, 10, 10, 1));
        assertThat(builder.ignoredTicks()).isEqualTo(2);
        builder.add(tick(150, 10, 1));
        assertThat(builder.lateTicks()).isEqualTo(1);
    }

    @Test
    void dt_5_a_trade_of_size_zero_has_a_price() {
        builder.add(tick(5, 10, 0));

        assertThat(builder.advanceTo(at(60))).containsExactly(bar(60, 10, 10, 10, 10, 0));
    }

    @Test
    void an_unknown_size_makes_the_volume_unknown() {
        builder.add(tick(5, 10, 7));
        builder.add(new Tick("AAPL", at(6), 10, OptionalDouble.empty()));

        assertThat(builder.advanceTo(at(60))).containsExactly(Bar.ofClose("AAPL", at(60), 10));
    }

    @Test
    void a_period_without_trades_has_no_bar_unless_flat_ones_are_asked_for() {
        BarBuilder flat = started(BarBuilder.of("AAPL", Duration.ofSeconds(30)).withFlatBars());
        flat.add(tick(31, 10, 5));

        assertThat(flat.add(tick(121, 12, 1)))
                .containsExactly(bar(60, 10, 10, 10, 10, 5), bar(90, 10, 10, 10, 10, 0), bar(120, 10, 10, 10, 10, 0));
        assertThat(flat.beginSession(at(1000), at(1100))).containsExactly(bar(150, 12, 12, 12, 12, 1));
        // Yesterday's price is not today's.
        assertThat(flat.advanceTo(at(1100))).isEmpty();
    }

    @Test
    void a_new_session_closes_the_one_before() {
        builder.add(tick(125, 10, 1));

        assertThat(builder.beginSession(at(150), at(300))).containsExactly(bar(150, 10, 10, 10, 10, 1));
        builder.add(tick(151, 11, 1));
        assertThat(builder.advanceTo(at(210))).containsExactly(bar(210, 11, 11, 11, 11, 1));
    }

    @Test
    void without_a_session_nothing_is_built() {
        BarBuilder waiting = BarBuilder.of("AAPL", Duration.ofSeconds(60));

        assertThat(waiting.add(tick(5, 10, 1))).isEmpty();
        assertThat(waiting.advanceTo(at(100))).isEmpty();
        assertThat(waiting.ignoredTicks()).isEqualTo(1);
    }

    @Test
    void quotes_count_with_their_middle_and_no_volume() {
        builder.add(Quote.of("AAPL", at(1), 10, 11));
        builder.add(Quote.of("AAPL", at(2), 12, 11));
        builder.add(Quote.of("AAPL", at(3), 9, 10));

        assertThat(builder.advanceTo(at(60))).containsExactly(bar(60, 10.5, 10.5, 9.5, 9.5, 0));
        assertThat(builder.ignoredTicks()).isEqualTo(1);
    }

    @Property
    void within_a_bar_the_order_of_arrival_does_not_matter(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 500) Integer> prices, @ForAll long seed) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < prices.size(); i++) {
            ticks.add(tick(i, prices.get(i), i));
        }
        BarBuilder ordered = started(BarBuilder.of("AAPL", Duration.ofSeconds(60)));
        ticks.forEach(ordered::add);
        Collections.shuffle(ticks, new Random(seed));
        BarBuilder shuffled = started(BarBuilder.of("AAPL", Duration.ofSeconds(60)));
        ticks.forEach(shuffled::add);

        Bar bar = ordered.advanceTo(at(60)).get(0);

        assertThat(shuffled.advanceTo(at(60))).containsExactly(bar);
        assertThat(bar.open()).isEqualTo(prices.get(0).doubleValue());
        assertThat(bar.close()).isEqualTo(prices.get(prices.size() - 1).doubleValue());
        assertThat(bar.high()).isEqualTo(Collections.max(prices).doubleValue());
        assertThat(bar.low()).isEqualTo(Collections.min(prices).doubleValue());
    }

    @Property
    void every_trade_is_in_one_bar_or_counted(
            @ForAll @Size(max = 30) List<@IntRange(min = -20, max = 170) Integer> seconds) {
        BarBuilder any = started(BarBuilder.of("AAPL", Duration.ofSeconds(40)));
        List<Bar> bars = new ArrayList<>();
        for (int second : seconds) {
            bars.addAll(any.add(tick(second, 10, 1)));
        }
        bars.addAll(any.advanceTo(at(200)));

        double traded =
                bars.stream().mapToDouble(bar -> bar.volume().orElseThrow()).sum();

        assertThat(traded + any.lateTicks() + any.ignoredTicks()).isEqualTo(seconds.size());
        assertThat(bars).extracting(Bar::time).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void wrong_numbers_are_refused() {
        refused(() -> BarBuilder.of(" ", Duration.ofSeconds(1)), "symbol must not be blank, but was ' '");
        refused(() -> BarBuilder.of("AAPL", Duration.ZERO), "period must be positive, but was PT0S");
        refused(() -> BarBuilder.of("AAPL", Duration.ofSeconds(-1)), "period must be positive, but was PT-1S");
        refused(
                () -> builder.beginSession(at(200), at(200)),
                "end must be after the start 2024-03-08T14:33:20Z, but was 2024-03-08T14:33:20Z");
        refused(
                () -> builder.beginSession(at(149), at(200)),
                "start must not be before the end 2024-03-08T14:32:30Z of the session before, but was"
                        + " 2024-03-08T14:32:29Z");
        refused(() -> builder.add(Tick.of("MSFT", at(1), 1, 1)), "symbol must be AAPL, but was MSFT");
        refused(() -> builder.add(Quote.of("MSFT", at(1), 1, 1)), "symbol must be AAPL, but was MSFT");
    }

    private static void refused(Runnable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessage(message);
    }
}
