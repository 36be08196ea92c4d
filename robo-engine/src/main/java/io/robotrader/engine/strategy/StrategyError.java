package io.robotrader.engine.strategy;

import java.time.Instant;

/**
 * A strategy failed on a bar: it threw, or gave a signal that cannot be. Immutable.
 *
 * @param strategy its name
 * @param symbol the symbol of the bar
 * @param at the time of the bar
 * @param cause what went wrong
 * @param recentErrors how often it failed within the bars of its error budget, this time included
 * @param switchedOff whether this was one time too many: it is not asked any more
 */
public record StrategyError(
        String strategy, String symbol, Instant at, Throwable cause, int recentErrors, boolean switchedOff) {}
