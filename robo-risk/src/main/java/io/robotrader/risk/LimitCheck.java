package io.robotrader.risk;

import io.robotrader.risk.rule.Limit;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One limit, and how an order stands to it. Immutable and thread-safe.
 *
 * @param limit the limit
 * @param observed the number that is compared with it, in its unit; empty if it is not known
 * @param passed whether the limit admits it
 * @param dataAge how old the market data or the facts are that the number rests on; empty if it rests on neither, or none
 *     came
 * @param dataSymbol for {@link io.robotrader.risk.rule.LimitKind#STALE_PRICE} the symbol whose mark is farthest from now, or
 *     has none; empty for all others
 */
public record LimitCheck(
        Limit limit, OptionalDouble observed, boolean passed, Optional<Duration> dataAge, Optional<String> dataSymbol) {

    /** {@return how far the number is from the bound, in the limit's unit: positive inside, negative beyond} */
    public OptionalDouble headroom() {
        return observed.isPresent() ? OptionalDouble.of(limit.headroom(observed.getAsDouble())) : observed;
    }

    /** {@return how much of the limit is used: 1 is exactly at the bound; empty if the number is not known} */
    public OptionalDouble used() {
        return observed.isPresent() ? OptionalDouble.of(limit.used(observed.getAsDouble())) : observed;
    }
}
