package io.robotrader.engine.ibkr;

import java.util.Objects;

/**
 * One value of an account. Immutable and thread-safe.
 *
 * @param account whose
 * @param key which, such as {@code NetLiquidation} or {@code BuyingPower}
 * @param value the value, as the vendor spells it
 * @param currency the currency; empty if the value is not money
 */
public record AccountValue(String account, String key, String value, String currency) implements AccountUpdate {

    /** Checks the parts. */
    public AccountValue {
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(currency, "currency");
    }

    /** Key and value, without account numbers. */
    @Override
    public String toString() {
        return "AccountValue[" + Redacted.account(account) + " " + key + " " + Redacted.text(value)
                + (currency.isEmpty() ? "" : " " + currency) + "]";
    }
}
