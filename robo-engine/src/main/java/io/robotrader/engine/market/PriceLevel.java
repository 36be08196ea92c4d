package io.robotrader.engine.market;

import io.robotrader.engine.market.QualityVerdict.Kind;
import io.robotrader.engine.market.QualityVerdict.Outcome;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Where a price is and how much it usually moves.
 *
 * <p>Moves are logarithms of price ratios, so that up and down weigh the same. The usual move is an exponentially weighted
 * mean of absolute moves; times the square root of pi / 2 it is the standard deviation of a normal distribution. Only moves
 * that were accepted are learnt.
 */
final class PriceLevel {

    private static final double TO_DEVIATION = Math.sqrt(Math.PI / 2);
    private static final double NEWEST_WEIGHT = 2.0 / 33;
    private static final double[] SPLITS = {1.5, 2, 3, 4, 5, 10, 20};
    // A long weekend. Over weeks a price may get anywhere, and a ratio says nothing.
    private static final double MOST_NIGHTS_TO_A_SPLIT = 5;
    // What comes out while the market is closed comes in one move, which no calm hour before it tells of.
    private static final double OVERNIGHT = 2;

    private final QualityBounds bounds;
    private double level = Double.NaN;
    private double usualMove;
    private int moves;
    // The latest price that is not believed: one that may become the level, or that waits for a person.
    private double candidate = Double.NaN;
    private int agreeing;
    private boolean held;
    // Not a number while a hold of an earlier run has seen no price.
    private double splitRatio = Double.NaN;

    PriceLevel(QualityBounds bounds) {
        this.bounds = bounds;
    }

    /**
     * Judges the last price of a range.
     *
     * @param nights if the market was closed between this one and the one before, the days between them, 1 at least; else 0
     * @param missing how many should have come since the last that was used, and did not
     */
    QualityVerdict judge(double first, double high, double low, double last, double nights, long missing) {
        if (Double.isNaN(level)) {
            if (held) {
                candidate = last;
                return QualityVerdict.of(
                        Outcome.HOLD,
                        Kind.SPLIT_LIKE,
                        "nothing to compare " + last + " with, and on hold since before");
            }
            level = last;
            return QualityVerdict.of(Outcome.WARN, Kind.FIRST, "nothing to compare " + last + " with");
        }
        double move = Math.log(last / level);
        double spike = Math.max(Math.log(high / Math.max(level, last)), Math.log(Math.min(level, last) / low));
        double bound = bound();
        double root = Math.sqrt(1 + (double) missing);
        // A night has room of its own below, and a hold waits for the price that was, and not for time to pass.
        double room = nights > 0 || held ? bound : Math.min(Math.log1p(bounds.maxJump()), bound * root);
        // Written so that what is not a number is an outlier.
        boolean isNear = Math.abs(move) <= room;
        if (isNear && spike <= bound) {
            learn(move / root);
            take(last);
            return QualityVerdict.ACCEPTED;
        }
        if (Double.isNaN(splitRatio) && (held || (nights > 0 && nights <= MOST_NIGHTS_TO_A_SPLIT))) {
            findRatio(first, last);
        }
        held |= !Double.isNaN(splitRatio);
        if (held) {
            candidate = last;
            return QualityVerdict.of(Outcome.HOLD, Kind.SPLIT_LIKE, describeHold(last));
        }
        double farthest = Math.max(Math.abs(move), spike);
        if (farthest <= OVERNIGHT * Math.log1p(bounds.maxJump()) * Math.sqrt(nights)) {
            // It teaches nothing about the moves of an open market.
            take(last);
            return QualityVerdict.ACCEPTED;
        }
        return isNear ? confirm(last, spike, bound) : confirm(last, farthest, room);
    }

    private QualityVerdict confirm(double last, double farthest, double most) {
        boolean agrees =
                Math.abs(Math.log(last / candidate)) <= Math.max(bound(), Math.abs(Math.log(candidate / level)) / 2);
        agreeing = agrees ? agreeing + 1 : 1;
        candidate = last;
        if (agreeing < bounds.confirmations()) {
            return QualityVerdict.of(
                    Outcome.REJECT,
                    Kind.OUTLIER,
                    String.format(
                            Locale.ROOT, "%.2f %% from %s is beyond %.2f %%", percent(farthest), level, percent(most)));
        }
        QualityVerdict shifted = QualityVerdict.of(
                Outcome.WARN,
                Kind.LEVEL_SHIFT,
                "from " + level + " to " + last + " by " + agreeing + " prices in a row");
        level = last;
        // The symbol moves more than was thought; if it is still too little, the next shift doubles it again.
        usualMove *= 2;
        forget();
        return shifted;
    }

    /** A price is right, whatever it looked like. */
    void take(double last) {
        level = last;
        forget();
    }

    private static double percent(double move) {
        return Math.expm1(move) * 100;
    }

    private double bound() {
        double most = Math.log1p(bounds.maxJump());
        if (moves < bounds.warmUp()) {
            return most;
        }
        double usual = bounds.deviations() * TO_DEVIATION * usualMove;
        return Math.min(most, Math.max(Math.log1p(bounds.minJump()), usual));
    }

    private void learn(double move) {
        moves = Math.min(moves + 1, bounds.warmUp());
        // A plain mean at first, so that the first move does not weigh more than the others.
        double weight = moves < bounds.warmUp() ? 1.0 / moves : NEWEST_WEIGHT;
        usualMove += weight * (Math.abs(move) - usualMove);
    }

    private void forget() {
        candidate = Double.NaN;
        agreeing = 0;
        held = false;
        splitRatio = Double.NaN;
    }

    private void findRatio(double first, double last) {
        for (double ratio : SPLITS) {
            // Shares are put together by whole numbers: half as much again is a good day.
            if (ratio == Math.rint(ratio) && (isNear(first, ratio) || isNear(last, ratio))) {
                splitRatio = ratio;
            } else if (isNear(first, 1 / ratio) || isNear(last, 1 / ratio)) {
                splitRatio = 1 / ratio;
            }
        }
    }

    private boolean isNear(double price, double ratio) {
        return Math.abs(Math.log(price / level / ratio)) <= Math.log1p(bounds.splitTolerance());
    }

    private String describeHold(double last) {
        String what = "went from " + level + " to " + last;
        return Double.isNaN(splitRatio)
                ? what + ", and is on hold since before"
                : what + ", near " + splitRatio + " : 1";
    }

    boolean isHeld() {
        return held;
    }

    /** Puts it on hold again, as it was in an earlier run. */
    void hold() {
        forget();
        held = true;
    }

    /** New price / old price of the split that is suspected; empty too while it is not known of a hold. */
    OptionalDouble splitRatio() {
        return Double.isNaN(splitRatio) ? OptionalDouble.empty() : OptionalDouble.of(splitRatio);
    }

    /** What was suspected is settled: the latest price on hold is the level, or else the ratio moves it. */
    void settle(OptionalDouble ratio) {
        if (held && !Double.isNaN(candidate)) {
            level = candidate;
        } else {
            level *= ratio.orElse(1);
        }
        forget();
    }
}
