package io.robotrader.engine.execution;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a reconciliation has found, and what is to be done, in the order of the parts. Immutable and thread-safe.
 *
 * @param asOf of when the broker's books are
 * @param differences what is different and was not told before
 * @param fills to be booked, as if the broker had told them
 * @param ends to be booked likewise; unknown ones mean that the order is lost, and is to be asked for again
 * @param found orders whose fate was unknown and that work, with the broker's name for them
 * @param cancel orders that our books have as ended and that work: to be asked to be taken back
 * @param positions what our books are to be set to; zero shares to close one
 * @param cash what our money is to be set to; empty to leave it
 * @param blocked symbols in which nothing may open risk
 * @param blocksAll whether nothing may open risk at all
 * @param standing what stays different, for {@link Books#standing} of the next time
 */
public record Reconciliation(
        Instant asOf,
        List<Difference> differences,
        List<Fill> fills,
        List<OrderEnd> ends,
        Map<String, String> found,
        List<String> cancel,
        List<Adoption> positions,
        Optional<BigDecimal> cash,
        Set<String> blocked,
        boolean blocksAll,
        Set<Difference> standing) {

    /** Copies the collections. */
    public Reconciliation {
        differences = List.copyOf(differences);
        fills = List.copyOf(fills);
        ends = List.copyOf(ends);
        found = Map.copyOf(found);
        cancel = List.copyOf(cancel);
        positions = List.copyOf(positions);
        blocked = Set.copyOf(blocked);
        standing = Set.copyOf(standing);
    }

    /** {@return whether there is nothing new to tell and nothing to do; what stands may block all the same} */
    public boolean isEmpty() {
        return differences.isEmpty()
                && fills.isEmpty()
                && ends.isEmpty()
                && found.isEmpty()
                && positions.isEmpty()
                && cash.isEmpty();
    }

    /**
     * What a position is to be set to. Immutable and thread-safe.
     *
     * @param symbol the ticker
     * @param quantity shares from now on, negative for short, zero for none
     * @param averagePrice what they cost on average, in money a share; zero if there are none, or if the broker did not say
     */
    public record Adoption(String symbol, long quantity, BigDecimal averagePrice) {}
}
