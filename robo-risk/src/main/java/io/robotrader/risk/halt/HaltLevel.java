package io.robotrader.risk.halt;

/**
 * How far trading is held back, from least to most. At no level is an order refused that only reduces a position.
 */
public enum HaltLevel {
    /** Nothing is wrong. */
    NORMAL,
    /** Something comes close to its limit. Holds nothing back, and goes by itself when that is no longer so. */
    WARN,
    /**
     * Nothing may open risk, and working orders that would are to be cancelled; strategies may still close what they
     * hold. Stays until a reset.
     */
    REDUCE_ONLY,
    /**
     * As {@link #REDUCE_ONLY}, and positions are closed where the policy asks for flattening; otherwise by a person, by
     * their stops, or by the strategies' own exits, which are never refused. Stays until a reset.
     */
    HALT;

    /** {@return whether orders that open risk may be sent: at NORMAL and WARN} */
    public boolean mayOpen() {
        return this == NORMAL || this == WARN;
    }
}
