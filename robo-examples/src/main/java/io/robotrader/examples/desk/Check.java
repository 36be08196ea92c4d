package io.robotrader.examples.desk;

import io.robotrader.examples.console.BadInputException;
import io.robotrader.examples.console.Json;
import io.robotrader.examples.console.Program;
import io.robotrader.risk.Explanation;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.RiskGate;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Would my limits let these orders through? */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Puts the orders of a scenario before the gate, one after the other, and tells what it answers.",
            "An approved order is held while the next one is judged. The format: docs/scenarios.md."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every order is approved or, if the scenario says what it expects, every expectation holds",
            "1:an order is refused, or an expectation does not hold",
            "2:the options or the scenario are wrong"
        })
public final class Check implements Callable<Integer> {

    private static final int BAD_INPUT = 2;

    @Parameters(paramLabel = "FILE", description = "The scenario: YAML, or JSON if its name ends in .json.")
    private Path file = Path.of("");

    @Option(names = "--explain", description = "Tell every limit, passed or not.")
    private boolean explain;

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Made by the launcher. */
    public Check() {}

    /**
     * Checks the orders of a scenario.
     *
     * @param args the file and the options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new Check()), args);
    }

    @Override
    public Integer call() {
        CommandLine program = Given.required(spec, "spec").commandLine();
        try {
            List<Verdict> verdicts = Document.read(file, Scenario.class, "account and orders", Check::judge);
            PrintWriter out = program.getOut();
            if (json) {
                Json.print(Verdict.json(verdicts, explain), out);
            } else {
                out.print(Verdict.text(verdicts, explain));
                out.flush();
            }
            return Verdict.allWell(verdicts) ? 0 : 1;
        } catch (BadInputException wrong) {
            program.getErr().println(wrong.getMessage());
            return BAD_INPUT;
        }
    }

    static List<Verdict> judge(Scenario scenario) {
        List<OrderCase> cases = scenario.orderCases();
        RiskGate gate = scenario.gate();
        List<Verdict> verdicts = new ArrayList<>();
        for (OrderCase test : cases) {
            // Asked first, as the order itself changes what the gate would say.
            Explanation why = gate.explain(test.order());
            RiskDecision decision = gate.reserve(test.order());
            verdicts.add(new Verdict(test, decision, why));
        }
        return verdicts;
    }
}
