package io.robotrader.examples.trade;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotrader.config.section.TradingMode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LiveTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);

    private String refusal(String... args) {
        int code = new CommandLine(new Live(Map.of(), printed, printed)).execute(args);

        assertThat(code).isEqualTo(2);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void every_key_that_is_missing_is_named() {
        assertThat(refusal("--set", "ibkr.readonly=true"))
                .contains("execution.mode must be live", "ibkr.readonly", "ibkr.port", "ibkr.account")
                .contains("the built-in paper.yaml:");
    }

    @Test
    void an_account_that_is_not_confirmed_is_not_traded() {
        assertThat(refusal("--set", "execution.mode=live", "--set", "ibkr.port=4001", "--set", "ibkr.account=U1234567"))
                .contains("execution.liveConfirmation")
                .doesNotContain("U1234567");
    }

    @Test
    void with_all_four_keys_it_may_begin() throws Exception {
        // Not through the command: where a gateway with real money listens, it would trade.
        EngineOptions options = CommandLine.populateCommand(
                new EngineOptions(),
                "--set",
                "execution.mode=live",
                "--set",
                "ibkr.readonly=false",
                "--set",
                "ibkr.port=4001",
                "--set",
                "ibkr.account=U1234567",
                "--set",
                "execution.liveConfirmation=U1234567");

        assertThat(Settings.live(options, Map.of()).execution().mode()).isEqualTo(TradingMode.LIVE);
    }

    @Test
    void a_simulated_gateway_has_no_real_money() {
        assertThat(refusal("--gateway", "127.0.0.1:4002")).contains("--gateway is for a simulated one");
    }

    @Test
    void nobody_answers_where_no_engine_is() {
        int code = new CommandLine(new Health(printed, printed)).execute("--port", "1");

        assertThat(code).isEqualTo(3);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("No engine answers on port 1");
    }
}
