package io.robotrader.examples.benchmark;

import io.robotrader.examples.benchmark.DuelTable.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The duels about the wire, and the goals. */
final class TwsDuels {

    static final String STREAM = "tick prices out of a stream";
    static final String SPLIT = "split and parse tick price";

    /** A million ticks a second are a thousand nanoseconds each. */
    static final List<Goal> GOALS = List.of(
            Goal.nanos(STREAM, 1_000), Goal.info(STREAM, "decode tick price"), Goal.info("decode tick price", SPLIT));

    private final TwsScene scene = new TwsScene();
    private final List<String> names = new ArrayList<>();
    private final Duel duel;

    TwsDuels(long sliceNanos, int rounds) {
        duel = new Duel(sliceNanos, rounds);
        for (TwsTraffic traffic : scene.all) {
            add("decode " + traffic.name, traffic::decode);
            add("encode " + traffic.name, traffic::encode);
        }
        add(STREAM, scene.price::decodeStream);
        add(SPLIT, scene.price::splitAndParse);
    }

    private void add(String name, Duel.Work work) {
        names.add(name);
        duel.add(name, work);
    }

    Duel run() {
        duel.run();
        return duel;
    }

    /** What one costs, as a Markdown table. */
    String costs() {
        StringBuilder table = new StringBuilder("| what | ns (quartiles) | bytes allocated | a second |\n");
        table.append("|---|---:|---:|---:|\n");
        for (String name : names) {
            double[] times = duel.times(name);
            double middle = Duel.quantile(times, 0.5);
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f (%.0f-%.0f) | %.0f | %,d |%n",
                    name,
                    middle,
                    Duel.quantile(times, 0.25),
                    Duel.quantile(times, 0.75),
                    Duel.quantile(duel.bytes(name), 0.5),
                    Math.round(1e9 / middle)));
        }
        return table.toString();
    }

    /** How long the frames are, as one line. */
    String lengths() {
        StringBuilder line = new StringBuilder("Bytes a frame:");
        for (TwsTraffic traffic : scene.all) {
            line.append(line.charAt(line.length() - 1) == ':' ? " " : ", ")
                    .append(traffic.name)
                    .append(' ')
                    .append(traffic.frameLength());
        }
        return line.append('.').toString();
    }
}
