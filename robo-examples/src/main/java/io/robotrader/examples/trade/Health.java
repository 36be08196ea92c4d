package io.robotrader.examples.trade;

import io.robotrader.examples.console.Program;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Is the engine well? */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Asks an engine that runs on this machine with --watch how it is, and prints what it says.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:healthy", "1:degraded", "2:the options are wrong", "3:unhealthy, not there, or not an engine"
        })
public final class Health implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int UNHEALTHY = 3;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            required = true,
            description = "The port of --watch that the engine has printed.")
    private int port;

    private final PrintStream out;
    private final PrintStream err;

    /** Made by the launcher: the process's own streams. */
    public Health() {
        this(System.out, System.err);
    }

    Health(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Asks.
     *
     * @param args the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new Health()), args);
    }

    @Override
    public Integer call() throws InterruptedException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health"))
                    .timeout(PATIENCE)
                    .build();
            return tell(
                    client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            err.println("No engine answers on port " + port + " of this machine"
                    + (e.getMessage() == null ? "." : ": " + e.getMessage()));
            return UNHEALTHY;
        }
    }

    private int tell(String body) {
        JsonNode report = new JsonMapper().readTree(body);
        String status = report.path("status").asString("");
        out.println(status + " at " + report.path("at").asString(""));
        for (JsonNode finding : report.path("findings")) {
            out.println("  " + finding.path("status").asString("") + "  "
                    + finding.path("name").asString("") + ": "
                    + finding.path("message").asString(""));
        }
        return switch (status) {
            case "HEALTHY" -> 0;
            case "DEGRADED" -> 1;
            default -> UNHEALTHY;
        };
    }
}
