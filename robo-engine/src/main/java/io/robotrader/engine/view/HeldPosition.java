package io.robotrader.engine.view;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A position as a watcher sees it. Immutable and thread-safe.
 *
 * @param symbol the ticker
 * @param quantity shares, negative for short, never zero
 * @param averagePrice what they cost on average, in money a share
 * @param mark the last price per share; empty if none has come
 * @param stop where the protective stop is, in money a share; empty if there is none
 * @param target where the profit is taken, in money a share; empty if nowhere
 * @param since when it was opened; empty if that is not known
 */
public record HeldPosition(
        String symbol,
        long quantity,
        double averagePrice,
        OptionalDouble mark,
        OptionalDouble stop,
        OptionalDouble target,
        Optional<Instant> since) {

    /** {@return profit or loss that is not yet taken, in money; empty without a mark} */
    public OptionalDouble unrealizedPnl() {
        return mark.isPresent()
                ? OptionalDouble.of(quantity * (mark.getAsDouble() - averagePrice))
                : OptionalDouble.empty();
    }
}
