package io.robotrader.engine.strategy;

import io.robotrader.engine.strategy.Signal.Direction;

/** What one strategy wishes of one symbol until it says otherwise. */
record Opinion(Direction direction, double confidence, double weight) {

    static final Opinion FLAT = new Opinion(Direction.FLAT, 1, 1);

    /** Whether it counts. A wish to be out of the market always does. */
    boolean isAtLeast(double minConfidence) {
        return direction == Direction.FLAT || confidence >= minConfidence;
    }
}
