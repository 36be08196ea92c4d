package io.robotrader.engine.ibkr;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A position. Immutable and thread-safe.
 *
 * @param account whose
 * @param contract of what
 * @param quantity how much is held, negative for short; 0 once it is closed
 * @param averageCost what one has cost, commission included; of a derivative times its multiplier
 * @param marketPrice the price, null if not told, as in answers to {@link IbkrAccount#positions}
 * @param marketValue what it is worth, negative for short; null if not told
 * @param unrealizedPnl the gain since, negative for a loss; null if not told
 * @param realizedPnl the gain of what was closed today; null if not told
 */
public record IbkrPosition(
        String account,
        IbkrContract contract,
        BigDecimal quantity,
        BigDecimal averageCost,
        @Nullable BigDecimal marketPrice,
        @Nullable BigDecimal marketValue,
        @Nullable BigDecimal unrealizedPnl,
        @Nullable BigDecimal realizedPnl)
        implements AccountUpdate {

    /** Checks the parts. */
    public IbkrPosition {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(averageCost, "averageCost");
    }

    /** What is held, without the account's number. */
    @Override
    public String toString() {
        return "IbkrPosition[" + Redacted.account(account) + " " + quantity + " " + contract.symbol() + " at "
                + averageCost + (marketValue == null ? "" : " worth " + marketValue) + "]";
    }
}
