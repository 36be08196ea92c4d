package io.robotrader.engine.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Signal.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CombinedStrategyTest {

    private static final Direction LONG = Direction.LONG;
    private static final Direction FLAT = Direction.FLAT;
    private static final Direction SHORT = Direction.SHORT;

    private final List<StrategyError> errors = new ArrayList<>();
    private int second;

    /** Says what it was told to say of the next bar. */
    private static final class Puppet implements Strategy {

        private final String name;
        private final Map<Integer, Supplier<Optional<Signal>>> script = new HashMap<>();
        private int bars;

        Puppet(String name) {
            this.name = name;
        }

        Puppet says(int bar, Direction direction, double confidence) {
            return says(bar, "AAPL", direction, confidence);
        }

        Puppet says(int bar, String symbol, Direction direction, double confidence) {
            return does(bar, () -> Optional.of(new Signal(name, symbol, direction, "as told", confidence)));
        }

        Puppet does(int bar, Supplier<Optional<Signal>> act) {
            script.put(bar, act);
            return this;
        }

        Puppet throwsOn(int... on) {
            for (int bar : on) {
                does(bar, () -> {
                    throw new IllegalStateException("bar " + bar);
                });
            }
            return this;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<Signal> onBar(Bar bar) {
            return script.getOrDefault(++bars, Optional::empty).get();
        }
    }

    private Puppet puppet(String name) {
        return new Puppet(name);
    }

    private CombinedStrategy of(Combination combination, double minConfidence, Strategy... strategies) {
        CombinedStrategyBuilder builder =
                CombinedStrategy.by(combination).minConfidence(minConfidence).onError(errors::add);
        for (Strategy strategy : strategies) {
            builder.add(strategy);
        }
        return builder.build();
    }

    private Optional<Signal> bar(CombinedStrategy strategy, String symbol) {
        return strategy.onBar(Prices.bar(symbol, ++second, 100));
    }

    private Direction next(CombinedStrategy strategy) {
        return bar(strategy, "AAPL").map(Signal::direction).orElse(null);
    }

    @Test
    void more_votes_than_each_other_way_win() {
        CombinedStrategy strategy = of(
                Combination.VOTE,
                0,
                puppet("a").says(1, LONG, 0.5).says(3, SHORT, 1),
                puppet("b").says(1, LONG, 0.7),
                puppet("c").says(1, SHORT, 1).says(2, LONG, 1));

        Signal first = bar(strategy, "AAPL").orElseThrow();

        assertThat(first)
                .isEqualTo(new Signal(
                        "combined-vote", "AAPL", LONG, "a LONG 0.50, b LONG 0.70, c SHORT 1.00", (0.5 + 0.7) / 3));
        assertThat(next(strategy)).isNull();
        assertThat(next(strategy)).isNull();
    }

    @Test
    void bx_9_a_tie_is_flat_in_whatever_order_the_strategies_stand() {
        for (boolean turned : new boolean[] {false, true}) {
            Strategy up = puppet("up").says(1, LONG, 1);
            Strategy down = puppet("down").says(1, SHORT, 0.1);

            assertThat(next(of(Combination.VOTE, 0, turned ? down : up, turned ? up : down)))
                    .isEqualTo(FLAT);
        }
        assertThat(next(of(
                        Combination.VOTE,
                        0,
                        puppet("a").says(1, LONG, 1),
                        puppet("b").says(1, FLAT, 1))))
                .isEqualTo(FLAT);
        assertThat(next(of(
                        Combination.WEIGHT,
                        0,
                        puppet("a").says(1, LONG, 0.3),
                        puppet("b").says(1, SHORT, 0.3))))
                .isEqualTo(FLAT);
    }

    @Test
    void bx_9_the_minimum_confidence_keeps_entries_out() {
        for (Combination combination : Combination.values()) {
            CombinedStrategy strategy =
                    of(combination, 0.6, puppet("a").says(1, LONG, 0.59).says(2, LONG, 0.6));

            assertThat(next(strategy)).isEqualTo(FLAT);
            assertThat(next(strategy)).isEqualTo(LONG);
        }
    }

    @Test
    void the_minimum_confidence_never_keeps_from_getting_out() {
        for (Combination combination : Combination.values()) {
            CombinedStrategy flat =
                    of(combination, 0.9, puppet("a").says(1, LONG, 1).says(2, FLAT, 0));
            CombinedStrategy doubt =
                    of(combination, 0.9, puppet("a").says(1, LONG, 1).says(2, SHORT, 0.1));

            assertThat(next(flat)).isEqualTo(LONG);
            assertThat(next(flat)).isEqualTo(FLAT);
            assertThat(next(doubt)).isEqualTo(LONG);
            assertThat(next(doubt)).isEqualTo(FLAT);
        }
    }

    @Test
    void weights_are_those_of_the_strategies_that_wish() {
        CombinedStrategy strategy = CombinedStrategy.by(Combination.WEIGHT)
                .add(puppet("a").says(1, LONG, 1), 1)
                .add(puppet("b").says(2, SHORT, 1).says(3, SHORT, 0.5), 3)
                .add(puppet("silent"), 100)
                .build();

        assertThat(bar(strategy, "AAPL").orElseThrow().confidence()).isEqualTo(1);
        Signal second = bar(strategy, "AAPL").orElseThrow();
        assertThat(second.direction()).isEqualTo(SHORT);
        assertThat(second.confidence()).isEqualTo(0.5);
        assertThat(next(strategy)).isNull();
    }

    @Test
    void who_was_added_first_decides_while_it_is_sure() {
        CombinedStrategy strategy = of(
                Combination.PRIORITY,
                0.5,
                puppet("first").says(2, SHORT, 0.8).says(3, SHORT, 0.2).says(4, FLAT, 0),
                puppet("second").says(1, LONG, 0.6));

        assertThat(next(strategy)).isEqualTo(LONG);
        assertThat(next(strategy)).isEqualTo(SHORT);
        assertThat(next(strategy)).isEqualTo(LONG);
        assertThat(next(strategy)).isEqualTo(FLAT);
    }

    @Test
    void one_strategy_that_throws_does_not_take_the_others_down() {
        Strategy bad = puppet("bad").throwsOn(1, 2);
        Strategy good = puppet("good").says(1, LONG, 1).says(2, SHORT, 1);
        CombinedStrategy strategy = of(Combination.VOTE, 0, bad, good);

        assertThat(next(strategy)).isEqualTo(LONG);
        assertThat(next(strategy)).isEqualTo(SHORT);

        assertThat(errors).extracting(StrategyError::strategy).containsExactly("bad", "bad");
        assertThat(errors).extracting(StrategyError::recentErrors).containsExactly(1, 2);
        assertThat(errors.get(0).cause()).hasMessage("bar 1");
        assertThat(errors.get(0).symbol()).isEqualTo("AAPL");
        assertThat(errors).extracting(StrategyError::switchedOff).containsExactly(false, false);
    }

    @Test
    void a_used_up_budget_switches_off_and_ends_the_wishes() {
        Puppet bad = puppet("bad").says(1, LONG, 1).throwsOn(2, 3, 4).says(5, SHORT, 1);
        CombinedStrategy strategy = CombinedStrategy.by(Combination.PRIORITY)
                .add(bad)
                .errorBudget(3, 10)
                .onError(errors::add)
                .build();

        assertThat(next(strategy)).isEqualTo(LONG);
        assertThat(next(strategy)).isNull();
        assertThat(next(strategy)).isNull();
        assertThat(bar(strategy, "AAPL").orElseThrow())
                .isEqualTo(new Signal("combined-priority", "AAPL", FLAT, "no strategy is left that wishes anything"));
        assertThat(next(strategy)).isNull();

        assertThat(errors).extracting(StrategyError::switchedOff).containsExactly(false, false, true);
        assertThat(bad.bars).isEqualTo(4);
        assertThat(strategy.statistics()).containsExactly(new StrategyStatistics("bad", 4, 1, 1, 0, 3, true));
    }

    @Test
    void errors_far_apart_are_forgiven() {
        Puppet bad = puppet("bad").throwsOn(1, 4, 7, 10);
        CombinedStrategy strategy = CombinedStrategy.by(Combination.VOTE)
                .add(bad)
                .errorBudget(2, 3)
                .onError(errors::add)
                .build();

        for (int i = 0; i < 11; i++) {
            next(strategy);
        }

        assertThat(bad.bars).isEqualTo(11);
        assertThat(errors).extracting(StrategyError::recentErrors).containsExactly(1, 1, 1, 1);
    }

    @Test
    @SuppressWarnings("NullAway")
    void null_and_a_symbol_without_a_bar_are_errors_too() {
        CombinedStrategy strategy =
                of(Combination.VOTE, 0, puppet("a").does(1, () -> null).says(2, "MSFT", LONG, 1));

        next(strategy);
        next(strategy);

        assertThat(errors.get(0).cause()).isInstanceOf(NullPointerException.class);
        assertThat(errors.get(1).cause())
                .hasMessage("symbol of a signal must be one of which a bar has come, but was MSFT");
    }

    @Test
    void a_stack_that_overflows_is_the_strategys_fault_and_memory_that_is_out_is_not() {
        CombinedStrategy deep = of(Combination.VOTE, 0, puppet("a").does(1, () -> {
            throw new StackOverflowError();
        }));
        CombinedStrategy starved = of(Combination.VOTE, 0, puppet("a").does(1, () -> {
            throw new OutOfMemoryError("as told");
        }));

        assertThat(next(deep)).isNull();
        assertThat(errors).hasSize(1);
        assertThatThrownBy(() -> next(starved)).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void a_listener_that_throws_costs_no_signal_of_the_next_bar() {
        CombinedStrategy strategy = CombinedStrategy.by(Combination.VOTE)
                .add(puppet("a").throwsOn(1).says(2, LONG, 1))
                .onError(error -> {
                    throw new IllegalStateException("the listener");
                })
                .build();

        assertThatIllegalStateException().isThrownBy(() -> next(strategy)).withMessage("the listener");
        assertThat(next(strategy)).isEqualTo(LONG);
    }

    @Test
    void without_a_listener_errors_are_logged_and_nothing_else() {
        CombinedStrategy strategy = CombinedStrategy.by(Combination.VOTE)
                .add(puppet("a").throwsOn(1).says(2, LONG, 1))
                .errorBudget(1, 1)
                .build();

        assertThat(next(strategy)).isNull();
        assertThat(strategy.statistics().get(0).switchedOff()).isTrue();
        assertThat(next(strategy)).isNull();
    }

    @Test
    void what_changes_in_other_symbols_is_told_with_the_next_bars() {
        CombinedStrategy strategy = of(
                Combination.PRIORITY,
                0,
                puppet("a").says(3, "AAPL", LONG, 1),
                puppet("b").says(3, "MSFT", SHORT, 1),
                puppet("c").says(3, "TSLA", LONG, 1));
        bar(strategy, "AAPL");
        bar(strategy, "MSFT");

        // TSLA is known with its own bar; it goes first.
        assertThat(bar(strategy, "TSLA").orElseThrow().symbol()).isEqualTo("TSLA");
        assertThat(bar(strategy, "TSLA").orElseThrow().symbol()).isEqualTo("AAPL");
        assertThat(bar(strategy, "TSLA").orElseThrow().symbol()).isEqualTo("MSFT");
        assertThat(bar(strategy, "TSLA")).isEmpty();
    }

    @Test
    void statistics_count_who_agreed_and_who_was_overruled() {
        CombinedStrategy strategy = of(
                Combination.VOTE,
                0,
                puppet("a").says(1, LONG, 1).says(2, LONG, 1),
                puppet("b").says(1, SHORT, 1).says(2, LONG, 1).throwsOn(3),
                puppet("c").says(1, LONG, 1));
        next(strategy);
        next(strategy);
        next(strategy);

        assertThat(strategy.statistics())
                .containsExactly(
                        new StrategyStatistics("a", 3, 2, 2, 0, 0, false),
                        new StrategyStatistics("b", 3, 2, 1, 1, 1, false),
                        new StrategyStatistics("c", 3, 1, 1, 0, 0, false));
    }

    @Test
    void wrong_parts_are_refused() {
        CombinedStrategyBuilder builder = CombinedStrategy.by(Combination.VOTE);

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessage("strategies must not be empty, but were []");
        refused(() -> builder.add(puppet(" ")), "name must not be blank, but was ' '");
        builder.add(puppet("a"));
        refused(() -> builder.add(puppet("a")), "name must be one that no other strategy has, but was 'a'");
        refused(() -> builder.add(puppet("b"), 0), "weight must be finite and positive, but was 0.0");
        refused(() -> builder.add(puppet("b"), Double.NaN), "weight must be finite and positive, but was NaN");
        refused(() -> builder.minConfidence(1.5), "minConfidence must lie from 0 to 1, but was 1.5");
        refused(() -> builder.minConfidence(Double.NaN), "minConfidence must lie from 0 to 1, but was NaN");
        refused(() -> builder.errorBudget(0, 5), "errors must be at least 1, but was 0");
        refused(() -> builder.errorBudget(5, 4), "bars must be at least the errors 5, but was 4");
    }

    private static void refused(Runnable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessage(message);
    }
}
