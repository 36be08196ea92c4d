package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigBoundsTest {
    static List<Bounds> bounded() {
        return Bounds.all();
    }

    static List<Bounds> caps() {
        return Bounds.all().stream().filter(Bounds::cap).toList();
    }

    @ParameterizedTest
    @MethodSource("bounded")
    void every_number_is_bounded_on_both_sides(Bounds bounds) {
        assertThat(bounds.min()).isNotNull();
        assertThat(bounds.max()).isNotNull();
        assertThat(bounds.max().inclusive()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("bounded")
    void at_a_bound_passes(Bounds bounds) {
        assertThat(problems(bounds, bounds.lowest())).isEmpty();
        assertThat(problems(bounds, bounds.highest())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bounded")
    void beyond_a_bound_fails_and_tells_the_bound(Bounds bounds) {
        BigDecimal below = bounds.lowest().subtract(bounds.step());
        BigDecimal above = bounds.highest().add(bounds.step());

        for (BigDecimal value : List.of(below, above)) {
            assertThat(problems(bounds, value)).singleElement().satisfies(problem -> {
                assertThat(problem.path()).isEqualTo(bounds.setting().path());
                assertThat(problem.value()).hasValue(value.toPlainString());
                assertThat(problem.expected())
                        .contains(bounds.min().value(), bounds.max().value());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("caps")
    void only_the_word_off_switches_a_limit_off(Bounds cap) {
        LoadedConfig loaded = Yaml.load(Yaml.of(cap.setting().path(), "off"));

        assertThat(cap.setting().valueIn(loaded.config())).hasToString("off");
        for (String other : List.of("OFF", "Off", "none", "null", "~", "''", "false", "no", "0", "-1", " off.")) {
            if (!(other.equals("0") && cap.lowest().signum() == 0)) {
                assertThat(Yaml.problems(Yaml.of(cap.setting().path(), other)))
                        .as(other)
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                ".nan",
                ".NaN",
                "nan",
                "Infinity",
                ".inf",
                "-.inf",
                "inf",
                "1e-2",
                "1E400",
                "0x1",
                "0o1",
                "1_0",
                "+1",
                "1.",
                ".5",
                "01",
                "1,5",
                "1d",
                "1f",
                "١",
                "1 ",
                " 1",
                "",
                "true",
                "--1",
                "\"\""
            })
    void only_plain_decimals_are_numbers(String text) {
        for (Bounds bounds : Bounds.all()) {
            assertThat(Yaml.problems(Map.of(bounds.setting().variable(), text)))
                    .as(bounds.setting().path())
                    .extracting(ConfigProblem::path)
                    .containsExactly(bounds.setting().path());
        }
    }

    private static List<ConfigProblem> problems(Bounds bounds, BigDecimal value) {
        String path = bounds.setting().path();
        // The cross-field rule has tests of its own; here it may not stand in the way of a bound.
        String rest = path.equals("data.correlationMinObservations")
                ? "data.correlationLookback: 500\n"
                : path.equals("data.correlationLookback") ? "data.correlationMinObservations: 2\n" : "";
        try {
            Yaml.load(Yaml.of(path, value.toPlainString()) + rest);
            return List.of();
        } catch (ConfigException e) {
            return e.problems();
        }
    }
}
