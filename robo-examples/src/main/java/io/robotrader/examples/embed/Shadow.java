package io.robotrader.examples.embed;

import io.robotrader.examples.console.Program;
import io.robotrader.risk.account.Side;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What would the gate have said, had it been asked? */
@Command(
        name = "shadow",
        mixinStandardHelpOptions = true,
        description = "The gate looks on while a bot trades that knows nothing of it: it decides, and blocks nothing.")
public final class Shadow implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Made by the launcher. */
    public Shadow() {}

    /**
     * Lets the bot trade, and the gate look on.
     *
     * @param args none but {@code --help}
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new Shadow()), args);
    }

    @Override
    public void run() {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            watch(new FakeBroker(), out);
            out.flush();
        }
    }

    static void watch(FakeBroker broker, PrintWriter out) {
        existingBot(broker, new ShadowBroker(broker, out));
        out.println("shares " + broker.shares() + ", cash " + broker.cash());
    }

    /** The bot that is there already: it buys each rise, and is handed another broker and nothing else. */
    private static void existingBot(FakeBroker prices, Broker broker) {
        double last = 0;
        while (prices.next()) {
            if (broker.price() > last) {
                broker.send(Side.BUY, 25);
            }
            last = broker.price();
        }
    }
}
