package io.robotrader.examples.benchmark;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** On what was measured: the sentence that a table means nothing without. */
final class Machine {

    private static final String MODEL = "model name";

    private Machine() {}

    static String describe(Instant now) throws InterruptedException {
        Optional<Path> code = code();
        String commit = code.isEmpty()
                ? ""
                : commit(code.get()).map(found -> ", commit " + found).orElse("");
        return String.format(
                Locale.ROOT,
                "Measured on %s (UTC)%s, on %s, %d processors, %s %s, with the JDK %s (%s).",
                now.atOffset(ZoneOffset.UTC).toLocalDate(),
                commit,
                processor(Path.of("/proc/cpuinfo")),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name", ""),
                System.getProperty("os.version", ""),
                Runtime.version(),
                System.getProperty("java.vendor", ""));
    }

    /** What Linux says that it runs on, or elsewhere the name of the architecture. */
    static String processor(Path cpuinfo) {
        try (var lines = Files.lines(cpuinfo)) {
            return lines.filter(line -> line.startsWith(MODEL))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(Machine::architecture);
        } catch (IOException e) {
            return architecture();
        }
    }

    private static String architecture() {
        return System.getProperty("os.arch", "");
    }

    /**
     * The commit that a folder is of, if it is in a checkout of ours and git is there to ask. Somebody else's checkout, in
     * which our jar lies, says nothing of us.
     */
    static Optional<String> commit(Path folder) throws InterruptedException {
        List<String> found = git(folder, "rev-parse", "--show-toplevel", "--short", "HEAD");
        if (found.size() != 2 || Files.notExists(Path.of(found.get(0), "robo-examples", "pom.xml"))) {
            return Optional.empty();
        }
        boolean changed = !git(Path.of(found.get(0)), "status", "--porcelain", "--untracked-files=no")
                .isEmpty();
        return Optional.of(found.get(1) + (changed ? " with changes" : ""));
    }

    private static List<String> git(Path folder, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? said.lines().toList() : List.of();
        } catch (IOException e) {
            return List.of(); // no git
        }
    }

    /** The folder that this class, or the jar with it, lies in. */
    private static Optional<Path> code() {
        CodeSource source = Machine.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Path.of(source.getLocation().toURI()).getParent());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
