package io.robotrader.config;

import io.robotrader.config.constraint.Default;
import io.robotrader.config.constraint.Symbols;
import io.robotrader.config.section.DataConfig;
import io.robotrader.config.section.ExecutionConfig;
import io.robotrader.config.section.RiskConfig;
import io.robotrader.config.section.StrategyConfig;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * All settings. What {@link ConfigLoader} returns is valid; what is built in code is checked by {@link #validated()},
 * and by nothing else. Immutable and thread-safe.
 *
 * @param symbols what is traded, in the order given; trimmed and in upper case, none twice
 * @param defaultCash what a paper account starts with, in the account's currency
 * @param execution how orders are executed
 * @param risk what may be risked
 * @param data how much history the numbers rest on
 * @param strategy how signals are made
 */
public record RoboConfig(
        @Default("AAPL,MSFT,SPY") @Symbols(min = 1, max = 100)
        List<String> symbols,

        @Default("100000") @DecimalMin(value = "0", inclusive = false) @DecimalMax("1000000000000000")
        BigDecimal defaultCash,

        @Valid ExecutionConfig execution,
        @Valid RiskConfig risk,
        @Valid DataConfig data,
        @Valid StrategyConfig strategy) {

    /** Brings the symbols into their one form; checks nothing. */
    public RoboConfig {
        symbols = symbols.stream()
                .map(symbol -> symbol.strip().toUpperCase(Locale.ROOT))
                .toList();
    }

    /**
     * The settings of somebody who gives none.
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
        return new RoboConfig(newSymbols, defaultCash, execution, risk, data, strategy);
    }

    /**
     * These settings, if they keep their bounds.
     *
     * @return this
     * @throws ConfigException if a setting is null or out of its bounds, naming all of them
     */
    public RoboConfig validated() {
        List<ConfigProblem> problems = ConfigValidator.problems(this, Set.of());
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return this;
    }
}
