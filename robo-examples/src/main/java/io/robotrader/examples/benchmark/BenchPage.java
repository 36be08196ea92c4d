package io.robotrader.examples.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All benchmarks, one after another, as a page of Markdown. Each has a JVM of its own, so that what one has made the
 * compiler believe, or left on the heap, is not in the figures of the next.
 */
final class BenchPage {

    private static final int FAILED = 1;

    private final PrintWriter out;
    private final @Nullable Path file;
    private final StringBuilder page = new StringBuilder();

    /** The file, if there is one, is written from the start and grows: what was measured is kept if the rest is not. */
    BenchPage(PrintWriter out, @Nullable Path file) {
        this.out = out;
        this.file = file;
    }

    void begin(String head) throws IOException {
        line("# Benchmarks");
        line("");
        line(head);
        write();
    }

    /** {@return 0 if each of them came to its end, and otherwise 1} */
    int run(List<BenchRun> runs) throws IOException, InterruptedException {
        int exit = 0;
        for (BenchRun run : runs) {
            line("");
            line("## " + run.heading());
            line("");
            line("    java " + run.typed());
            line("");
            int ended = measured(run.process());
            if (ended != 0) {
                line("");
                line("**This benchmark failed** with exit code " + ended + "; what is above it is not all of it.");
                exit = FAILED;
            }
            write();
        }
        return exit;
    }

    /** What it says of a failure goes where ours would. */
    private int measured(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                line(line);
            }
            return process.waitFor();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    private void line(String line) {
        page.append(line).append('\n');
        out.println(line);
        out.flush();
    }

    private void write() throws IOException {
        if (file != null) {
            Files.writeString(file, page);
        }
    }
}
