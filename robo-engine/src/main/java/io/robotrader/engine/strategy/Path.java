package io.robotrader.engine.strategy;

/**
 * How straight the way of a price was over n steps: Kaufman's efficiency ratio (Smarter Trading, 1995), the distance between
 * its ends over the length of the way. 1 is straight, 0 is a circle. Constant time a price, on average.
 */
final class Path {

    private final Window steps;
    private final int length;
    private double last = Double.NaN;

    Path(int length) {
        this.length = length;
        steps = new Window(length);
    }

    void add(double price) {
        if (!Double.isNaN(last)) {
            steps.add(Math.abs(price - last));
        }
        last = price;
    }

    /** From 0 to 1; 0 for a price that did not move. */
    double straightness(double from) {
        double way = steps.mean() * length;
        // Rounding may make the way shorter than the distance.
        return way > 0 ? Math.min(1, Math.abs(last - from) / way) : 0;
    }
}
