package io.robotrader.risk.sizing;

/**
 * Decides how many shares to open. A pure function: safe to share between threads.
 *
 * @see PositionSizers
 */
@FunctionalInterface
public interface PositionSizer {

    /**
     * Sizes one entry.
     *
     * @param request what is to be opened, and with what means
     * @return whole lots, rounded down, and what bound them; zero shares is an answer
     */
    PositionSize size(SizingRequest request);
}
