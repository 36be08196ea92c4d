package io.robotrader.examples.trade;

import io.robotrader.config.RoboConfig;
import io.robotrader.engine.event.EngineEvent.CashAdopted;
import io.robotrader.engine.event.EngineEvent.PositionAdopted;
import io.robotrader.engine.ibkr.IbkrPosition;
import io.robotrader.engine.journal.Journal;
import io.robotrader.examples.console.BadInputException;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A journal that is new begins with what the account has: cash, and positions in what is traded. It does so at the gateway's
 * time, which is that of the fills that are in it already.
 */
final class FirstBooks {

    private FirstBooks() {}

    static void adopt(GatewayProbe found, RoboConfig config, Journal journal) {
        if (journal.lastSequence() > 0) {
            return;
        }
        Instant now = found.time();
        journal.append(new CashAdopted(now, found.cash(), BigDecimal.ZERO));
        for (IbkrPosition position : found.positions()) {
            String symbol = position.contract().symbol();
            if (position.contract().secType().equals("STK")
                    && config.symbols().contains(symbol)
                    && position.quantity().signum() != 0) {
                journal.append(
                        new PositionAdopted(now, symbol, shares(position), position.averageCost(), BigDecimal.ZERO));
            }
        }
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
