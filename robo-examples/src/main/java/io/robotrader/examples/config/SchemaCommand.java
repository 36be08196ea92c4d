package io.robotrader.examples.config;

import io.robotrader.config.ConfigSchema;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What may a file hold? */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema of the settings, for editors.")
final class SchemaCommand implements Runnable {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(ConfigSchema.json());
        out.flush();
    }
}
