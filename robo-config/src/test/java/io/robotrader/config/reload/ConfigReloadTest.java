package io.robotrader.config.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.config.ConfigLoader;
import io.robotrader.config.LoadedConfig;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReloadTest {

    private static final String START = "risk:\n  maxLeverage: 1.5\n  restrictedSymbols: [GME]\n";

    private final LoadedConfig start = loader(START).load();

    @Test
    void valid_settings_are_applied_with_what_they_change() {
        ConfigReload reload = ConfigReload.of(start, ReloadPolicy.ANY_VALID);

        Reloaded outcome = reload.apply(loader(START + "  maxOpenPositions: 30\nmonitoring.logLevel: error\n"));

        assertThat(outcome.isApplied()).isTrue();
        assertThat(outcome).isInstanceOfSatisfying(Reloaded.Applied.class, applied -> {
            assertThat(applied.diff().isEmpty()).isFalse();
            assertThat(applied.diff().changes())
                    .extracting(Object::toString)
                    .containsExactly("risk.maxOpenPositions: 20 -> 30", "monitoring.logLevel: info -> error");
            assertThat(reload.current()).isSameAs(applied.config());
        });
    }

    @Test
    void the_same_settings_again_change_nothing() {
        ConfigReload reload = ConfigReload.of(start, ReloadPolicy.TIGHTEN_ONLY);

        assertThat(reload.apply(loader(START)))
                .isInstanceOfSatisfying(
                        Reloaded.Applied.class,
                        applied -> assertThat(applied.diff().isEmpty()).isTrue());
    }

    @Test
    void wrong_settings_are_refused_with_every_reason_and_what_was_in_force_stays() {
        ConfigReload reload = ConfigReload.of(start, ReloadPolicy.ANY_VALID);

        assertThat(reasons(reload, "risk:\n  maxLeverage: 9\n  maxLevrage: 1\n"))
                .containsExactly(
                        "risk.maxLeverage must be a number at least 1 and at most 4, or the word off, but was 9"
                                + " (new.yaml:2)",
                        "risk.maxLevrage must be a known setting; did you mean risk.maxLeverage? (new.yaml:3)");
        assertThat(reload.current()).isSameAs(start);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "symbols: [A]",
                "defaultCash: 5",
                "data.atrPeriod: 20",
                "risk.halt.flatten: true",
                "execution.mode: backtest",
                "ibkr.account: DU1234567"
            })
    void what_a_running_program_cannot_take_is_refused(String line) {
        ConfigReload reload = ConfigReload.of(start, ReloadPolicy.ANY_VALID);

        assertThat(reasons(reload, START + line + "\n"))
                .singleElement()
                .asString()
                .startsWith(line.substring(0, line.indexOf(':')))
                .endsWith(" takes a restart");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "risk: {maxLeverage: 1.2, restrictedSymbols: [GME]}",
                "risk: {maxLeverage: 1.5, restrictedSymbols: [GME, AMC]}",
                "risk: {maxLeverage: 1.5, restrictedSymbols: [GME], maxLossStreak: 3}",
                "risk: {maxLeverage: 1.5, restrictedSymbols: [GME], minVolume: 2000000}",
                "risk: {maxLeverage: 1.5, restrictedSymbols: [GME], maxPositionPct: 0.01}"
            })
    void tighten_only_takes_what_allows_less(String text) {
        assertThat(ConfigReload.of(start, ReloadPolicy.TIGHTEN_ONLY)
                        .apply(loader(text))
                        .isApplied())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "risk: {maxLeverage: 1.6, restrictedSymbols: [GME]}",
                "risk: {maxLeverage: off, restrictedSymbols: [GME]}",
                "risk: {maxLeverage: 1.5, restrictedSymbols: [AMC]}",
                "risk: {maxLeverage: 1.5, restrictedSymbols: [GME], minVolume: 500000}",
                "risk: {maxLeverage: 1.5, restrictedSymbols: [GME], maxPositionPct: 0.03}",
                "risk: {maxLeverage: 1.5, restrictedSymbols: [GME], stopLossPct: 0.03}",
                "risk: {maxLeverage: 1.5, restrictedSymbols: [GME], positionSizingMethod: atr}",
                "risk: {maxLeverage: 1.2, restrictedSymbols: [GME], maxDailyNotional: 200000}"
            })
    void tighten_only_refuses_what_might_allow_more(String text) {
        ConfigReload reload = ConfigReload.of(start, ReloadPolicy.TIGHTEN_ONLY);

        assertThat(reasons(reload, text)).isNotEmpty();
        assertThat(reload.current()).isSameAs(start);
    }

    @Test
    void what_the_program_uses_is_what_is_in_force_whoever_applies_at_once() throws Exception {
        ConfigReload reload = ConfigReload.of(start, ReloadPolicy.ANY_VALID);
        AtomicReference<LoadedConfig> used = new AtomicReference<>(start);
        AtomicInteger inUse = new AtomicInteger();
        List<Callable<Reloaded>> tasks = IntStream.rangeClosed(1, 40)
                .<Callable<Reloaded>>mapToObj(count ->
                        () -> reload.apply(loader("risk: {maxOpenPositions: " + count + "}"), taken -> {
                            assertThat(inUse.incrementAndGet()).isOne();
                            used.set(taken);
                            inUse.decrementAndGet();
                        }))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            for (Future<Reloaded> outcome : pool.invokeAll(tasks)) {
                assertThat(outcome.get().isApplied()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(used.get()).isSameAs(reload.current());
    }

    @Test
    void settings_that_the_program_cannot_use_are_not_in_force() {
        ConfigReload reload = ConfigReload.of(start, ReloadPolicy.ANY_VALID);

        assertThatThrownBy(() -> reload.apply(loader(START + "  maxOpenPositions: 3\n"), taken -> {
                    throw new IllegalStateException("gate is closed");
                }))
                .hasMessage("gate is closed");

        assertThat(reload.current()).isSameAs(start);
    }

    @Test
    void refused_settings_are_not_used() {
        ConfigReload reload = ConfigReload.of(start, ReloadPolicy.TIGHTEN_ONLY);

        Reloaded outcome = reload.apply(loader("risk: {maxLeverage: off}"), taken -> {
            throw new AssertionError("used");
        });

        assertThat(outcome.isApplied()).isFalse();
    }

    private static List<String> reasons(ConfigReload reload, String text) {
        return reload.apply(loader(text)) instanceof Reloaded.Refused refused && !refused.isApplied()
                ? refused.reasons()
                : List.of();
    }

    private static ConfigLoader loader(String text) {
        return ConfigLoader.create().text("new.yaml", text);
    }
}
