package io.robotrader.correlation;

/** Fisher's transformation, on which the error of a correlation does not depend on the correlation. Stateless. */
final class FisherZ {
    private FisherZ() {}

    /** The inverse hyperbolic tangent: infinite at 1 and -1. */
    static double of(double coefficient) {
        return 0.5 * (Math.log1p(coefficient) - Math.log1p(-coefficient));
    }
}
