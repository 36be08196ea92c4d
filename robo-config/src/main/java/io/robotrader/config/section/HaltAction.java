package io.robotrader.config.section;

/** What a trigger of the kill switch brings about. Written in lower case in files and variables. */
public enum HaltAction {
    /** Nothing is opened until a person resets the switch. */
    HALT,
    /** Positions may only become smaller until a person resets the switch. */
    REDUCE_ONLY,
    /** Nothing, not even a warning. */
    OFF
}
