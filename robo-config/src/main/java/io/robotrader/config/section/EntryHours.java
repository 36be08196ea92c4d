package io.robotrader.config.section;

/** When positions may be opened. */
public enum EntryHours {
    /** In the regular session of the exchange. */
    REGULAR,
    /** In extended hours too: before the open, after the close, and overnight where the exchange's calendar has that. */
    EXTENDED,
    /** At any time. */
    ANY
}
