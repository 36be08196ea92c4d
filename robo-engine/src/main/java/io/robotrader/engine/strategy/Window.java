package io.robotrader.engine.strategy;

/**
 * The last n values, with their mean and spread; constant time a value, on average.
 *
 * <p>The sums are of differences from an anchor near the values, so that they lose no digits, and are renewed from the values
 * each time the window has been filled afresh, so that rounding does not add up.
 */
final class Window {

    /** A spread below this part of the mean is rounding, and far below the smallest step of a price. */
    private static final double NOTHING = 1e-7;

    private final double[] values;
    private int count;
    private int next;
    private double anchor;
    private double sum;
    private double squares;

    Window(int length) {
        values = new double[length];
    }

    void add(double value) {
        if (count == 0) {
            anchor = value;
        }
        if (isFull()) {
            double gone = values[next] - anchor;
            sum -= gone;
            squares -= gone * gone;
        } else {
            count++;
        }
        values[next] = value;
        double come = value - anchor;
        sum += come;
        squares += come * come;
        next = (next + 1) % values.length;
        if (next == 0) {
            renew();
        }
    }

    private void renew() {
        anchor = values[values.length - 1];
        sum = 0;
        squares = 0;
        for (double value : values) {
            double difference = value - anchor;
            sum += difference;
            squares += difference * difference;
        }
    }

    boolean isFull() {
        return count == values.length;
    }

    /** The value that came first of those that are left; the window must be full. */
    double oldest() {
        return values[next];
    }

    double mean() {
        return anchor + sum / count;
    }

    /** The square root of the mean squared distance from the mean; 0 if it is nothing but rounding. */
    double deviation() {
        double shift = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares / count - shift * shift));
        return deviation <= NOTHING * Math.abs(mean()) ? 0 : deviation;
    }
}
