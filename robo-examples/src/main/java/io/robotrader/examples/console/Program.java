package io.robotrader.examples.console;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

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
     * wrong off the screen. What would be passed over without a word is told too: a word that is no command before {@code
     * --help}, and an option before a command that does not know it.
     *
     * @param command the launcher, or one example; its subcommands are changed with it
     * @return the same command
     */
    public static CommandLine terse(CommandLine command) {
        return command.setExecutionStrategy(Program::strictly).setParameterExceptionHandler((wrong, args) -> {
            CommandLine asked = wrong.getCommandLine();
            PrintWriter err = asked.getErr();
            err.println(asked.getColorScheme().errorText(message(wrong)));
            UnmatchedArgumentException.printSuggestions(wrong, err);
            err.println("'" + asked.getCommandSpec().qualifiedName() + " --help' tells the "
                    + (isUnknownCommand(wrong) ? "commands." : "options."));
            err.flush();
            return asked.getCommandSpec().exitCodeOnInvalidInput();
        });
    }

    /** A question for help makes picocli forgive everything else on the line. */
    private static int strictly(ParseResult given) {
        for (ParseResult part : given.asCommandLineList().stream()
                .map(CommandLine::getParseResult)
                .toList()) {
            if (!part.unmatched().isEmpty()) {
                throw new UnmatchedArgumentException(part.commandSpec().commandLine(), part.unmatched());
            }
            if (part.hasSubcommand()) {
                part.matchedOptions().stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp())
                        .findFirst()
                        .ifPresent(option -> refuse(part, option));
            }
        }
        return new CommandLine.RunLast().execute(given);
    }

    private static void refuse(ParseResult part, OptionSpec option) {
        String name = part.subcommand().commandSpec().name();
        throw new CommandLine.ParameterException(
                part.commandSpec().commandLine(),
                option.longestName() + " must not be given before " + name + ", which does not know it");
    }

    private static String message(CommandLine.ParameterException wrong) {
        return isUnknownCommand(wrong)
                ? "There is no command '"
                        + ((UnmatchedArgumentException) wrong).getUnmatched().get(0) + "'."
                : String.valueOf(wrong.getMessage());
    }

    private static boolean isUnknownCommand(CommandLine.ParameterException wrong) {
        return wrong instanceof UnmatchedArgumentException unmatched
                && !wrong.getCommandLine().getSubcommands().isEmpty()
                && !unmatched.isUnknownOption();
    }
}
