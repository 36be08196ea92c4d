package io.robotrader.engine.execution;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * What a fill has cost beyond the commission that was told with it. Immutable and thread-safe.
 *
 * @param fillId the fill
 * @param orderId the order it belongs to
 * @param symbol the ticker
 * @param amount money, to be added to the fill's commission: positive for a cost, negative for a rebate
 * @param time when the shares were traded
 */
public record LateCommission(String fillId, String orderId, String symbol, BigDecimal amount, Instant time) {

    /** Checks the parts. */
    public LateCommission {
        Objects.requireNonNull(fillId, "fillId");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(time, "time");
    }
}
