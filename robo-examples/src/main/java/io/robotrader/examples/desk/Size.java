package io.robotrader.examples.desk;

import io.robotrader.examples.console.BadInputException;
import io.robotrader.examples.console.Json;
import io.robotrader.examples.console.Program;
import io.robotrader.risk.sizing.PositionSize;
import io.robotrader.risk.sizing.SizeStep;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How many shares? */
@Command(
        name = "size",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sizes a position by an account, an entry and a method, and tells what kept it from being larger.",
            "The format: docs/scenarios.md."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:there are shares to open", "1:the size is nothing", "2:the options or the document are wrong"
        })
public final class Size implements Callable<Integer> {

    private static final int BAD_INPUT = 2;

    @Parameters(paramLabel = "FILE", description = "The question: YAML, or JSON if its name ends in .json.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Made by the launcher. */
    public Size() {}

    /**
     * Sizes a position.
     *
     * @param args the file and the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new Size()), args);
    }

    @Override
    public Integer call() {
        CommandLine program = Given.required(spec, "spec").commandLine();
        try {
            PositionSize size =
                    Document.read(file, SizeQuestion.class, "account, entry and method", SizeQuestion::answer);
            if (json) {
                Json.print(json(size), program.getOut());
            } else {
                tell(size, program.getOut());
            }
            return size.isNothing() ? 1 : 0;
        } catch (BadInputException wrong) {
            program.getErr().println(wrong.getMessage());
            return BAD_INPUT;
        }
    }

    private static void tell(PositionSize size, PrintWriter out) {
        out.println(size.quantity() + " shares, bound by " + size.boundByName());
        size.steps().forEach(step -> out.println("  " + step));
        out.flush();
    }

    private static ObjectNode json(PositionSize size) {
        ObjectNode answer = Json.object();
        answer.put("quantity", size.quantity()).put("boundBy", size.boundByName());
        ArrayNode steps = answer.putArray("steps");
        for (SizeStep step : size.steps()) {
            steps.addObject()
                    .put("by", step.by().name())
                    .put("name", step.name())
                    .put("factor", step.factor())
                    .put("quantity", step.quantity());
        }
        return answer;
    }
}
