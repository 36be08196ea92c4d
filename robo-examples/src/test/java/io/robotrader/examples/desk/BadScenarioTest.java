package io.robotrader.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a scenario is told with the file, the place, the bound and the value. */
class BadScenarioTest {

    private static final String START =
            "account: {cash: 1000}\ntime: 2024-03-01T15:00:00Z\nmarket: [{symbol: A, price: 1}]\n";
    private static final String ORDERS = "\norders: [{id: a, symbol: A, side: BUY, quantity: 1}]";

    private final Terminal terminal = new Terminal();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quantity: 0 | orders[0].quantity must be at least 1, but was 0",
                "quantity: 1.5 | orders[0].quantity must be a whole number, but was 1.5",
                "quantity: many | orders[0].quantity must be a whole number, but was many (line 4)",
                "qty: 1 | orders[0].qty is an unknown key; known are expect, id,",
                "quantity: 1, side: buy | Duplicate Object property",
                "quantity: 1, stopPrice: .nan | orders[0].stopPrice must be positive and finite, but was NaN",
                "quantity: 1, expect: refused | orders[0].expect must be approved or a list of limit kinds, but was refused",
                "quantity: 1, expect: [TOO_BIG] | but was TOO_BIG",
                "limitPrice: 1 | orders[0].quantity must be given, but is missing",
            })
    void an_order(String rest, String message) throws IOException {
        refused(START + "orders: [{id: a, symbol: A, side: BUY, " + rest + "}]", message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limits: {maxDrawdwn: 1} | limits.maxDrawdwn is an unknown key; known are base, maxBeta",
                "limits: {maxDrawdown: 2} | limits.maxDrawdown must be a fraction in (0, 1], but was 2.0",
                "limits: {maxDrawdown: no} | limits.maxDrawdown must be a number or off, but was no",
                "limits: {maxOpenPositions: 1.5} | limits.maxOpenPositions must be a whole number, but was 1.5",
                "limits: {noShortSelling: 1} | limits.noShortSelling must be on or off, but was 1",
                "limits: {restricted: A} | limits.restricted must be a list of symbols, but was A",
                "limits: {base: all} | limits.base must be defaults or none, but was all",
                "limits: {stopFraction: 2} | limits.stopFraction must be a fraction in (0, 1], but was 2.0",
                "limits: {stopAtrFactor: 0} | limits.stopAtrFactor must be positive and finite, but was 0.0",
                "marketVolatility: 0 | marketVolatility must be positive and finite, but was 0.0",
                "instruments: [{symbol: A, lotSize: 0}] | instruments[0].lotSize must be at least 1, but was 0",
                "instruments: [{symbol: A}, {symbol: A}] | instruments[1] must be the only one of its name, but was a second A",
                "correlations: [{pair: [A], value: 0}] | correlations[0].pair must be two symbols, but was [A]",
                "correlations: [{pair: [A, B], value: 2}] | correlations[0].value must be in [-1, 1], but was 2.0",
                "time: 5 | Duplicate Object property",
                "limits: 5 | limits must be an object with keys",
                "marketVolatility: \" | while scanning a quoted scalar",
            })
    void anything_else(String part, String message) throws IOException {
        refused(START + part + ORDERS, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "orders: [] | orders must be at least one, but was []",
                "time: noon | time must be an instant such as 2024-03-01T15:00:00Z, but was noon",
                "limits: {} | time must be given, by the scenario or by its market data, but is missing",
                "time: 2024-03-01T15:00:00Z | account must be given, but is missing",
            })
    void what_is_missing(String part, String message) throws IOException {
        refused(part + (part.startsWith("orders") ? "" : ORDERS), message);
    }

    @Test
    void a_correlation_with_nothing() throws IOException {
        Path file = Terminal.write(folder, "s.json", """
                {"account": {"cash": 1}, "time": "2024-03-01T15:00:00Z",
                 "correlations": [{"pair": ["A", null], "value": 1}],
                 "orders": [{"id": "a", "symbol": "A", "side": "BUY", "quantity": 1}]}
                """);

        assertThat(terminal.run(new Check(), file)).isEqualTo(2);
        assertThat(terminal.err()).contains("correlations[0].pair must be two symbols, but was [A, null]");
    }

    @Test
    void a_file_that_is_not_there() {
        int exit = terminal.run(new Check(), folder.resolve("none.yaml"));

        assertThat(exit).isEqualTo(2);
        assertThat(terminal.err()).contains("none.yaml is not there");
    }

    private void refused(String scenario, String message) throws IOException {
        Path file = Terminal.write(folder, "s.yaml", scenario);

        assertThat(terminal.run(new Check(), file)).isEqualTo(2);
        assertThat(terminal.err()).startsWith(file + ": ").contains(message);
        assertThat(terminal.out()).isEmpty();
    }
}
