package io.robotrader.engine.ibkr.wire;

/**
 * How a number that is not set is spelled when it is written. What is read is taken in every spelling that is known: an
 * empty field, and the largest value of the type.
 */
public enum Unset {
    /** As an empty field. */
    EMPTY,
    /** As the largest value of its type. */
    MAX;

    /** The integer that stands for "not set". */
    public static final int INTEGER = Integer.MAX_VALUE;

    /** The double that stands for "not set". */
    public static final double REAL = Double.MAX_VALUE;
}
