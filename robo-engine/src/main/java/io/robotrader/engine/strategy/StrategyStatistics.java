package io.robotrader.engine.strategy;

/**
 * What a strategy among others has done so far. Immutable and thread-safe.
 *
 * @param strategy its name
 * @param bars on how many bars it was asked
 * @param signals how many signals it gave
 * @param agreed after how many of its signals the combination wished for the same direction in the symbol, on the same bar
 * @param overruled after how many it wished for another
 * @param errors on how many bars it failed
 * @param switchedOff whether its error budget is used up, and it is not asked any more
 */
public record StrategyStatistics(
        String strategy, long bars, long signals, long agreed, long overruled, long errors, boolean switchedOff) {}
