package io.robotrader.engine.ibkr;

/** What an error means to who hears of it. */
public enum ErrorClass {
    /** Nothing failed: a notice or a warning. */
    INFORMATION,
    /** One request failed; the session goes on. */
    REQUEST,
    /** The connection to the gateway, or the gateway's own to the vendor, is broken or was restored. */
    CONNECTION,
    /** It is about an order: refused, or not to be changed or cancelled. */
    ORDER,
    /** Too much was asked in too short a time, or of too many things at once. */
    PACING,
    /** The session cannot go on, and trying again does not help. */
    FATAL
}
