package io.robotrader.examples.config;

import io.robotrader.config.ConfigException;
import io.robotrader.config.LoadedConfig;
import io.robotrader.examples.console.Json;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Is this file right, and if not, what is wrong with it? */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Checks a file by itself, and tells everything that is wrong with it, in one go.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the settings are right", "1:they are wrong", "2:the options are wrong"})
final class Validate extends Question {

    private static final int WRONG = 1;

    @Parameters(paramLabel = "FILE", description = "The settings: YAML, JSON or properties.")
    private Path file = Path.of("");

    @Option(names = "--with-environment", description = "Together with the environment and the system properties.")
    private boolean withEnvironment;

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "Together with environment variables from a file, too; means --with-environment.")
    private @Nullable Path envFile;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        // A file that is not there is no file with mistakes in it.
        if (Files.notExists(file)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "FILE must be a file that can be read, but " + file + " is not there");
        }
        try {
            LoadedConfig loaded = (withEnvironment || envFile != null
                            ? parent.sources(file, envFile)
                            : parent.fileAlone(file))
                    .load();
            if (json) {
                Json.print(Answers.verdict(List.of(), loaded.warnings()), out);
            } else {
                loaded.warnings().forEach(warning -> out.println("! " + warning));
                out.println(file + " is right");
            }
            return 0;
        } catch (ConfigException wrong) {
            if (json) {
                Json.print(Answers.verdict(wrong.problems(), List.of()), out);
            } else {
                out.println(wrong.getMessage());
            }
            return WRONG;
        } finally {
            out.flush();
        }
    }
}
