package io.robotrader.risk.heat;

import io.robotrader.risk.account.Side;
import java.util.Optional;

/**
 * What one position, or one working order, adds to the heat. Immutable and thread-safe.
 *
 * @param symbol the ticker
 * @param orderId the working order's id; empty for a position
 * @param side {@link Side#BUY} for a long position or an order that would open one, {@link Side#SELL} for short
 * @param quantity shares at risk, positive; of an order, those that would open
 * @param basis where the stop's distance comes from
 * @param risk what is lost from here if the stop is hit, in money, zero or positive
 * @param heat the risk as a fraction of the equity; these add up to the plain heat
 * @param adjustedHeat its part of the correlation-adjusted heat, negative for a hedge; these add up to it
 * @param beyondStop what a position has lost beyond its stop already, in money, zero or positive: incurred, no heat
 */
public record HeatContribution(
        String symbol,
        Optional<String> orderId,
        Side side,
        long quantity,
        StopBasis basis,
        double risk,
        double heat,
        double adjustedHeat,
        double beyondStop) {

    /** {@return whether the price is at the stop or beyond it, so that the stop should have been hit already} */
    public boolean isBreached() {
        return basis == StopBasis.STOP && risk == 0;
    }
}
