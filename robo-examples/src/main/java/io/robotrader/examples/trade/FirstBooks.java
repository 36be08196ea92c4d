package io.robotrader.examples.trade;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.event.EngineEvent;
import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.PositionAdopted;
import io.robotrader.engine.ibkr.IbkrPosition;
import io.robotrader.engine.journal.Journal;
import io.robotrader.examples.console.BadInputException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A journal that is new begins with what the account has: cash, and positions in what is traded. It does so at the gateway's
 * time, which is that of the fills that are in it already.
 */
final class FirstBooks {

    private FirstBooks() {}

    static void adopt(GatewayProbe found, RoboConfig config, Journal journal, int history) {
        if (journal.lastSequence() > 0) {
            return;
        }
        // All of it is looked at before any is written: what has begun does not begin again.
        List<EngineEvent> books = new ArrayList<>();
        books.add(new CashAdopted(found.time(), found.cash(), BigDecimal.ZERO));
        for (IbkrPosition position : found.positions()) {
            String symbol = position.contract().symbol();
            if (position.contract().secType().equals("STK")
                    && config.symbols().contains(symbol)
                    && position.quantity().signum() != 0) {
                books.add(new PositionAdopted(found.time(), symbol, shares(position), cost(position), BigDecimal.ZERO));
            }
        }
        if (books.size() > 1 && history < 1) {
            // Else it would begin its first day with what they have cost, and take the rest for that day's loss.
            throw new BadInputException(
                    "The account holds shares, and what they are worth is known by the bars of before:"
                            + " --history must be at least 1 for the first run in a folder, but was " + history + ".");
        }
        books.forEach(journal::append);
    }

    private static BigDecimal cost(IbkrPosition position) {
        if (position.averageCost().signum() <= 0) {
            throw new BadInputException("The account holds "
                    + position.contract().symbol() + " at an average cost of " + position.averageCost()
                    + ", from which no profit can be counted; take it out of symbols.");
        }
        return position.averageCost();
    }

    private static long shares(IbkrPosition position) {
        try {
            return position.quantity().longValueExact();
        } catch (ArithmeticException e) {
            throw new BadInputException("The account holds " + position.quantity() + " of "
                    + position.contract().symbol() + ", which is no whole number of shares; take it out of symbols.");
        }
    }
}
