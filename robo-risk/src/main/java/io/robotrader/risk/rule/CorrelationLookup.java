package io.robotrader.risk.rule;

/**
 * How alike two symbols move. A correlation tracker's matrix fits it as a method reference.
 *
 * <p>Must be symmetric, quick and safe to call from any thread; it is asked under the gate's lock.
 */
@FunctionalInterface
public interface CorrelationLookup {

    /** Knows nothing about any pair. */
    CorrelationLookup UNKNOWN = (a, b) -> Double.NaN;

    /**
     * The correlation of the returns of two symbols.
     *
     * @param a one symbol
     * @param b another symbol
     * @return from -1 to 1; NaN if it is not known, which no correlation limit admits
     */
    double between(String a, String b);
}
