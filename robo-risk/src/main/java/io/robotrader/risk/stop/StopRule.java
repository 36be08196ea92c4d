package io.robotrader.risk.stop;

/**
 * How far a stop is away from the price that it follows. {@link StopRules} has the built-in ones. A rule should be
 * immutable, as the stops that it makes are shared.
 */
@FunctionalInterface
public interface StopRule {

    /**
     * The distance between a price and its stop; not negative for a long and not for a short position.
     *
     * @param price the entry, or the best price since, per share, positive
     * @param atr the average true range per share, positive; NaN if unknown
     * @return money per share, above zero; NaN if it cannot be told
     */
    double distance(double price, double atr);

    /**
     * {@return this rule, and where it cannot tell the distance, another one}
     *
     * @param other is asked second
     */
    default StopRule orElse(StopRule other) {
        return (price, atr) -> {
            double distance = distance(price, atr);
            return Double.isNaN(distance) ? other.distance(price, atr) : distance;
        };
    }
}
