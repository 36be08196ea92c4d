package io.robotrader.correlation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Returns and matrices for the tests. */
final class Samples {
    static final CorrelationSettings FROM_TWO = CorrelationSettings.defaults().withWindow(1000, 2);

    /** Eight rows of four symbols; what other programs make of them stands in the tests. */
    static final AlignedReturns EIGHT = columns(new double[][] {
        {.01, -.02, .03, 0, .015, -.01, .02, -.005},
        {.02, -.01, .025, .01, -.005, -.02, .03, 0},
        {-.01, .015, -.02, .005, .01, 0, -.025, .02},
        {.005, .01, -.015, .02, -.01, .005, .015, -.02}
    });

    private Samples() {}

    static AlignedReturns columns(double[][] returns) {
        List<Instant> times =
                IntStream.range(0, returns[0].length).mapToObj(Feed::day).toList();
        return AlignedReturns.of(names(returns.length), times, returns);
    }

    static List<String> names(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> String.valueOf((char) ('A' + i)))
                .toList();
    }

    /** Symbols with something in common, each on its own scale; a part of the returns missing. */
    static double[][] random(long seed, int symbols, int rows, double missing) {
        Random random = new Random(seed);
        double[] common = random.doubles(rows, -1, 1).toArray();
        double[][] returns = new double[symbols][rows];
        for (double[] column : returns) {
            double share = random.nextDouble(-1, 1);
            double scale = Math.pow(10, random.nextInt(3) - 3);
            for (int row = 0; row < rows; row++) {
                column[row] = random.nextDouble() < missing
                        ? Double.NaN
                        : scale * (share * common[row] + random.nextGaussian());
            }
        }
        return returns;
    }

    static CorrelationMatrix matrix(double[][] coefficients) {
        return matrix(names(coefficients.length), coefficients, 60);
    }

    static CorrelationMatrix matrix(List<String> symbols, double[][] coefficients, int observations) {
        MatrixDraft draft =
                new MatrixDraft(CorrelationSettings.defaults(), symbols, Feed.day(9), 7, CorrelationMethod.PEARSON);
        draft.setAll((i, j) -> coefficients[i][j], (i, j) -> observations);
        return draft.finish();
    }

    /** All values that estimators can give, unknown among them; symbols that files find hard. */
    static CorrelationMatrix odd(long seed, int size) {
        Random random = new Random(seed);
        List<String> hard = List.of("A", "B,C", "say \"D\"", "#E", " F ", "G\nH", "\\u0130\u0131", "\t", "BRK.B=");
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            symbols.add(hard.get(i % hard.size()) + (i < hard.size() && i != 7 ? "" : "x" + i));
        }
        CorrelationMethod[] methods = CorrelationMethod.values();
        MatrixDraft draft = new MatrixDraft(
                new CorrelationSettings(60, 2 + random.nextInt(40), Math.max(0.01, random.nextDouble())),
                symbols,
                random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                random.nextLong(0, Long.MAX_VALUE),
                methods[random.nextInt(methods.length)]);
        draft.setAll(
                (i, j) -> random.nextInt(4) == 0 ? Double.NaN : i == j ? 1 : random.nextDouble(-1, 1),
                (i, j) -> 42 + random.nextInt(19));
        return draft.finish();
    }
}
