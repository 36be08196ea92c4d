package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotrader.config.section.Cap;
import io.robotrader.config.section.CombinationMethod;
import io.robotrader.config.section.SizingMethod;
import io.robotrader.config.section.StrategyConfig;
import io.robotrader.config.section.TradingMode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoboConfigTest {
    private final RoboConfig defaults = RoboConfig.defaults();

    @Test
    void the_defaults_are_those_of_the_documentation_and_valid() {
        assertThat(defaults.validated()).isSameAs(defaults);
        assertThat(defaults).isEqualTo(ConfigLoader.create().load().config());
        assertThat(defaults.symbols()).containsExactly("AAPL", "MSFT", "SPY");
        assertThat(defaults.defaultCash()).isEqualTo(new BigDecimal("100000"));
        assertThat(defaults.execution()).satisfies(execution -> {
            assertThat(execution.mode()).isEqualTo(TradingMode.PAPER);
            assertThat(execution.enableShortSelling()).isFalse();
        });
        assertThat(defaults.risk().maxPositionPct()).isEqualTo(0.02);
        assertThat(defaults.risk().maxDailyLossPct()).isEqualTo(Cap.of(0.005));
        assertThat(defaults.risk().maxSymbolExposurePct()).isEqualTo(Cap.of(0.2));
        assertThat(defaults.risk().maxOrderNotional()).isEqualTo(Cap.of(new BigDecimal("10000")));
        assertThat(defaults.risk().maxOpenPositions()).isEqualTo(Cap.of(20));
        assertThat(defaults.risk().maxPortfolioHeatPct()).isEqualTo(Cap.of(0.06));
        assertThat(defaults.risk().correlationLimit()).isEqualTo(Cap.of(0.7));
        assertThat(defaults.risk().positionSizingMethod()).isEqualTo(SizingMethod.FIXED);
        assertThat(defaults.risk().atrRiskFactor()).isEqualTo(2.0);
        assertThat(defaults.risk().stopLossPct()).isEqualTo(0.02);
        assertThat(defaults.data().correlationLookback()).isEqualTo(60);
        assertThat(defaults.data().correlationMinObservations()).isEqualTo(30);
        assertThat(defaults.data().atrPeriod()).isEqualTo(14);
        assertThat(defaults.strategy())
                .isEqualTo(new StrategyConfig(
                        20, Cap.of(1.0), Cap.off(), Cap.off(), Cap.off(), CombinationMethod.VOTE, 0));
    }

    @Test
    void each_strategy_has_a_weight_or_is_off() {
        RoboConfig config = Yaml.load("""
                strategy:
                  momentum: off
                  smaCrossover: 0.5
                  meanReversion: 2
                  combination: priority
                  minConfidence: 0.25
                """).config();

        assertThat(config.strategy())
                .isEqualTo(new StrategyConfig(
                        20, Cap.off(), Cap.of(0.5), Cap.of(2.0), Cap.off(), CombinationMethod.PRIORITY, 0.25));
    }

    @Test
    void the_defaults_need_neither_jackson_nor_hibernate_validator() throws Exception {
        List<String> allowed = List.of("/robo-config/target/classes/", "jakarta.validation-api", "jspecify");
        URL[] path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri())
                .filter(uri -> allowed.stream().anyMatch(uri.toString()::contains))
                .map(RoboConfigTest::url)
                .toArray(URL[]::new);

        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Object config = loader.loadClass(RoboConfig.class.getName())
                    .getMethod("defaults")
                    .invoke(null);

            assertThat(config).hasToString(defaults.toString());
            assertThatThrownBy(() -> loader.loadClass("org.hibernate.validator.HibernateValidator"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void symbols_built_in_code_take_the_same_form_and_keep_the_same_rules() {
        assertThat(withSymbols(List.of(" aapl", "ibit ")).symbols()).containsExactly("AAPL", "IBIT");
        assertThatThrownBy(() -> withSymbols(List.of("A", "a", "?")).validated())
                .hasMessage("""
                        2 problems in the configuration:
                          symbols[1] must be given once, but was A (code)
                          symbols[2] must be a symbol such as AAPL or BRK.B, but was ? (code)""");
        assertThatThrownBy(() -> withSymbols(List.of()).validated())
                .hasMessageContaining("symbols must be 1 to 1000 symbols, but was [] (code)");
    }

    @Test
    void a_null_is_a_problem_like_any_other() {
        RoboConfig config = Schema.ROBO.bind(RoboConfig.class, setting -> switch (setting.path()) {
            case "execution.mode", "strategy.momentumLookback", "ibkr.host" ->
                setting.type().inner() == int.class ? 0 : null;
            default -> setting.defaultValue();
        });

        assertThatThrownBy(config::validated)
                .hasMessageContaining("execution.mode must be one of paper, live, backtest, but was null (code)")
                .hasMessageContaining("strategy.momentumLookback must be a whole number")
                .hasMessageContaining("ibkr.host must be the name or address of a machine, but was null (code)")
                .hasMessageStartingWith("3 problems");
    }

    @Test
    void a_section_that_is_null_is_a_problem_of_each_of_its_settings() {
        RoboConfig config = new RoboConfig(
                defaults.environment(),
                defaults.symbols(),
                defaults.defaultCash(),
                defaults.execution(),
                defaults.risk(),
                defaults.data(),
                null,
                defaults.strategy(),
                defaults.monitoring());

        assertThatThrownBy(config::validated)
                .hasMessageStartingWith("5 problems")
                .hasMessageContaining("ibkr.port");
    }

    @Test
    void a_cap_is_on_or_off() {
        assertThat(Cap.of(5).isOff()).isFalse();
        assertThat(Cap.of(5).limit()).hasValue(5);
        assertThat(Cap.of(5)).hasToString("5").isEqualTo(Cap.of(5)).hasSameHashCodeAs(Cap.of(5));
        assertThat(Cap.of(5)).isNotEqualTo(Cap.of(6)).isNotEqualTo(Cap.off()).isNotEqualTo(5);
        assertThat(Cap.off().isOff()).isTrue();
        assertThat(Cap.off().limit()).isEmpty();
        assertThat(Cap.off()).hasToString("off").isEqualTo(Cap.<Double>off());
    }

    @Test
    void names_that_are_far_from_all_others_get_no_suggestion() {
        assertThat(NearestName.to("zebra", Schema.ROBO.paths())).isEmpty();
        assertThat(NearestName.to("", Schema.ROBO.paths())).isEmpty();
        assertThat(NearestName.to("max_position_pct", Schema.ROBO.paths())).hasValue("risk.maxPositionPct");
        assertThat(NearestName.to("risk.max-position-pct", Schema.ROBO.paths())).hasValue("risk.maxPositionPct");
        assertThat(NearestName.to("ROBO_MAX_POSITION_PCT", Schema.ROBO.variables()))
                .hasValue("ROBO_RISK_MAX_POSITION_PCT");
    }

    @Test
    void an_unknown_path_is_refused() {
        assertThatThrownBy(() -> ConfigLoader.create().load().origin("risk"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("path must be that of a setting, but was risk");
        assertThatThrownBy(() -> ConfigLoader.create().set("symbol", "AAPL").load())
                .hasMessage("1 problem in the configuration:\n"
                        + "  symbol must be a known setting; did you mean symbols? (code)");
    }

    @Test
    void the_message_survives_serialization() throws Exception {
        ConfigException thrown =
                new ConfigException(List.of(ConfigProblem.of("symbols", "a\nb", "given", Origin.CODE)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        }
        Object copy;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            copy = in.readObject();
        }

        assertThat(copy).isInstanceOfSatisfying(ConfigException.class, read -> {
            assertThat(read).hasMessage(thrown.getMessage()).hasMessageEndingWith("but was a?b (code)");
            assertThat(read.problems()).isEmpty();
        });
    }

    private RoboConfig withSymbols(List<String> symbols) {
        return defaults.withSymbols(symbols);
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
