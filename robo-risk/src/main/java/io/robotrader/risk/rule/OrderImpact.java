package io.robotrader.risk.rule;

import io.robotrader.risk.account.OrderIntent;

/**
 * What one order would do to the account, worked out once and shown to every rule.
 *
 * <p>An order <em>reduces</em> to the extent that it brings the position, net of working orders on the same side,
 * towards zero; what goes past zero <em>opens</em>. Limits are about the opening part. Valid only while a rule is being
 * asked: the gate uses one instance again and again.
 */
public interface OrderImpact {

    /** {@return the order} */
    OrderIntent order();

    /** {@return the price per share the order is valued at: its limit, or the mark; for a sale
     * whose limit is below the mark, the mark, near which it would trade; NaN if there is neither} */
    double price();

    /** {@return shares that open or extend a position, from 0 to the order's quantity} */
    long openingQuantity();

    /** {@return shares that only bring a position towards zero; with the opening ones they are the whole order} */
    long reducingQuantity();

    /** {@return opening shares times price, in money} */
    double openingNotional();

    /** {@return the exposure of the order's symbol after the order, all its working orders at their worst, in money} */
    double symbolExposureAfter();

    /** {@return what the order adds to the risk at stops, in money, zero or positive} */
    double addedRisk();

    /** {@return whether the order would open a position in a symbol that has neither one nor an opening order} */
    boolean opensSymbol();
}
