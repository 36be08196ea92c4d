package io.robotrader.examples.config;

import io.robotrader.config.ConfigLoader;
import io.robotrader.examples.console.Program;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Lists what can be asked of the settings, and asks it. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description =
                "What did I ask for? Shows, checks and compares settings; docs/configuration.md tells all of them.",
        subcommands = {Show.class, Validate.class, SchemaCommand.class, Diff.class},
        synopsisSubcommandLabel = "COMMAND")
public final class Config implements Runnable {

    private final Map<String, String> environment;
    private final Properties properties;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    /** Made by the launcher: the process's own environment and properties. */
    public Config() {
        this(System.getenv(), System.getProperties());
    }

    Config(Map<String, String> environment, Properties properties) {
        this.environment = environment;
        this.properties = properties;
    }

    /**
     * Asks something of the settings.
     *
     * @param args what is asked, with its options; nothing to list what can be
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new Config()), args);
    }

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        spec.commandLine().usage(out);
        out.flush();
    }

    /** All sources of the process, with a file or without. */
    ConfigLoader sources(@Nullable Path file, @Nullable Path envFile) {
        ConfigLoader loader = fileAlone(file).environment(environment).systemProperties(properties);
        if (envFile == null) {
            return loader;
        }
        // The loader takes a missing one for none, but who names one means one.
        if (Files.notExists(envFile)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--env-file must be a file that exists, but was " + envFile);
        }
        return loader.dotEnv(envFile);
    }

    /** Nothing but a file, or the defaults. */
    ConfigLoader fileAlone(@Nullable Path file) {
        return file == null ? ConfigLoader.create() : ConfigLoader.create().file(file);
    }
}
