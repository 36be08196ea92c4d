package io.robotrader.examples.trade;

import io.robotrader.config.ConfigException;
import io.robotrader.config.RoboConfig;
import io.robotrader.config.section.Secret;
import io.robotrader.engine.health.HeartbeatFile;
import io.robotrader.engine.ibkr.IbkrClient;
import io.robotrader.engine.ibkr.IbkrContract;
import io.robotrader.engine.ibkr.IbkrException;
import io.robotrader.engine.ibkr.IbkrSetup;
import io.robotrader.engine.ibkr.OrderIdStore;
import io.robotrader.engine.ibkr.Watchdog;
import io.robotrader.engine.ibkr.WatchdogReport;
import io.robotrader.examples.console.BadInputException;
import io.robotrader.examples.console.Program;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What if the engine falls silent with positions open? */
@Command(
        name = "watchdog",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Watches the engine of 'paper' from another process, with a client id of its own. When the heartbeat"
                        + " in --dir stops, it cancels every order of the login and closes every position, looks whether it is"
                        + " so, and ends.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the engine fell silent, and all is cancelled and flat",
            "1:it broke, or something is left; it says what",
            "2:the options or the settings are wrong, or there is no gateway"
        })
public final class WatchdogCommand implements Callable<Integer> {

    private static final int BROKE = 1;
    private static final int BAD_INPUT = 2;
    private static final int APART = 500;
    private static final int CLIENTS = 1000;

    @Mixin
    private final GatewayOptions options = new GatewayOptions();

    @Option(
            names = "--silence",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long there may be no beat. Default: ${DEFAULT-VALUE}")
    private int silence = 30;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final CountDownLatch end = new CountDownLatch(1);

    /** Made by the launcher: the process's own environment and streams. */
    public WatchdogCommand() {
        this(System.getenv(), System.out, System.err);
    }

    WatchdogCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /**
     * Watches.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new WatchdogCommand()), args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            if (silence < 1) {
                throw new BadInputException("--silence must be 1 or more, but was " + silence);
            }
            return watch(Settings.paper(options, environment));
        } catch (BadInputException | ConfigException wrong) {
            err.println(wrong.getMessage());
            return BAD_INPUT;
        }
    }

    private int watch(RoboConfig config) throws IOException, InterruptedException {
        GatewayOptions.Address address = options.addressOr(
                new GatewayOptions.Address(config.ibkr().host(), config.ibkr().port()));
        if (config.ibkr().readonly()) {
            throw new BadInputException(
                    "ibkr.readonly must be false, but is true: nothing is sent, so there is nothing to cancel or close");
        }
        int clientId = (config.ibkr().clientId() + APART) % CLIENTS;
        if (clientId == 0) {
            throw new BadInputException("ibkr.clientId must not be " + APART + " where a watchdog is used: its own is "
                    + APART + " apart, and the broker treats 0 unlike all others");
        }
        GatewayProbe found =
                GatewayProbe.of(address, clientId, config.ibkr().account().map(Secret::reveal), Optional.empty());
        Files.createDirectories(options.dir);
        try (IbkrClient client = options.at(IbkrSetup.of(config).withClientId(clientId))
                .client(OrderIdStore.inFile(options.dir.resolve("watchdog-order-ids")))) {
            client.connect().join();
            Watchdog watchdog = new Watchdog(
                    client,
                    found.account(),
                    IbkrContract::stock,
                    new HeartbeatFile(options.dir.resolve(Watching.HEARTBEAT)),
                    Duration.ofSeconds(silence));
            out.println("Watching " + options.dir.resolve(Watching.HEARTBEAT) + "; acts after " + silence + " s.");
            out.flush();
            while (watchdog.look() != Watchdog.State.DONE) {
                // Nothing ends this wait but its time: Ctrl-C ends the process.
                end.await(1, TimeUnit.SECONDS);
            }
            return watchdog.report().map(this::tell).orElse(BROKE);
        } catch (CompletionException e) {
            if (e.getCause() instanceof IbkrException refused) {
                throw new BadInputException("The gateway does not let the watchdog in: " + refused.getMessage());
            }
            throw e;
        }
    }

    private int tell(WatchdogReport report) {
        out.println("Silent. Sent " + report.sent() + "; left orders " + report.leftOrders() + ", left positions "
                + report.leftPositions());
        return report.isFlat() ? 0 : BROKE;
    }
}
