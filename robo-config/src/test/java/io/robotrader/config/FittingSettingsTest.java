package io.robotrader.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How settings must fit together, and what an environment brings along. */
class FittingSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "paper, 7497, true, true",
        "paper, 7497, false, true",
        "paper, 4002, false, true",
        "paper, 4003, true, true",
        "paper, 4003, false, false",
        "paper, 7496, true, false",
        "paper, 4001, false, false",
        "backtest, 7497, true, true",
        "backtest, 7496, true, false",
        "backtest, 4001, true, false"
    })
    void cf_7_a_port_fits_the_mode(String mode, String port, String readonly, boolean fits) {
        List<String> problems =
                Samples.problems(Map.of("execution.mode", mode, "ibkr.port", port, "ibkr.readonly", readonly));

        assertThat(problems.isEmpty()).isEqualTo(fits);
        assertThat(problems).allSatisfy(problem -> assertThat(problem).startsWith("ibkr.port must be"));
    }

    @Test
    void cf_7_live_trading_needs_a_live_port_the_readonly_switch_off_and_the_account_twice() {
        assertThat(Samples.problems(Samples.live())).isEmpty();
        assertThat(Samples.problems(Map.of("execution.mode", "live")))
                .containsExactlyInAnyOrder(
                        "ibkr.port must be a live port (7496, 4001) as execution.mode is live, but was 7497 (default)",
                        "ibkr.readonly must be false as execution.mode is live, but was true (default)",
                        "ibkr.account must be given as execution.mode is live, but was none (default)",
                        "execution.liveConfirmation must be the account of ibkr.account once more as execution.mode is"
                                + " live, but was none (default)");
    }

    @ParameterizedTest
    @CsvSource({
        "ibkr.port, 7497, ibkr.port",
        "ibkr.port, 4003, ibkr.port",
        "ibkr.readonly, true, ibkr.readonly",
        "ibkr.account, none, ibkr.account",
        "ibkr.account, DU1234567, ibkr.account",
        "execution.liveConfirmation, none, execution.liveConfirmation",
        "execution.liveConfirmation, U7654321, execution.liveConfirmation",
        "execution.mode, paper, ibkr.account",
        "execution.mode, backtest, ibkr.port"
    })
    void cf_7_what_is_nearly_live_is_refused(String path, String value, String blamed) {
        Map<String, String> settings = new HashMap<>(Samples.live());
        settings.put(path, value);

        assertThat(Samples.problems(settings))
                .anySatisfy(problem -> assertThat(problem).startsWith(blamed + " must be"));
    }

    @Test
    void cf_7_an_account_is_that_of_the_mode() {
        assertThat(Samples.problems(Map.of("ibkr.account", "DU1234567"))).isEmpty();
        assertThat(Samples.problems(Map.of("ibkr.account", "DF1234567"))).isEmpty();
        assertThat(Samples.problems(Map.of("ibkr.account", "U1234567")))
                .containsExactly(
                        "ibkr.account must be an account on paper, which begins with D, unless execution.mode is"
                                + " live, but was *** (code)");
    }

    @Test
    void cf_5_production_is_never_live_by_itself_and_nobody_can_assign_past_the_bounds() {
        RoboConfig config = Samples.load(Map.of("environment", "production")).config();

        assertThat(config.text("execution.mode")).isEqualTo("paper");
        assertThat(config.ibkr().readonly()).isTrue();
        assertThat(config.text("risk.maxPositionPct")).isEqualTo("0.01");
        assertThat(config.text("risk.maxDailyLossPct")).isEqualTo("0.003");
        assertThat(Samples.problems(Map.of("environment", "production", "risk.maxPositionPct", "99")))
                .hasSize(1);
    }

    @Test
    void cf_6_a_preset_is_stronger_than_a_default_and_weaker_than_what_the_user_says() {
        LoadedConfig loaded = ConfigLoader.create()
                .text("robo.yaml", "environment: production\nrisk:\n  maxPositionPct: 0.03\n")
                .load();

        assertThat(loaded.config().risk().maxPositionPct()).isEqualTo(0.03);
        assertThat(loaded.origin("risk.maxPositionPct")).hasToString("robo.yaml:3");
        assertThat(loaded.origin("risk.maxDailyLossPct")).hasToString("preset production");
        assertThat(loaded.origin("risk.maxLeverage")).hasToString("default");
    }

    @Test
    void a_preset_comes_with_the_environment_wherever_that_is_named_and_not_without() {
        Map<String, String> environment = Map.of("ROBO_ENVIRONMENT", "dev");

        assertThat(Yaml.load("environment: production\n", environment)
                        .config()
                        .risk()
                        .maxPositionPct())
                .isEqualTo(0.05);
        assertThat(Yaml.load("").config().risk().maxPositionPct()).isEqualTo(0.02);
        assertThat(Yaml.problems("environment: prod\n"))
                .singleElement()
                .asString()
                .startsWith("environment must be one of dev, staging, production, but was prod");
    }

    @ParameterizedTest
    @CsvSource({
        "dev, false, debug, 0.05, 0.005",
        "staging, true, debug, 0.02, 0.005",
        "production, true, info, 0.01, 0.003"
    })
    void cf_8_every_preset_is_valid_and_is_what_the_page_says(
            String environment, boolean alerts, String level, double position, String loss) {
        RoboConfig config = Samples.load(Map.of("environment", environment)).config();

        assertThat(config.monitoring().enableAlerts()).isEqualTo(alerts);
        assertThat(config.text("monitoring.logLevel")).isEqualTo(level);
        assertThat(config.risk().maxPositionPct()).isEqualTo(position);
        assertThat(config.text("risk.maxDailyLossPct")).isEqualTo(loss);
        assertThat(config.text("execution.mode")).isEqualTo("paper");
    }

    @Test
    void cf_8_production_asks_for_alerts_and_a_level_fit_for_it() {
        assertThat(Samples.problems(Map.of(
                        "environment",
                        "production",
                        "monitoring.enableAlerts",
                        "false",
                        "monitoring.logLevel",
                        "debug")))
                .containsExactly(
                        "monitoring.enableAlerts must be true in production, but was false (code)",
                        "monitoring.logLevel must be info, warning or error in production, but was debug (code)");
    }
}
