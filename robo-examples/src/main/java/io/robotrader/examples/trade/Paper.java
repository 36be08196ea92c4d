package io.robotrader.examples.trade;

import io.robotrader.config.ConfigException;
import io.robotrader.engine.TradingEngine;
import io.robotrader.examples.console.BadInputException;
import io.robotrader.examples.console.Program;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How does the engine do on an account on paper, with prices of now? */
@Command(
        name = "paper",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Trades an account on paper at Interactive Brokers, over Trader Workstation, IB Gateway, or the one"
                        + " that 'gateway' plays, until Ctrl-C or SIGTERM: then orders are taken back, and positions stay.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:it ran and was stopped",
            "1:it broke",
            "2:the options or the settings are wrong, or there is no gateway",
            "130, 143:Ctrl-C or SIGTERM has ended it, in good order within --stop-within and two seconds"
        })
public final class Paper implements Callable<Integer> {

    private static final int BAD_INPUT = 2;

    @Mixin
    private final EngineOptions options = new EngineOptions();

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final Consumer<TradingEngine> begun;

    /** Made by the launcher: the process's own environment and streams. */
    public Paper() {
        this(System.getenv(), System.out, System.err, engine -> {});
    }

    Paper(Map<String, String> environment, PrintStream out, PrintStream err, Consumer<TradingEngine> begun) {
        this.environment = environment;
        this.out = out;
        this.err = err;
        this.begun = begun;
    }

    /**
     * Trades on paper.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new Paper()), args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            return new TradingRun(Settings.paper(options, environment), options, environment, out, Optional.empty())
                    .run(begun);
        } catch (BadInputException | ConfigException wrong) {
            err.println(wrong.getMessage());
            return BAD_INPUT;
        }
    }
}
