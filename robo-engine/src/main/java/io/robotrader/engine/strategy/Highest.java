package io.robotrader.engine.strategy;

/**
 * The highest of the last n values; constant time a value, on average.
 *
 * <p>Kept are only values that may still become the highest: each is higher than those that came after it. A value goes in
 * once and out once (the monotonic queue of Lemire, Streaming maximum-minimum filter, 2006).
 */
final class Highest {

    private final double[] values;
    private final long[] places;
    private int head;
    private int size;
    private long seen;

    Highest(int length) {
        values = new double[length];
        places = new long[length];
    }

    void add(double value) {
        if (size > 0 && places[head] <= seen - values.length) {
            head = (head + 1) % values.length;
            size--;
        }
        while (size > 0 && values[at(size - 1)] <= value) {
            size--;
        }
        values[at(size)] = value;
        places[at(size)] = seen;
        size++;
        seen++;
    }

    private int at(int index) {
        return (head + index) % values.length;
    }

    boolean isFull() {
        return seen >= values.length;
    }

    /** The highest value; one must have come. */
    double value() {
        return values[head];
    }
}
