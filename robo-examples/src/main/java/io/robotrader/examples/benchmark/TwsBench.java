package io.robotrader.examples.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what IBKR's protocol costs: messages out of bytes and into them, and the way over a socket and back. */
@Command(
        name = "tws",
        mixinStandardHelpOptions = true,
        description =
                "IBKR's protocol: ticks, order states and orders out of bytes and into them, and between client and"
                        + " simulator.")
public final class TwsBench implements Callable<Integer> {

    @Option(names = "--slice", description = "Milliseconds a turn (default: ${DEFAULT-VALUE}).", defaultValue = "50")
    private int slice;

    @Option(names = "--rounds", description = "Rounds (default: ${DEFAULT-VALUE}).", defaultValue = "41")
    private int rounds;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    /** Made by picocli. */
    public TwsBench() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (slice < 1 || rounds < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--slice and --rounds must be positive");
        }
        TwsDuels duels = new TwsDuels(TimeUnit.MILLISECONDS.toNanos(slice), rounds);
        Duel duel = duels.run();
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "JDK %s, %d processors, %d rounds of %d ms a candidate; read the ratios, not the times.%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), rounds, slice);
        out.println(duels.lengths());
        out.println();
        out.println(duels.costs());
        out.println(DuelTable.of(duel, TwsDuels.GOALS));
        out.printf("(%d operations)%n%n", duel.seen());
        TwsLoopback loopback = new TwsLoopback(rounds);
        loopback.run();
        out.println(loopback.lengths());
        out.println();
        out.println(loopback.ticks());
        out.println(loopback.orders());
        out.flush();
        return 0;
    }
}
