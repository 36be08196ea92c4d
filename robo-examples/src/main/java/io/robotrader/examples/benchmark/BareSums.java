package io.robotrader.examples.benchmark;

/**
 * The same sums and comparisons as the gate's built-in limits, written down one after another over plain fields: what
 * the arithmetic costs without names, without locks, without objects and without reasons.
 */
final class BareSums {

    private static final double Z_95 = 1.6448536269514722;

    private final double equity = 1_000_000;
    private final double buyingPower = 500_000;
    private final double startEquity = 1_000_000;
    private final double peak = 1_000_000;
    private final double marketVolatility = 0.01;
    private final double mark = 100;
    private final double volume = 2e6;
    private final double marketCap = 2e9;
    private final double beta = 1;
    private final double volatility = 0.0173;
    private final int[] openIds;
    private final double[] openSigns;
    private final double[] correlations;
    private final double gross;
    private double sector;
    private double heat;
    private double betaExposure;
    private double ownVariance;
    private double openedNotional;
    private double before;
    private int lossStreak;
    private int openedOrders;
    private int ordersInMinute;
    private long held;
    private long lastMillis;
    private long now = 10_000;
    private boolean restricted;
    private boolean closed;

    BareSums(int positions) {
        openIds = new int[positions];
        openSigns = new double[positions];
        correlations = new double[positions + 1];
        for (int i = 0; i < positions; i++) {
            openIds[i] = i + 1;
            openSigns[i] = 1;
            correlations[i + 1] = 0.5;
        }
        gross = 1_000.0 * positions;
        sector = gross / 10;
        heat = gross * 0.05;
        betaExposure = gross;
        ownVariance = 300 * positions;
    }

    boolean check(long quantity, double limit, double stop) {
        double notional = quantity * limit;
        double after = before + notional;
        double risk = heat + quantity * (limit - stop);
        double exposure = betaExposure + beta * (after - before);
        double own = ownVariance - square(before * volatility) + square(after * volatility);
        double deviation = Math.sqrt(square(exposure * marketVolatility) + Math.max(0, own));
        now++;
        return stop < limit
                && notional / buyingPower <= 1
                && (startEquity - equity) / startEquity < 0.005
                && 1 - equity / peak <= 0.20
                && lossStreak <= 5
                && openedOrders + 1 <= 100
                && ordersInMinute + 1 <= 60
                && (now - lastMillis) / 1000.0 >= 1
                && !restricted
                && !closed
                && held + quantity >= 0
                && now / 1000.0 <= 1e12
                && Math.abs(limit - mark) / mark <= 0.10
                && volume >= 1_000_000
                && marketCap >= 1_000_000_000
                && notional <= 10_000
                && openedNotional + notional <= 100_000
                && after / equity <= 0.20
                && (sector - before + after) / equity <= 0.30
                && (gross - before + after) / equity <= 2
                && openIds.length + 1 <= 500
                && highest() <= 0.7
                && risk / equity <= 0.03
                && Math.abs(exposure) / equity <= 1.2
                && Z_95 * deviation / equity <= 0.02;
    }

    private double highest() {
        double highest = -1;
        for (int i = 0; i < openIds.length; i++) {
            highest = Math.max(highest, openSigns[i] * correlations[openIds[i]]);
        }
        return highest;
    }

    private static double square(double number) {
        return number * number;
    }
}
