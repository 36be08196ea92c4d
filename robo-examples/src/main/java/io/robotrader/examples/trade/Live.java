package io.robotrader.examples.trade;

import io.robotrader.config.ConfigException;
import io.robotrader.config.RoboConfig;
import io.robotrader.config.section.Secret;
import io.robotrader.examples.console.BadInputException;
import io.robotrader.examples.console.Program;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What does it take to trade real money? */
@Command(
        name = "live",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "As 'paper', with real money. Takes four keys at once: execution.mode live, ibkr.readonly false, a"
                        + " live port in ibkr.port, and execution.liveConfirmation naming the account of ibkr.account. Names every"
                        + " one that is missing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it ran and was stopped",
            "1:it broke",
            "2:a key is missing, the options are wrong, or there is no gateway",
            "130, 143:Ctrl-C or SIGTERM has ended it, in good order within --stop-within and two seconds"
        })
public final class Live implements Callable<Integer> {

    private static final int BAD_INPUT = 2;

    @Mixin
    private final EngineOptions options = new EngineOptions();

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    /** Made by the launcher: the process's own environment and streams. */
    public Live() {
        this(System.getenv(), System.out, System.err);
    }

    Live(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /**
     * Trades real money, if all keys are there.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new Live()), args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            RoboConfig config = Settings.live(options, environment);
            return new TradingRun(
                            config,
                            options,
                            environment,
                            out,
                            config.ibkr().account().map(Secret::reveal))
                    .run(engine -> {});
        } catch (BadInputException | ConfigException wrong) {
            err.println(wrong.getMessage());
            return BAD_INPUT;
        }
    }
}
