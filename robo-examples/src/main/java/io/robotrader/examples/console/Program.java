package io.robotrader.examples.console;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** Runs a command as a program of its own. */
public final class Program {

    // It says hello at INFO; a program for the terminal keeps its output to its own. Held here, as levels of loggers
    // that nobody holds are forgotten.
    private static final Logger VALIDATOR = Logger.getLogger("org.hibernate.validator");

    private Program() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param command the launcher, or one example
     * @param args its arguments
     */
    public static void run(CommandLine command, String... args) {
        VALIDATOR.setLevel(Level.WARNING);
        System.exit(command.execute(args));
    }
}
