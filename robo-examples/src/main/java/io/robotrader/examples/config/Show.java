package io.robotrader.examples.config;

import io.robotrader.config.ConfigException;
import io.robotrader.config.ConfigFormat;
import io.robotrader.config.LoadedConfig;
import io.robotrader.examples.console.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which settings are in force, and where does each come from? */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells every setting with its value and where that was given.",
            "That is the defaults, a preset, the file, the .env file, the environment or system properties. Secrets are"
                    + " hidden."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the settings are told", "2:the options or the settings are wrong"})
final class Show extends Question {

    private static final int PATH_WIDTH = 34;
    private static final int VALUE_WIDTH = 18;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description =
                    "The settings: YAML, JSON if its name ends in .json, or properties if it ends in .properties.")
    private @Nullable Path file;

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "Environment variables from a file, NAME=value a line.")
    private @Nullable Path envFile;

    @Option(
            names = "--as",
            paramLabel = "FORMAT",
            description = "Write a file that gives these settings, without the secrets: ${COMPLETION-CANDIDATES}.")
    private @Nullable ConfigFormat format;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            LoadedConfig loaded = parent.sources(file, envFile).load();
            loaded.warnings().forEach(warning -> err.println("! " + warning));
            tell(loaded, spec.commandLine().getOut());
            return 0;
        } catch (ConfigException wrong) {
            err.println(wrong.getMessage());
            return BAD_INPUT;
        }
    }

    private void tell(LoadedConfig loaded, PrintWriter out) {
        if (format != null) {
            out.print(format.write(loaded.config()));
        } else if (json) {
            Json.print(Answers.settings(loaded), out);
        } else {
            loaded.origins()
                    .forEach((path, origin) -> out.println(String.format(
                            Locale.ROOT,
                            "%-" + PATH_WIDTH + "s %-" + VALUE_WIDTH + "s %s",
                            path,
                            loaded.config().text(path),
                            origin)));
        }
        out.flush();
    }
}
