package io.robotrader.engine.ibkr;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an order would do to the account, in its currency. Nothing was placed. Immutable and thread-safe.
 *
 * @param initialMargin the initial margin
 * @param maintenanceMargin the maintenance margin
 * @param equityWithLoan the equity with loan value
 * @param commission the commission, null if not known
 * @param minCommission the least that it may be, null if not known
 * @param maxCommission the most that it may be, null if not known
 * @param commissionCurrency the currency of the commission, empty if not known
 * @param warning a warning for people to read, usually empty
 */
public record WhatIf(
        Change initialMargin,
        Change maintenanceMargin,
        Change equityWithLoan,
        @Nullable BigDecimal commission,
        @Nullable BigDecimal minCommission,
        @Nullable BigDecimal maxCommission,
        String commissionCurrency,
        String warning) {

    /** Checks the parts. */
    public WhatIf {
        Objects.requireNonNull(initialMargin, "initialMargin");
        Objects.requireNonNull(maintenanceMargin, "maintenanceMargin");
        Objects.requireNonNull(equityWithLoan, "equityWithLoan");
        Objects.requireNonNull(commissionCurrency, "commissionCurrency");
        Objects.requireNonNull(warning, "warning");
    }

    /**
     * A sum before and after the order. What is not known is null.
     *
     * @param before without the order
     * @param change by the order
     * @param after with the order
     */
    public record Change(
            @Nullable BigDecimal before,
            @Nullable BigDecimal change,
            @Nullable BigDecimal after) {}
}
