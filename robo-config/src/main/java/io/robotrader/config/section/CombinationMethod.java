package io.robotrader.config.section;

/** How several strategies become one. Written in lower case in files and variables. */
public enum CombinationMethod {
    /** Each strategy has one vote; a tie is flat. */
    VOTE,
    /** The mean of what all wish, by weight and confidence. */
    WEIGHT,
    /** The strategy of the greatest weight decides, and the next one where that has no wish. */
    PRIORITY
}
