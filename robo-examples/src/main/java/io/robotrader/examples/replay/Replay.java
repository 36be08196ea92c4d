package io.robotrader.examples.replay;

import io.robotrader.config.ConfigException;
import io.robotrader.config.ConfigLoader;
import io.robotrader.config.RoboConfig;
import io.robotrader.engine.journal.JdbcJournal;
import io.robotrader.engine.journal.JournalException;
import io.robotrader.examples.console.BadInputException;
import io.robotrader.examples.console.Json;
import io.robotrader.examples.console.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Would the engine decide the same again, and what would other limits have said? */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Does the runs of a journal again, with a fresh engine that sends nothing, and holds every entry"
                + " against the record. With --config, puts every order of the record before other limits, too. Adds nothing"
                + " to the journal.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing differs",
            "1:something differs, or the other limits disagree on an order",
            "2:the options or the settings are wrong, or there is no journal that can be read"
        })
public final class Replay implements Callable<Integer> {

    private static final int DIFFERENT = 1;
    private static final int BAD_INPUT = 2;

    @Parameters(
            paramLabel = "JOURNAL",
            description =
                    "A file that 'session' (journal-daily.mv.db) or 'paper' (journal.mv.db) wrote, a folder of such, or"
                            + " a URL that begins with jdbc:, with a login in ROBO_JOURNAL_USER and ROBO_JOURNAL_PASSWORD. Nobody"
                            + " else may have it open.")
    private String journal = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings with other limits: tells which orders these would have blocked or let through.")
    private @Nullable Path config;

    @Option(
            names = "--list",
            paramLabel = "COUNT",
            defaultValue = "10",
            description = "How many orders of each kind are told one by one. Default: ${DEFAULT-VALUE}")
    private int list = 10;

    @Option(names = "--json", description = "Answer in JSON, with all orders.")
    private boolean json;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    private final Map<String, String> environment;

    /** Made by the launcher: the process's own environment. */
    public Replay() {
        this(System.getenv());
    }

    Replay(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Replays a journal.
     *
     * @param args the journal and the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new Replay()), args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            if (list < 0) {
                throw new BadInputException("--list must be 0 or more, but was " + list);
            }
            RoboConfig other = config == null
                    ? null
                    : ConfigLoader.create().file(config).load().config();
            List<ReplayedJournal> replayed = new ArrayList<>();
            for (JournalPlace place : JournalPlace.of(journal, environment)) {
                replayed.add(replay(place, other));
            }
            if (json) {
                Json.print(ReplayJson.of(replayed), spec.commandLine().getOut());
            }
            return replayed.stream().allMatch(it -> it.isSame() && it.isAgreed()) ? 0 : DIFFERENT;
        } catch (BadInputException | ConfigException | JournalException | IllegalArgumentException wrong) {
            spec.commandLine().getErr().println(wrong.getMessage());
            return BAD_INPUT;
        }
    }

    private ReplayedJournal replay(JournalPlace place, @Nullable RoboConfig other) throws InterruptedException {
        ReplayedJournal replayed;
        try (JdbcJournal opened = place.open().get()) {
            replayed = ReplayedJournal.of(place.name(), opened, other);
        }
        if (!json) {
            new ReplayText(spec.commandLine().getOut(), list).print(replayed);
        }
        return replayed;
    }
}
