package io.robotrader.risk.sizing;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.CorrelationLookup;
import java.util.stream.DoubleStream;

/**
 * How much a new position would move with those that are held: for each, the correlation of the two symbols, turned
 * round if the two positions point opposite ways, so that a hedge is negative. A pair of which nothing is known counts
 * as 1; flat positions and the symbol itself do not count; with nothing to compare the answer is -1. Stateless.
 */
public final class BookCorrelation {

    private BookCorrelation() {}

    /**
     * {@return the correlation with the position that is most alike, from -1 to 1}
     *
     * @param symbol what is to be opened
     * @param side which way
     * @param account what is held
     * @param correlations where correlations are to be had
     */
    public static double highest(String symbol, Side side, AccountSnapshot account, CorrelationLookup correlations) {
        return alike(symbol, side, account, correlations).max().orElse(-1);
    }

    /**
     * {@return the mean of the correlations with all positions, each counted once whatever its size, from -1 to 1}
     *
     * @param symbol what is to be opened
     * @param side which way
     * @param account what is held
     * @param correlations where correlations are to be had
     */
    public static double average(String symbol, Side side, AccountSnapshot account, CorrelationLookup correlations) {
        double mean = alike(symbol, side, account, correlations).average().orElse(-1);
        return Math.max(-1, Math.min(1, mean));
    }

    private static DoubleStream alike(
            String symbol, Side side, AccountSnapshot account, CorrelationLookup correlations) {
        return account.positions().values().stream()
                .filter(held -> held.quantity() != 0 && !held.symbol().equals(symbol))
                .mapToDouble(held -> {
                    double rho = correlations.between(symbol, held.symbol());
                    return Math.abs(rho) <= 1 ? rho * side.sign() * Long.signum(held.quantity()) : 1;
                });
    }
}
