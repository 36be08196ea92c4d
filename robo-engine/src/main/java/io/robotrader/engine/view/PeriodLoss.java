package io.robotrader.engine.view;

import java.util.OptionalDouble;

/**
 * What a period has made or lost so far, mark to market. Immutable and thread-safe.
 *
 * @param period day, week or month
 * @param startEquity the equity that it is counted from, in money
 * @param pnl profit or loss in money, deposits and withdrawals taken out; NaN if the equity is not known
 * @param limit the loss at which trading halts, as a fraction of the start's equity; empty if it is off
 */
public record PeriodLoss(String period, double startEquity, double pnl, OptionalDouble limit) {

    /** {@return the loss as a fraction of the start's equity, negative for a profit; NaN if it is not known} */
    public double lossFraction() {
        return startEquity > 0 ? -pnl / startEquity : Double.NaN;
    }
}
