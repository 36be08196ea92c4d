package io.robotrader.examples.config;

import io.robotrader.config.ConfigDiff;
import io.robotrader.config.ConfigException;
import io.robotrader.config.RoboConfig;
import io.robotrader.config.wiring.Wiring;
import io.robotrader.examples.console.Json;
import io.robotrader.risk.LimitsDiff;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What would these settings change? */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares two files, or a file with the defaults.",
            "Tells which settings differ, which limits are tightened or loosened by that, and what takes a restart. Secrets"
                    + " are hidden."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:nothing differs", "1:something differs", "2:the options or a file are wrong"})
final class Diff extends Question {

    private static final int DIFFERENT = 1;

    @Parameters(
            index = "0",
            paramLabel = "BEFORE",
            description = "The settings before; or after, if no other file is given.")
    private Path before = Path.of("");

    @Parameters(index = "1", arity = "0..1", paramLabel = "AFTER", description = "The settings after.")
    private @Nullable Path after;

    @Override
    public Integer call() {
        Optional<RoboConfig> one = after == null ? Optional.of(RoboConfig.defaults()) : load(before);
        Optional<RoboConfig> other = load(after == null ? before : after);
        if (one.isEmpty() || other.isEmpty()) {
            return BAD_INPUT;
        }
        ConfigDiff diff = ConfigDiff.between(one.get(), other.get());
        LimitsDiff limits = Wiring.limits(one.get()).diff(Wiring.limits(other.get()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Json.print(Answers.diff(diff, limits), out);
        } else {
            diff.changes()
                    .forEach(change -> out.println(change + (change.isFixedAtStart() ? " (takes a restart)" : "")));
            limits.changes()
                    .forEach(change -> out.println(
                            change.kind() + " is " + change.direction().name().toLowerCase(Locale.ROOT)));
        }
        out.flush();
        return diff.isEmpty() ? 0 : DIFFERENT;
    }

    private Optional<RoboConfig> load(Path file) {
        try {
            return Optional.of(parent.fileAlone(file).load().config());
        } catch (ConfigException wrong) {
            spec.commandLine().getErr().println(file + ": " + wrong.getMessage());
            return Optional.empty();
        }
    }
}
