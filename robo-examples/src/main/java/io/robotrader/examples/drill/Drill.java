package io.robotrader.examples.drill;

import io.robotrader.engine.ibkr.sim.GatewaySimulator;
import io.robotrader.examples.console.Json;
import io.robotrader.examples.console.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long does a halt take until nothing works and nothing is held? */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Starts a gateway simulator and an engine on it, over TCP and in real time, lets it take positions and"
                        + " leave orders working, trips the kill switch with flattening on, and tells how long it takes: until every"
                        + " order was asked for back, until every one is cancelled, until nothing is held. Touches no account and no"
                        + " file of yours.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing works and nothing is held, by the gateway's books and by the engine's",
            "1:something is left, or it broke",
            "2:the options are wrong"
        })
public final class Drill implements Callable<Integer> {

    private static final int LEFT = 1;
    private static final int MOST = 100;
    private static final int LONGEST = 3_600;

    @Option(
            names = "--orders",
            paramLabel = "COUNT",
            defaultValue = "20",
            description = "How many orders work when the halt comes. Default: ${DEFAULT-VALUE}")
    private int orders = 20;

    @Option(
            names = "--positions",
            paramLabel = "COUNT",
            defaultValue = "5",
            description = "How many positions are held when the halt comes. Default: ${DEFAULT-VALUE}")
    private int positions = 5;

    @Option(
            names = "--within",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long it is waited for. Default: ${DEFAULT-VALUE}")
    private int within = 60;

    @Option(
            names = "--rounds",
            paramLabel = "COUNT",
            defaultValue = "1",
            description =
                    "How often it is done, each time anew; from the second on the program is warm. Default: ${DEFAULT-VALUE}")
    private int rounds = 1;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    private final Consumer<GatewaySimulator> beforeHalt;

    /** Made by the launcher. */
    public Drill() {
        this(gateway -> {});
    }

    Drill(Consumer<GatewaySimulator> beforeHalt) {
        this.beforeHalt = beforeHalt;
    }

    /**
     * Halts an engine.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new Drill()), args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        require("--orders", orders, 0, MOST);
        require("--positions", positions, 0, MOST);
        require("--within", within, 1, LONGEST);
        require("--rounds", rounds, 1, MOST);
        if (orders + positions == 0 || orders + positions > MOST) {
            throw wrong(
                    "--orders and --positions must be 1 to " + MOST + " together, but were " + (orders + positions));
        }
        PrintWriter out = spec.commandLine().getOut();
        List<DrillResult> results = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            DrillResult result = run();
            results.add(result);
            if (!json) {
                out.println(result.text());
                out.flush();
            }
        }
        if (json) {
            Json.print(DrillResult.json(results), out);
        }
        return results.stream().allMatch(DrillResult::isFlat) ? 0 : LEFT;
    }

    private DrillResult run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("robo-drill");
        try {
            return new DrillRun(orders, positions, Duration.ofSeconds(within), beforeHalt).run(folder);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw wrong(name + " must be from " + least + " to " + most + ", but was " + value);
        }
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
