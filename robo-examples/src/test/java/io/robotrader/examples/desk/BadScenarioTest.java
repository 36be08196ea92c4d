package io.robotrader.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "quantity: many | orders[0].quantity must be a whole number, but was the text \"many\" (line 4)",
                "qty: 1 | orders[0].qty is an unknown key; known are expect, id,",
                "quantity: 1, side: buy | orders[0].side must be given once (line 4)",
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
                "limits: {maxDrawdown: no} | limits.maxDrawdown must be a number or off, but was the text \"no\"",
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
                "time: 5 | time must be given once (line 4)",
                "limits: 5 | limits must be an object with keys",
                "marketVolatility: \" | is not valid YAML: line 5, column 53: found unexpected end of stream while scanning a quoted scalar that begins at line 4",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cash: '100000' | account.cash must be a number, but was the text \"100000\" (line 2)",
                "cash: 100,000 | account.cash must be a number, but was the text \"100,000\" (line 2)",
                "cash: [1] | account.cash must be a number, but was a list",
                "cash: yes | account.cash must be a number, but was the text \"yes\"",
                "cash: true | account.cash must be a number, but was true or false",
                "cash: .nan | account.cash must be finite, but was NaN",
                "cash: 1e400 | account.cash must be finite, but was Infinity",
                "cash: 1;  cash: 2 | account.cash must be given once (line 3)",
                ";\tcash: 1 | is not valid YAML: line 2, column 1: found a tab, where only spaces may indent",
                "cash: 1; peakEquity: 2 | is not valid YAML: line 3, column 2: expected <block end>, but found",
                "cash: @1 | is not valid YAML: line 2, column 9: found character '@' that cannot start any token",
                "cash: 1;  positions: [{symbol: A, quantity: -99999999999999999999}] | account.positions[0].quantity must be from -1000000000000 to 1000000000000, but was -99999999999999999999",
            })
    void an_account(String part, String message) throws IOException {
        refused(
                "account:" + (part.startsWith(";") ? "" : "\n  ") + part.replace(';', '\n')
                        + "\ntime: 2024-03-01T15:00:00Z" + ORDERS,
                message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"account\": {\"cash\": NaN}} | account.cash must be finite, but was NaN",
                "{\"account\": {\"cash\": \"1\"}} | account.cash must be a number, but was the text \"1\" (line 1)",
                "{\"account\": {\"cash\": 1, \"cash\": 2}} | account.cash must be given once (line 1)",
                "{\"account\": {\"cash\": 1,}} | is not valid JSON: line 1, column 24: Unexpected character ('}' (code 125))",
                "{\"account\": {\"cash\": 1 | is not valid JSON: line 1, column 23: Unexpected end-of-input: expected close marker for Object",
                "{\"account\": {}} x | is not valid JSON: line 1, column 17: Unrecognized token 'x'",
                "{\"account\": {}} {} | must be one document, but after it comes more",
                "{\"instruments\": [{\"lotSize\": 99999999999999999999}]} | instruments[0].lotSize must be a whole number of at most 18 digits, but was 99999999999999999999",
                "{\"orders\": [{\"quantity\": 99999999999999999999}]} | orders[0].quantity must be from 1 to 1000000000000, but was 99999999999999999999",
                "[] | must be an object with keys, but was a list",
            })
    void what_is_written_in_json(String scenario, String message) throws IOException {
        String rest = ",\"time\":\"2024-03-01T15:00:00Z\",\"orders\":"
                + "[{\"id\":\"a\",\"symbol\":\"A\",\"side\":\"BUY\",\"quantity\":1}]}";
        Path file = Terminal.write(
                folder,
                "s.json",
                scenario.contains("NaN") ? scenario.substring(0, scenario.length() - 1) + rest : scenario);

        assertThat(terminal.run(new Check(), file)).isEqualTo(2);
        assertThat(terminal.err()).startsWith(file + ": " + message).doesNotContain("REDACTED", "JsonToken", "java.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# later\n", "---\n"})
    void an_empty_file(String nothing) throws IOException {
        refused(nothing, "s.yaml: is empty; it needs account and orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null"})
    void an_empty_file_of_json(String nothing) throws IOException {
        Path file = Terminal.write(folder, "s.json", nothing);

        assertThat(terminal.run(new Check(), file)).isEqualTo(2);
        assertThat(terminal.err()).contains("s.json: is empty; it needs account and orders");
    }

    @Test
    void a_time_is_blamed_on_the_place_where_it_is_given() throws IOException {
        String account = "account: {cash: 1000}\n";

        refused(
                account + "time: +999999999-01-01T00:00:00Z\nmarket: [{symbol: A, price: 1}]" + ORDERS,
                "s.yaml: time must be in the years from 1 to 9999, but was +999999999-01-01T00:00:00Z");
        refused(
                account + "time: 2024-03-01T15:00:00Z\nmarket: [{symbol: A, price: 1, time: noon}]" + ORDERS,
                "s.yaml: market[0].time must be an instant such as 2024-03-01T15:00:00Z, but was noon");
        refused(
                account + "market: [{symbol: A, price: 1, time: '-0001-01-01T00:00:00Z'}]" + ORDERS,
                "s.yaml: market[0].time must be in the years from 1 to 9999, but was -0001-01-01T00:00:00Z");
    }

    @Test
    void a_name_with_control_characters_is_told_by_their_number() throws IOException {
        refused(
                START + ORDERS.replace("id: a", "id: \"a\\e[2J\""),
                "orders[0].id must not hold control characters, but had U+001B at 1");
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
