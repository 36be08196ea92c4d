package io.robotrader.config;

import io.robotrader.config.constraint.Default;
import io.robotrader.config.constraint.Description;
import io.robotrader.config.constraint.FixedAtStart;
import io.robotrader.config.constraint.Symbols;
import io.robotrader.config.constraint.SymbolsValidator;
import io.robotrader.config.section.Cap;
import io.robotrader.config.section.DataConfig;
import io.robotrader.config.section.Environment;
import io.robotrader.config.section.ExecutionConfig;
import io.robotrader.config.section.IbkrConfig;
import io.robotrader.config.section.MonitoringConfig;
import io.robotrader.config.section.RiskConfig;
import io.robotrader.config.section.StrategyConfig;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * All settings. What {@link ConfigLoader} returns is valid; what is built in code is checked by {@link #validated()},
 * and by nothing else. Immutable and thread-safe.
 *
 * <p>The bounds are annotations of Jakarta Validation, so that a program with a validator of its own can use that: it
 * finds what {@link #validated()} finds.
 *
 * @param environment where the program runs; its preset is part of the other values already
 * @param symbols what is traded, in the order given; trimmed and in upper case, none twice
 * @param defaultCash the cash that the books begin with, in the account's currency, unless their journal begins with an
 *     account's own
 * @param execution how orders are executed
 * @param risk what may be risked
 * @param data how much history the numbers rest on
 * @param ibkr how Interactive Brokers is reached
 * @param strategy how signals are made
 * @param monitoring what a person gets to see
 */
@Consistent
public record RoboConfig(
        @Default("dev") @FixedAtStart @Description("where the program runs; naming one brings its preset, below")
        Environment environment,

        @Default("AAPL,MSFT,SPY")
        @Symbols(min = 1, max = 1000)
        @FixedAtStart
        @Description("what is traded; session trades all that it has data for unless this is given")
        List<String> symbols,

        @Default("100000")
        @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1000000000000000")
        @Digits(integer = 16, fraction = 30)
        @FixedAtStart
        @Description(
                "the cash that the books begin with, in the account's currency; paper and live begin with the account's"
                        + " own instead")
        BigDecimal defaultCash,

        @Valid ExecutionConfig execution,
        @Valid RiskConfig risk,
        @FixedAtStart @Valid DataConfig data,
        @FixedAtStart @Valid IbkrConfig ibkr,
        @FixedAtStart @Valid StrategyConfig strategy,
        @Valid MonitoringConfig monitoring) {

    /** Brings the symbols and the money into their one form; checks nothing. */
    public RoboConfig {
        symbols = SymbolsValidator.inOneForm(symbols);
        defaultCash = Cap.of(defaultCash).limit().orElseThrow();
    }

    /**
     * The settings of somebody who gives none, without any preset.
     *
     * @return a valid configuration: the paper mode
     */
    public static RoboConfig defaults() {
        return Schema.ROBO.bind(RoboConfig.class, Setting::defaultValue);
    }

    /**
     * The same settings for other symbols.
     *
     * @param newSymbols what is traded; brought into the one form, not checked
     * @return the settings
     */
    public RoboConfig withSymbols(List<String> newSymbols) {
        return new RoboConfig(environment, newSymbols, defaultCash, execution, risk, data, ibkr, strategy, monitoring);
    }

    /**
     * The same settings, with one value from another configuration.
     *
     * @param path the path of a setting, such as {@code risk.maxPositionPct}
     * @param other where its value is taken from
     * @return the settings, not checked
     * @throws IllegalArgumentException if there is no such setting
     */
    public RoboConfig with(String path, RoboConfig other) {
        Setting chosen = Schema.ROBO.known(path);
        return Schema.ROBO.bind(
                RoboConfig.class,
                setting ->
                        Objects.requireNonNull(setting.valueIn(setting.equals(chosen) ? other : this), setting.path()));
    }

    /**
     * One value as it would be written in an environment variable.
     *
     * @param path the path of a setting, such as {@code risk.maxPositionPct}
     * @return its text; {@code ***} for a secret, {@code off} for a limit that is switched off, {@code none} for a value
     *     that is not given
     * @throws IllegalArgumentException if there is no such setting
     */
    public String text(String path) {
        return Written.text(Schema.ROBO.known(path).valueIn(this));
    }

    /**
     * These settings, if they keep their bounds and fit together.
     *
     * @return this
     * @throws ConfigException if a setting is null, out of its bounds or at odds with another, naming all of them
     */
    public RoboConfig validated() {
        List<ConfigProblem> problems = ConfigChecks.problems(this, Set.of());
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return this;
    }
}
