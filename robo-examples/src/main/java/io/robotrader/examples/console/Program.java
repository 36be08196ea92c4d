package io.robotrader.examples.console;

import picocli.CommandLine;

/** Runs a command as a program of its own. */
public final class Program {

    private Program() {}

    /**
     * Runs a command and ends the process with its exit code.
     *
     * @param command the launcher, or one example
     * @param args its arguments
     */
    public static void run(CommandLine command, String... args) {
        System.exit(command.execute(args));
    }
}
