package io.robotrader.risk.rule;

import io.robotrader.risk.account.AccountView;

/**
 * Measures one number about the account as it would be after an order.
 *
 * <p>A rule only measures; the {@link Limit} it is paired with says what is allowed. It is asked only about orders that
 * open risk, so it cannot trap an exit. It must be a pure function of its two arguments, quick, and safe to call from
 * any thread; it is called under the gate's lock and must not keep what it is shown.
 */
@FunctionalInterface
public interface RiskRule {

    /**
     * Measures.
     *
     * @param impact what the order would do
     * @param account the account before the order
     * @return the number that the limit is compared with, in the limit's unit; NaN if it cannot be known, which refuses
     *     the order
     */
    double observe(OrderImpact impact, AccountView account);
}
