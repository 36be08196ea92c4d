package io.robotrader.examples.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.examples.console.Json;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

    private static final String START = """
            time: 2024-03-01T15:00:00Z
            account: {cash: 10000}
            market: [{symbol: ACME, price: 100}]
            """;
    private static final String NOTIONAL = "limits: {base: none, maxOrderNotional: 1000}\n";

    private final Terminal terminal = new Terminal();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"limits.yaml", "exits.yaml", "unknown.json"})
    void the_scenarios_of_the_docs_turn_out_as_they_expect(String name) {
        int exit = terminal.run(new Check(), Path.of("../docs/scenarios", name));

        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out()).contains("all as expected");
        assertThat(exit).isZero();
    }

    @ParameterizedTest
    @CsvSource({"10, 0, 1 approved", "11, 1, 0 approved"})
    void without_expectations_the_exit_code_tells_whether_every_order_is_approved(
            int quantity, int code, String summary) throws IOException {
        int exit = check(NOTIONAL + order("quantity: " + quantity));

        assertThat(exit).isEqualTo(code);
        assertThat(terminal.out()).contains(summary).doesNotContain("expected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | approved | 0",
                "10 | [ORDER_NOTIONAL_LIMIT] | 1",
                "11 | [ORDER_NOTIONAL_LIMIT] | 0",
                "11 | [ORDER_NOTIONAL_LIMIT, LEVERAGE_LIMIT] | 1",
                "11 | approved | 1"
            })
    void with_expectations_they_alone_decide(int quantity, String expected, int code) throws IOException {
        int exit = check(NOTIONAL + order("quantity: " + quantity + ", expect: " + expected));

        assertThat(exit).isEqualTo(code);
        assertThat(terminal.out()).contains(code == 0 ? "; all as expected" : "NOT AS EXPECTED: " + expected);
    }

    @Test
    void an_approved_order_takes_its_room_from_the_next() throws IOException {
        int exit = check("""
                limits: {base: none, maxSymbolExposure: 0.15}
                orders:
                  - {id: one, symbol: ACME, side: BUY, quantity: 10}
                  - {id: two, symbol: ACME, side: BUY, quantity: 10}
                """);

        assertThat(exit).isEqualTo(1);
        assertThat(terminal.out())
                .contains("one: BUY 10 ACME: approved")
                .contains("two: BUY 10 ACME: refused")
                .contains("POSITION_SIZE_LIMIT: 20.00 % is above 15.00 %");
    }

    @Test
    void explain_tells_limits_that_pass_too() throws IOException {
        int exit = check(NOTIONAL + order("quantity: 5"), "--explain");

        assertThat(exit).isZero();
        assertThat(terminal.out()).contains("ok   ORDER_NOTIONAL_LIMIT").contains("headroom 500.00");
    }

    @Test
    void json_has_the_same_for_programs() throws IOException {
        check(NOTIONAL + order("quantity: 11, expect: approved"), "--json", "--explain");

        var answer = Json.parse(terminal.out());
        assertThat(answer.get("refused").asInt()).isEqualTo(1);
        assertThat(answer.get("asExpected").asBoolean()).isFalse();
        var order = answer.get("orders").get(0);
        assertThat(order.get("approved").asBoolean()).isFalse();
        assertThat(order.get("violations").get(0).get("kind").asString()).isEqualTo("ORDER_NOTIONAL_LIMIT");
        assertThat(order.get("checks").size()).isEqualTo(1);
    }

    @Test
    void json_without_explain_leaves_the_limits_out() throws IOException {
        check(NOTIONAL + order("quantity: 1"), "--json");

        var answer = Json.parse(terminal.out());
        assertThat(answer.has("asExpected")).isFalse();
        assertThat(answer.get("orders").get(0).has("checks")).isFalse();
    }

    @Test
    void limits_can_be_switched_off_and_the_market_may_have_a_volatility() throws IOException {
        int exit = check("""
                limits: {maxOrderNotional: off, minAverageVolume: off, minMarketCap: off, noShortSelling: off, maxBeta: off,
                         maxValueAtRisk: 0.5, maxOpenPositions: 3, stopAtrFactor: 3, stopFraction: 0.01, restricted: [BAD]}
                marketVolatility: 0.01
                orders: [{id: a, symbol: ACME, side: SELL, quantity: 1, expect: [UNKNOWN_DATA]}]
                """);

        assertThat(terminal.err()).isEmpty();
        assertThat(exit).isZero();
        assertThat(terminal.out()).contains("VALUE_AT_RISK_LIMIT");
    }

    @Test
    void the_time_is_that_of_the_newest_price_unless_it_is_given() throws IOException {
        Path file = Terminal.write(folder, "s.yaml", """
                limits: {base: none, maxPriceAge: 60}
                account: {cash: 10000}
                market:
                  - {symbol: OLD, price: 1, time: 2024-03-01T14:00:00Z}
                  - {symbol: NEW, price: 1, time: 2024-03-01T15:00:00Z}
                orders:
                  - {id: a, symbol: OLD, side: BUY, quantity: 1, expect: [STALE_PRICE]}
                  - {id: b, symbol: NEW, side: BUY, quantity: 1, expect: approved}
                """);

        assertThat(terminal.run(new Check(), file)).isZero();
        assertThat(terminal.out()).contains("3,600.0 s is above 60.0 s");
    }

    private int check(String more, String... options) throws IOException {
        return terminal.run(new Check(), Terminal.write(folder, "s.yaml", START + more), options);
    }

    private static String order(String rest) {
        return "orders: [{id: a, symbol: ACME, side: BUY, " + rest + "}]\n";
    }
}
