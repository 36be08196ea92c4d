package io.robotrader.examples.console;

import java.io.PrintWriter;
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
        System.exit(terse(command).execute(args));
    }

    /**
     * Has wrong options told in a line or two, and says where the right ones are, in place of a page that pushes what is
     * wrong off the screen.
     *
     * @param command the launcher, or one example; its subcommands are changed with it
     * @return the same command
     */
    public static CommandLine terse(CommandLine command) {
        return command.setParameterExceptionHandler((wrong, args) -> {
            CommandLine asked = wrong.getCommandLine();
            PrintWriter err = asked.getErr();
            err.println(asked.getColorScheme().errorText(wrong.getMessage()));
            CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
            err.println("'" + asked.getCommandSpec().qualifiedName() + " --help' tells the options.");
            err.flush();
            return asked.getCommandSpec().exitCodeOnInvalidInput();
        });
    }
}
