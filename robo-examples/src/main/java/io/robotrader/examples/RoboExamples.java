package io.robotrader.examples;

import io.robotrader.examples.benchmark.Bench;
import io.robotrader.examples.config.Config;
import io.robotrader.examples.console.Program;
import io.robotrader.examples.correlate.Correlate;
import io.robotrader.examples.desk.Check;
import io.robotrader.examples.desk.Metrics;
import io.robotrader.examples.desk.Size;
import io.robotrader.examples.drill.Drill;
import io.robotrader.examples.embed.Bot;
import io.robotrader.examples.embed.Shadow;
import io.robotrader.examples.gateway.GatewayCommand;
import io.robotrader.examples.replay.Replay;
import io.robotrader.examples.session.Session;
import io.robotrader.examples.trade.Health;
import io.robotrader.examples.trade.Live;
import io.robotrader.examples.trade.Paper;
import io.robotrader.examples.trade.WatchdogCommand;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher: lists the examples, and runs the one that is named. Each is a main class of its own, too. */
@Command(
        name = "robo-examples",
        mixinStandardHelpOptions = true,
        version = "robo-trader 0.1.0-SNAPSHOT",
        description = "Examples of robo-trader, each answering one question.",
        subcommands = {
            Session.class,
            GatewayCommand.class,
            Paper.class,
            Live.class,
            Health.class,
            WatchdogCommand.class,
            Replay.class,
            Drill.class,
            Check.class,
            Size.class,
            Metrics.class,
            Correlate.class,
            Config.class,
            Bot.class,
            Shadow.class,
            Bench.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class RoboExamples implements Runnable {

    /** Makes a launcher; {@link #main} is the door. */
    public RoboExamples() {}

    /**
     * Runs the example that the arguments name.
     *
     * @param args the example and its options; nothing to list them
     */
    public static void main(String[] args) {
        CommandLine launcher;
        try {
            launcher = commandLine();
        } catch (NoClassDefFoundError missing) {
            System.err.println("The libraries are not there (" + missing.getMessage()
                    + "): robo-examples.jar needs the folder lib of robo-examples/target beside it.");
            System.exit(2);
            return;
        }
        Program.run(launcher, args);
    }

    static CommandLine commandLine() {
        return Program.terse(new CommandLine(new RoboExamples()));
    }

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        spec.commandLine().usage(out);
        out.flush();
    }
}
