package io.robotrader.engine.strategy;

import io.robotrader.engine.strategy.Signal.Direction;
import java.util.List;

/**
 * How the wishes of several strategies in one symbol become one. Wishes count in no order but in the order of the strategies,
 * and never in the order in which they came.
 *
 * <p>Nothing is wished for on a tie: the answer is flat. The minimum confidence keeps out entries and never an exit.
 */
public enum Combination {

    /**
     * Each strategy has one vote. Wishes to be long or short below the minimum confidence do not vote. Long or short needs more
     * votes than each of the two others; else it is flat. Confidence: the sum of the winners' confidences / all votes.
     */
    VOTE {
        @Override
        Opinion combine(List<Opinion> wishes, double minConfidence) {
            List<Opinion> votes = wishes.stream()
                    .filter(wish -> wish.isAtLeast(minConfidence))
                    .toList();
            for (Direction way : List.of(Direction.LONG, Direction.SHORT)) {
                long most = Math.max(count(votes, Direction.FLAT), count(votes, opposite(way)));
                if (count(votes, way) > most) {
                    double sure = votes.stream()
                            .filter(vote -> vote.direction() == way)
                            .mapToDouble(Opinion::confidence)
                            .sum();
                    return new Opinion(way, Math.min(1, sure / votes.size()), 1);
                }
            }
            return Opinion.FLAT;
        }
    },

    /**
     * The score is the sum of weight x confidence, positive for long, negative for short and nothing for flat, divided by the
     * weights of all that wish. It is long or short if the size of the score is above 1e-12 and at least the minimum
     * confidence; else flat. Confidence: the size of the score.
     */
    WEIGHT {
        @Override
        Opinion combine(List<Opinion> wishes, double minConfidence) {
            double score = 0;
            double weights = 0;
            for (Opinion wish : wishes) {
                weights += wish.weight();
                score += wish.weight() * wish.confidence() * sign(wish.direction());
            }
            double size = Math.abs(score) / weights;
            // Written so that what is not a number is flat.
            if (!(size > ROUNDING && size >= minConfidence)) {
                return Opinion.FLAT;
            }
            return new Opinion(score > 0 ? Direction.LONG : Direction.SHORT, Math.min(1, size), 1);
        }
    },

    /**
     * The strategy that was added first decides, and the next one only while it has no wish, or one to be long or short below
     * the minimum confidence; and so on. A wish to be flat is a wish. Confidence: that of the wish that decided.
     */
    PRIORITY {
        @Override
        Opinion combine(List<Opinion> wishes, double minConfidence) {
            for (Opinion wish : wishes) {
                if (wish.isAtLeast(minConfidence)) {
                    return wish;
                }
            }
            return Opinion.FLAT;
        }
    };

    private static final double ROUNDING = 1e-12;

    private static int sign(Direction direction) {
        return direction == Direction.LONG ? 1 : direction == Direction.SHORT ? -1 : 0;
    }

    private static Direction opposite(Direction way) {
        return way == Direction.LONG ? Direction.SHORT : Direction.LONG;
    }

    private static long count(List<Opinion> votes, Direction way) {
        return votes.stream().filter(vote -> vote.direction() == way).count();
    }

    /** The wishes of those that have one, in the order of the strategies. */
    abstract Opinion combine(List<Opinion> wishes, double minConfidence);
}
