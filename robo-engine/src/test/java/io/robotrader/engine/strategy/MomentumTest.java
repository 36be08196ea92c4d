package io.robotrader.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MomentumTest {

    private long second;

    private List<Optional<Direction>> directions(Momentum momentum, double... closes) {
        List<Optional<Direction>> directions = new ArrayList<>();
        for (double close : closes) {
            directions.add(next(momentum, "AAPL", close).map(Signal::direction));
        }
        return directions;
    }

    private Optional<Signal> next(Momentum momentum, String symbol, double close) {
        return momentum.onBar(Bar.ofClose(symbol, Instant.ofEpochSecond(++second), close));
    }

    @Test
    void the_first_signal_comes_when_the_look_back_has_passed() {
        assertThat(directions(new Momentum(3), 100, 90, 80, 101))
                .containsExactly(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Direction.LONG));
    }

    @Test
    void only_a_change_is_told() {
        assertThat(directions(new Momentum(1), 100, 101, 102, 99, 98, 103))
                .containsExactly(
                        Optional.empty(),
                        Optional.of(Direction.LONG),
                        Optional.empty(),
                        Optional.of(Direction.SHORT),
                        Optional.empty(),
                        Optional.of(Direction.LONG));
    }

    @Test
    void a_flat_price_changes_nothing() {
        assertThat(directions(new Momentum(1), 100, 100, 101, 101, 102))
                .containsExactly(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Direction.LONG),
                        Optional.empty(),
                        Optional.empty());
    }

    @Test
    void the_smallest_change_of_a_price_is_a_change() {
        double price = 1.9999999999999998;
        double next = Math.nextUp(price);

        assertThat(directions(new Momentum(1), price, next)).endsWith(Optional.of(Direction.LONG));
        assertThat(directions(new Momentum(1), next, price)).endsWith(Optional.of(Direction.SHORT));
    }

    @Test
    void each_symbol_has_a_trend_of_its_own() {
        Momentum momentum = new Momentum(1);
        next(momentum, "AAPL", 100);
        next(momentum, "MSFT", 300);

        assertThat(next(momentum, "AAPL", 101).map(Signal::direction)).contains(Direction.LONG);
        assertThat(next(momentum, "MSFT", 299).map(Signal::direction)).contains(Direction.SHORT);
    }

    @Test
    void a_signal_tells_who_and_why() {
        Momentum momentum = new Momentum(1);
        next(momentum, "AAPL", 100);

        assertThat(next(momentum, "AAPL", 102.5))
                .contains(new Signal("momentum", "AAPL", Direction.LONG, "+2.50 % over 1 bars"));
    }

    @Test
    void the_look_back_is_at_least_one_bar() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Momentum(0))
                .withMessage("lookback must be at least 1, but was 0");
    }

    @Test
    void a_signal_without_its_texts_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Signal(" ", "AAPL", Direction.LONG, "why"))
                .withMessage("strategy must not be blank, but was ' '");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Signal("mine", "", Direction.LONG, "why"))
                .withMessage("symbol must not be blank, but was ''");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Signal("mine", "AAPL", Direction.LONG, ""))
                .withMessage("reason must not be blank, but was ''");
    }
}
