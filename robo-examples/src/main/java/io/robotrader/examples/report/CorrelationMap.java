package io.robotrader.examples.report;

import java.util.List;

/** Correlations of some symbols, shown as a coloured table. Immutable. */
public final class CorrelationMap implements Block {

    // A sum of rounded products may end a hair above 1; more than that is not a correlation.
    private static final double ROUNDING = 1e-9;

    private final List<String> names;
    private final double[][] values;
    private final String note;

    private CorrelationMap(List<String> names, double[][] values, String note) {
        this.names = names;
        this.values = values;
        this.note = note;
    }

    /**
     * Makes a map from a square matrix.
     *
     * @param note what was measured, over which window and as of when; may be empty
     * @param names one name a row and column; may be empty
     * @param values row by row, each -1..1, or NaN for a correlation that is not known; copied
     * @return the map
     * @throws IllegalArgumentException if the matrix does not fit the names or a value is out of range
     */
    public static CorrelationMap of(String note, List<String> names, double[][] values) {
        int size = names.size();
        if (values.length != size) {
            throw new IllegalArgumentException("values must have " + size + " rows, but was " + values.length);
        }
        double[][] copy = new double[size][];
        for (int row = 0; row < size; row++) {
            copy[row] = values[row].clone();
            if (copy[row].length != size) {
                throw new IllegalArgumentException(
                        "values[" + row + "] must have " + size + " columns, but was " + copy[row].length);
            }
            for (int column = 0; column < size; column++) {
                if (Math.abs(copy[row][column]) > 1 + ROUNDING) {
                    throw new IllegalArgumentException("values[" + row + "][" + column
                            + "] must be in -1..1 or NaN, but was " + copy[row][column]);
                }
            }
        }
        return new CorrelationMap(List.copyOf(names), copy, note);
    }

    String note() {
        return note;
    }

    List<String> names() {
        return names;
    }

    /** Returns -1..1, or NaN if it is not known. */
    double value(int row, int column) {
        return Math.max(-1, Math.min(1, values[row][column]));
    }
}
