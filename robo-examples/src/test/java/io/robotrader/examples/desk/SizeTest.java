package io.robotrader.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.examples.console.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeTest {

    private static final String START = """
            account: {equity: 100000, buyingPower: 50000}
            entry: {symbol: ACME, entryPrice: 100, stop: 95, atr: 2, volatility: 0.02, lotSize: 10}
            """;

    private final Terminal terminal = new Terminal();

    @TempDir
    private Path folder;

    @Test
    void the_document_of_the_docs_is_sized() {
        int exit = terminal.run(new Size(), Path.of("../docs/scenarios/size-fixed-risk.yaml"));

        // 1 % of 100,000 over 9.50 a share is 105, and that is ten lots of ten.
        assertThat(exit).isZero();
        assertThat(terminal.out()).contains("100 shares, bound by RISK_BUDGET");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 100,000 x 0.2 / 100
                "fixedFraction: {fraction: 0.2} | 200 | EQUITY_FRACTION",
                // 50,000 / 100
                "fixedFraction: {fraction: 0.9} | 500 | BUYING_POWER",
                // 100,000 x 0.01 / (100 - 95)
                "fixedRisk: {riskFraction: 0.01} | 200 | RISK_BUDGET",
                // 100,000 x 0.01 / (2 x 2)
                "atr: {riskFraction: 0.01, factor: 2} | 250 | RISK_BUDGET",
                // 100,000 x 0.04 / 100, as the cap is below a quarter of the stake of 0.2
                "kelly: {winRate: 0.6, averageWin: 1, averageLoss: 1, trades: 1000000000, cap: 0.04} | 40 | EQUITY_FRACTION",
                // 100,000 x 0.08 / root of 100 / 0.02 / 100
                "volatilityTarget: {targetAnnualVolatility: 0.08, periodsPerYear: 100} | 400 | VOLATILITY_TARGET",
            })
    void every_method_of_the_library_can_be_asked(String method, long quantity, String bound) throws IOException {
        int exit = size(START + "method: {" + method + "}", "--json");

        var answer = Json.parse(terminal.out());
        assertThat(exit).isZero();
        assertThat(answer.get("quantity").asLong()).isEqualTo(quantity);
        assertThat(answer.get("boundBy").asString()).isEqualTo(bound);
        assertThat(answer.get("steps").get(0).get("quantity").asLong()).isGreaterThanOrEqualTo(quantity);
    }

    @Test
    void nothing_to_open_is_told_by_the_exit_code() throws IOException {
        int exit = size("""
                account: {equity: 100000, buyingPower: 50000}
                entry: {symbol: ACME, side: SELL, entryPrice: 100, stop: 95}
                method: {fixedRisk: {riskFraction: 0.01}}
                """);

        assertThat(exit).isEqualTo(1);
        assertThat(terminal.out()).contains("0 shares, bound by STOP_ON_WRONG_SIDE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "method: {} | method must be one of fixedFraction, fixedRisk, atr, kelly and volatilityTarget, but 0 are given",
                "method: {fixedFraction: {fraction: 2}} | method.fixedFraction.fraction must be a fraction in (0, 1], but was 2.0",
                "method: {atr: {riskFraction: 0.1}} | method.atr.factor must be given, but is missing",
                "method: {martingale: {}} | method.martingale is an unknown key",
            })
    void a_method_that_cannot_be_used_is_bad_input(String method, String message) throws IOException {
        int exit = size(START + method);

        assertThat(exit).isEqualTo(2);
        assertThat(terminal.err()).contains(message);
    }

    @Test
    void an_account_without_bounds_is_bad_input() throws IOException {
        int exit = size(START.replace("100000", ".inf") + "method: {fixedFraction: {fraction: 1}}");

        assertThat(exit).isEqualTo(2);
        assertThat(terminal.err()).contains("account.equity must be finite, but was Infinity");
    }

    private int size(String text, String... options) throws IOException {
        return terminal.run(new Size(), Terminal.write(folder, "s.yaml", text), options);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fixedRisk: {riskFraction: 0.01} | entry.stop must be given for fixedRisk, but is missing",
                "atr: {riskFraction: 0.01, factor: 2} | entry.atr must be given for atr, but is missing",
                "volatilityTarget: {targetAnnualVolatility: 0.1, periodsPerYear: 252} | entry.volatility must be given for volatilityTarget, but is missing",
            })
    void an_entry_without_what_the_method_needs_is_bad_input(String method, String message) throws IOException {
        int exit = size("""
                account: {equity: 100000, buyingPower: 50000}
                entry: {symbol: ACME, entryPrice: 100}
                method: {%s}
                """.formatted(method));

        assertThat(exit).isEqualTo(2);
        assertThat(terminal.err()).contains("s.yaml: " + message);
    }

    @Test
    void a_size_that_only_the_largest_order_bounds_says_so() throws IOException {
        int exit = size("""
                account: {equity: 1e300, buyingPower: 1e300}
                entry: {symbol: ACME, entryPrice: 100, stop: 95}
                method: {fixedRisk: {riskFraction: 0.01}}
                """);

        assertThat(exit).isZero();
        assertThat(terminal.out()).contains("1000000000000 shares, bound by ORDER_QUANTITY");
    }

    @Test
    void an_empty_question_is_told_what_it_needs() throws IOException {
        assertThat(size("")).isEqualTo(2);
        assertThat(terminal.err()).contains("s.yaml: is empty; it needs account, entry and method");
    }
}
