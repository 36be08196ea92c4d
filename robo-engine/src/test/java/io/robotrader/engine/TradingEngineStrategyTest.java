package io.robotrader.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.config.ConfigLoader;
import io.robotrader.config.RoboConfig;
import io.robotrader.engine.event.EngineEvent.SignalRaised;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.strategy.Breakout;
import io.robotrader.engine.strategy.Combination;
import io.robotrader.engine.strategy.CombinedStrategy;
import io.robotrader.engine.strategy.MeanReversion;
import io.robotrader.engine.strategy.Momentum;
import io.robotrader.engine.strategy.Signal;
import io.robotrader.engine.strategy.SmaCrossover;
import io.robotrader.engine.strategy.Strategy;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which strategy an engine follows that is given none: the one that its settings say. */
@Timeout(60)
class TradingEngineStrategyTest {

    private static final List<Bar> BARS = walk();

    /** A walk on which every built-in strategy changes its mind. */
    private static List<Bar> walk() {
        SplittableRandom random = new SplittableRandom(7);
        double[] closes = new double[250];
        double price = 100;
        for (int i = 0; i < closes.length; i++) {
            price *= 1 + 0.03 * (random.nextDouble() - 0.5);
            closes[i] = price;
        }
        return Sample.bars("AAPL", closes);
    }

    private static List<Signal> alone(Strategy strategy) {
        return BARS.stream().map(strategy::onBar).flatMap(Optional::stream).toList();
    }

    private static RoboConfig config(List<String> settings) {
        ConfigLoader loader = Sample.unlimited(true);
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            loader.set("strategy." + setting.substring(0, equals), setting.substring(equals + 1));
        }
        return loader.load().config();
    }

    private static List<Signal> signals(String... settings) throws InterruptedException {
        Rig rig = new Rig();
        rig.run(rig.builder(config(List.of(settings))), BARS);
        return rig.heard(SignalRaised.class).map(SignalRaised::signal).toList();
    }

    static Stream<Arguments> single() {
        return Stream.of(
                Arguments.of("smaCrossover", new SmaCrossover(10, 20)),
                Arguments.of("meanReversion", new MeanReversion(20, 2, 0.5)),
                Arguments.of("breakout", new Breakout(20, 10)));
    }

    @Test
    void without_settings_it_is_the_plain_momentum() throws Exception {
        assertThat(signals()).hasSizeGreaterThan(4).isEqualTo(alone(new Momentum(5)));
    }

    @ParameterizedTest
    @MethodSource("single")
    void one_that_is_on_alone_stays_itself(String name, Strategy strategy) throws Exception {
        assertThat(signals("momentum=off", name + "=3", "combination=weight"))
                .hasSizeGreaterThan(2)
                .isEqualTo(alone(strategy));
    }

    @Test
    void a_minimum_confidence_is_asked_of_one_alone_too() throws Exception {
        List<Signal> sure = signals("minConfidence=0.15");

        assertThat(sure)
                .hasSizeGreaterThan(2)
                .isEqualTo(alone(CombinedStrategy.by(Combination.VOTE)
                        .add(new Momentum(5))
                        .minConfidence(0.15)
                        .build()));
        assertThat(sure).extracting(Signal::direction).isNotEqualTo(directions(alone(new Momentum(5))));
    }

    @ParameterizedTest
    @CsvSource({"vote, VOTE", "weight, WEIGHT", "priority, PRIORITY"})
    void several_become_one_as_the_settings_say(String method, Combination combination) throws Exception {
        List<Signal> signals = signals(
                "smaCrossover=2", "meanReversion=4", "breakout=3", "combination=" + method, "minConfidence=0.1");

        assertThat(signals)
                .hasSizeGreaterThan(4)
                .isEqualTo(alone(CombinedStrategy.by(combination)
                        .add(new MeanReversion(20, 2, 0.5), 4)
                        .add(new Breakout(20, 10), 3)
                        .add(new SmaCrossover(10, 20), 2)
                        .add(new Momentum(5), 1)
                        .minConfidence(0.1)
                        .build()));
    }

    @Test
    void the_weights_count_and_are_the_ranks_by_priority() throws Exception {
        assertThat(directions(signals("smaCrossover=2", "combination=priority")))
                .isNotEqualTo(directions(signals("smaCrossover=0.5", "combination=priority")));
        assertThat(directions(signals("smaCrossover=20", "combination=weight")))
                .isNotEqualTo(directions(signals("smaCrossover=0.5", "combination=weight")));
    }

    @Test
    void equal_weights_rank_in_the_order_of_the_settings() throws Exception {
        assertThat(directions(signals("breakout=1", "combination=priority"))).isEqualTo(directions(signals()));
    }

    @Test
    void when_all_are_off_the_program_brings_its_own() {
        Rig rig = new Rig();
        RoboConfig off = config(List.of("momentum=off"));

        assertThatThrownBy(() -> rig.builder(off).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("strategy must be given before the engine is built, as all built-in ones are off");
        assertThatCode(() -> rig.builder(off).strategy(new Script()).build()).doesNotThrowAnyException();
    }

    private static List<Signal.Direction> directions(List<Signal> signals) {
        return signals.stream().map(Signal::direction).toList();
    }
}
