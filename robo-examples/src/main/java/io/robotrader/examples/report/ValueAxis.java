package io.robotrader.examples.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A vertical axis whose ends and ticks are round numbers. Immutable.
 *
 * @param step the distance of two ticks
 * @param first the lowest tick in steps from zero
 * @param last the highest tick in steps from zero, above first
 */
record ValueAxis(double step, long first, long last) {

    private static final int INTERVALS = 4;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};

    /** The smallest axis that holds both ends; ends that are equal, or nearly, get some room around them. */
    static ValueAxis over(double min, double max) {
        double size = Math.max(Math.abs(min), Math.abs(max));
        double room = max - min > 1e-6 * size ? max - min : Math.max(size / 100, 1e-3);
        double raw = room / INTERVALS;
        double magnitude = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = magnitude;
        for (double candidate : ROUND) {
            step = candidate * magnitude;
            if (step >= raw * (1 - 1e-9)) {
                break;
            }
        }
        long first = (long) Math.floor(min / step + 1e-9);
        long last = (long) Math.ceil(max / step - 1e-9);
        return new ValueAxis(step, first, last > first ? last : first + 1);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** Returns 0 at the top and 1 at the bottom. */
    double position(double value) {
        return (last * step - value) / ((last - first) * step);
    }

    /** Returns how many decimals tell two ticks apart. */
    int decimals(double unit) {
        int decimals = 0;
        double scaled = step / unit;
        while (decimals < 6 && Math.abs(scaled - Math.rint(scaled)) > 1e-6 * scaled) {
            scaled *= 10;
            decimals++;
        }
        return decimals;
    }
}
