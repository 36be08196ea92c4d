package io.robotrader.engine.ibkr.sim;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the broker takes for shares. The constants follow Interactive Brokers' public price list for the United States.
 *
 * <p>Included in them is the broker's own commission only. Left out are the fees that it passes through under the tiered
 * schedule (exchange, clearing, and the transaction fees of SEC and FINRA on sales), as they depend on the venue and
 * change several times a year. Implementations are immutable and thread-safe.
 */
@FunctionalInterface
public interface Commission {

    /** USD 0.005 a share, at least 1.00 an order, at most 1 % of its value. */
    Commission FIXED = PriceList.FIXED;

    /** USD 0.0035 a share up to 300,000 shares a month, then 0.0020, 0.0015, 0.0010 and 0.0005; at least 0.35 an order, at most 1 % of its value. */
    Commission TIERED = PriceList.TIERED;

    /** Nothing at all. */
    Commission NONE = PriceList.NONE;

    /**
     * A price for each share, without a least and a most.
     *
     * @param price US dollars for each share, zero or more
     * @return the schedule; what an order costs is rounded up to a cent
     * @throws IllegalArgumentException if the price is below zero
     */
    static Commission perShare(BigDecimal price) {
        if (price.signum() < 0) {
            throw new IllegalArgumentException("price must be zero or more, but was " + price);
        }
        return (shares, value, sharesThisMonth) -> shares.multiply(price).setScale(2, RoundingMode.CEILING);
    }

    /**
     * What an order costs in all, as far as it is filled. A fill costs what the order costs with it, less what it cost
     * before, so that a minimum is taken once an order.
     *
     * @param shares how many shares of the order are filled; not negative
     * @param value their price times their number, in US dollars; not negative
     * @param sharesThisMonth how many shares the account has traded in this month before the order; only the tiered
     *     schedule asks
     * @return the commission in US dollars, not negative, of those on the price list rounded half up to 4 decimals; 0 if
     *     nothing is filled
     */
    BigDecimal of(BigDecimal shares, BigDecimal value, long sharesThisMonth);
}
