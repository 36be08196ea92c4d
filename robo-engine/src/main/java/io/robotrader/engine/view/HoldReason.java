package io.robotrader.engine.view;

/** Why a running engine opens nothing for the time being. It runs when none of these holds. */
public enum HoldReason {
    /** A person has paused it. */
    PERSON,
    /** The connection to the broker is lost. */
    CONNECTION,
    /** The books are not reconciled with the broker's. */
    RECONCILIATION,
    /** The journal is in trouble. */
    JOURNAL,
    /** Market data is silent. */
    MARKET_DATA,
    /** The program cannot vouch for itself. */
    UNHEALTHY
}
