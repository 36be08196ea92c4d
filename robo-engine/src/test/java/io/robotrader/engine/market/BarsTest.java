package io.robotrader.engine.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class BarsTest {
    private static Bar bar(String symbol, long second) {
        return Bar.ofClose(symbol, Instant.ofEpochSecond(second), 1 + second);
    }

    @Test
    void series_are_merged_in_time_order_and_ties_in_the_order_of_symbols_first_seen() {
        List<Bar> zulu = List.of(bar("ZULU", 1), bar("ZULU", 3));
        List<Bar> alfa = List.of(bar("ALFA", 1), bar("ALFA", 2), bar("ALFA", 3));

        assertThat(Bars.merge(List.of(zulu, alfa)))
                .containsExactly(bar("ZULU", 1), bar("ALFA", 1), bar("ALFA", 2), bar("ZULU", 3), bar("ALFA", 3));
    }

    @Test
    void two_bars_of_a_symbol_at_one_instant_are_refused() {
        List<List<Bar>> series = List.of(List.of(bar("A", 1), bar("B", 1)), List.of(bar("A", 1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.merge(series))
                .withMessage("bars must be one a symbol and instant, but A has two at 1970-01-01T00:00:01Z");
    }

    @Property
    void merging_loses_nothing_and_sorts(
            @ForAll @UniqueElements List<@IntRange(max = 50) Integer> first,
            @ForAll @UniqueElements List<@IntRange(max = 50) Integer> second) {
        List<Bar> a = first.stream().map(at -> bar("A", at)).toList();
        List<Bar> b = second.stream().map(at -> bar("B", at)).toList();
        List<Bar> both = new ArrayList<>(a);
        both.addAll(b);

        List<Bar> merged = Bars.merge(List.of(a, b));

        assertThat(merged).containsExactlyInAnyOrderElementsOf(both);
        assertThat(merged).isSortedAccordingTo(Comparator.comparing(Bar::time).thenComparing(Bar::symbol));
    }
}
