package io.robotrader.examples.embed;

import io.robotrader.examples.console.Program;
import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.RiskGate;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** How does a bot of my own ask the gate before it trades? */
@Command(
        name = "bot",
        mixinStandardHelpOptions = true,
        description = "A bot of a dozen lines with a broker of its own asks the gate before each order.")
public final class Bot implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Made by the launcher. */
    public Bot() {}

    /**
     * Lets the bot trade.
     *
     * @param args none but {@code --help}
     */
    public static void main(String[] args) {
        Program.run(new CommandLine(new Bot()), args);
    }

    @Override
    public void run() {
        if (spec != null) {
            PrintWriter out = spec.commandLine().getOut();
            trade(new FakeBroker(), out);
            out.flush();
        }
    }

    /** The bot: buys a new high, and sells all that it has when the price is three per cent below it. */
    static void trade(FakeBroker broker, PrintWriter out) {
        RiskGate gate = Books.gate(broker);
        double high = 0;
        for (int i = 1; broker.next(); i++) {
            gate.update(Books.of(broker));
            double price = broker.price();
            boolean buy = price > high;
            high = Math.max(high, price);
            if (!buy && (broker.shares() == 0 || price > high * 0.97)) {
                continue;
            }
            long quantity = buy ? 25 : broker.shares();
            OrderIntent order =
                    OrderIntent.market("order-" + i, FakeBroker.STOCK, buy ? Side.BUY : Side.SELL, quantity);
            RiskDecision decision = gate.reserve(order);
            if (decision.isApproved()) {
                broker.send(order.side(), order.quantity());
                // The account first and the hold after, so that no share goes uncounted.
                gate.update(Books.of(broker));
                gate.filled(order.id(), order.quantity());
            }
            out.println(order.side() + " " + quantity + " at " + price + ": "
                    + (decision.isApproved() ? "sent" : decision.violations()));
        }
        out.println("shares " + broker.shares() + ", cash " + broker.cash());
    }
}
