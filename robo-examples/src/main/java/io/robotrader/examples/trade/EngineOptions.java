package io.robotrader.examples.trade;

import io.robotrader.examples.console.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is asked of an engine on a gateway besides its settings; picocli sets the fields. */
final class EngineOptions extends GatewayOptions {

    private static final Map<String, Duration> LENGTHS = new TreeMap<>(Map.of(
            "5s", Duration.ofSeconds(5),
            "30s", Duration.ofSeconds(30),
            "1m", Duration.ofMinutes(1),
            "5m", Duration.ofMinutes(5),
            "15m", Duration.ofMinutes(15),
            "30m", Duration.ofMinutes(30),
            "1h", Duration.ofHours(1)));

    /** What the engine's time goes by. */
    enum Time {
        SYSTEM,
        BARS
    }

    @Option(
            names = "--spill",
            paramLabel = "DIR",
            description =
                    "Where what the journal cannot take is put at the end, and looked for by the next run: a folder that"
                            + " exists, on another disk, and no other run's. Default: beside the journal, whose disk may be"
                            + " full.")
    @Nullable
    Path spill;

    @Option(
            names = "--bars",
            paramLabel = "LENGTH",
            defaultValue = "1m",
            description = "How long a bar is: 5s, 30s, 1m, 5m, 15m, 30m or 1h. Default: ${DEFAULT-VALUE}")
    String bars = "1m";

    @Option(
            names = "--history",
            paramLabel = "COUNT",
            defaultValue = "100",
            description = "How many bars of before the engine learns from at the start. Default: ${DEFAULT-VALUE}")
    int history = 100;

    @Option(
            names = "--time",
            paramLabel = "SOURCE",
            defaultValue = "SYSTEM",
            description =
                    "Whose time it is: SYSTEM, this machine's, or BARS, that of the bars as they come, for a simulated"
                            + " gateway whose time is another. Default: ${DEFAULT-VALUE}")
    Time time = Time.SYSTEM;

    @Option(
            names = "--watch",
            paramLabel = "PORT",
            description =
                    "Show the engine on this port of this machine, 0 for any: a page, /health and /metrics. What the page"
                            + " may do takes the token of the environment variable ROBO_WATCH_TOKEN, or one that is made up"
                            + " and printed.")
    @Nullable
    Integer watch;

    @Option(names = "--without-stops", description = "Give positions no protective stop.")
    boolean withoutStops;

    @Option(
            names = "--keep-protective",
            description = "Leave orders at the broker that only reduce a position when trading stops.")
    boolean keepProtective;

    @Option(
            names = "--leave-stops",
            description =
                    "Place the protective stop of each position at the broker when trading stops, where it works until"
                            + " the next start takes it back. Default: no stop is at the broker, ever.")
    boolean leaveStops;

    @Option(
            names = "--stop-within",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description =
                    "How long orders have to end when trading stops, by SIGTERM or Ctrl-C too. Default: ${DEFAULT-VALUE}")
    int stopWithin = 10;

    Duration length() {
        Duration length = LENGTHS.get(bars);
        if (length == null) {
            throw new BadInputException("--bars must be one of " + LENGTHS.keySet() + ", but was " + bars);
        }
        return length;
    }

    Duration deadline() {
        if (stopWithin < 0 || stopWithin > 86_400) {
            throw new BadInputException("--stop-within must be from 0 to 86400, but was " + stopWithin);
        }
        return Duration.ofSeconds(stopWithin);
    }

    /** The file for what the journal cannot take, if it is not to be beside the journal. */
    Optional<Path> spillFile() {
        Path folder = spill;
        if (folder == null) {
            return Optional.empty();
        }
        if (!Files.isDirectory(folder)) {
            throw new BadInputException("--spill must be a folder that exists, but was " + folder);
        }
        return Optional.of(folder.resolve("journal.spilled"));
    }
}
