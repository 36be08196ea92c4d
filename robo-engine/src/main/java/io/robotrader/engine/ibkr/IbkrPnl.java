package io.robotrader.engine.ibkr;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Profit and loss, of an account or of one position; a loss is negative. What the vendor does not know is null. Immutable
 * and thread-safe.
 *
 * @param daily of today
 * @param unrealized of what is still held
 * @param realized of what was closed today
 * @param position how much is held; null for an account
 * @param value what it is worth; null for an account
 */
public record IbkrPnl(
        @Nullable BigDecimal daily,
        @Nullable BigDecimal unrealized,
        @Nullable BigDecimal realized,
        @Nullable BigDecimal position,
        @Nullable BigDecimal value) {}
