package io.robotrader.examples;

import io.robotrader.examples.session.Session;
import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher: lists the examples, and runs the one that is named. Each is a main class of its own, too. */
@Command(
        name = "robo-examples",
        mixinStandardHelpOptions = true,
        version = "robo-trader 0.1.0-SNAPSHOT",
        description = "Examples of robo-trader, each answering one question.",
        subcommands = {Session.class},
        synopsisSubcommandLabel = "COMMAND")
public final class RoboExamples implements Runnable {

    // It says hello at INFO; a program for the terminal keeps its output to its own. Held here, as levels of loggers
    // that nobody holds are forgotten.
    private static final Logger VALIDATOR = Logger.getLogger("org.hibernate.validator");

    /**
     * Runs the example that the arguments name.
     *
     * @param args the example and its options; nothing to list them
     */
    public static void main(String[] args) {
        run(commandLine(), args);
    }

    /**
     * Runs a command as the program that it is, and ends the process with its exit code.
     *
     * @param command the launcher, or one example
     * @param args its arguments
     */
    public static void run(CommandLine command, String... args) {
        VALIDATOR.setLevel(Level.WARNING);
        System.exit(command.execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new RoboExamples());
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
