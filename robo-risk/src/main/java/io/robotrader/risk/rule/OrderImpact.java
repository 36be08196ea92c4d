package io.robotrader.risk.rule;

import io.robotrader.risk.account.Instrument;
import io.robotrader.risk.account.OrderIntent;

/**
 * What one order would do to the account, worked out once and shown to every rule.
 *
 * <p>Shares that take a position nearer to zero, after the working orders of the same side have had theirs, <em>reduce</em>;
 * all others <em>open</em>. Limits are about the opening ones. Exposures are quantity times price
 * with the symbol's working orders at their worst: the larger of position and all buys, or position and all sells. Numbers
 * that are not known are NaN. Valid only while a rule is being asked: the gate uses one instance again and again.
 */
public interface OrderImpact {

    /** {@return the order; its quantity may differ from the one that is judged, see {@link #quantity}} */
    OrderIntent order();

    /** {@return what is traded} */
    Instrument instrument();

    /** {@return the shares that are judged: the order's, or those that are tried when the largest order is sought} */
    long quantity();

    /**
     * {@return the price per share the order is valued at: its limit, or the mark; for a sale whose limit is below the
     * mark, the mark, near which it would trade; NaN if there is neither}
     */
    double price();

    /** {@return shares that open or extend a position, from 0 to the quantity} */
    long openingQuantity();

    /** {@return shares that only bring a position towards zero; with the opening ones they are the quantity} */
    long reducingQuantity();

    /** {@return opening shares times price, in money} */
    double openingNotional();

    /** {@return whether the order would open a position in a symbol that has neither one nor an opening order} */
    boolean opensSymbol();

    /** {@return the exposure of the symbol before the order at its mark, in money, zero or positive} */
    double symbolExposureBefore();

    /** {@return the exposure of the symbol after the order at the order's price, in money, zero or positive} */
    double symbolExposureAfter();

    /** {@return the exposure of the symbol before the order, in money, negative if it is short at its worst} */
    double signedExposureBefore();

    /** {@return the exposure of the symbol after the order, in money, negative if it is short at its worst} */
    double signedExposureAfter();

    /** {@return the shares owed after the order and all working sales, zero or positive} */
    long sharesShortAfter();

    /** {@return what the order adds to the risk at stops, in money, zero or positive} */
    double addedRisk();

    /** {@return the mark per share} */
    double mark();

    /** {@return seconds between the mark's time and now, either way} */
    double markAgeSeconds();

    /**
     * {@return seconds since an order of the same side, quantity and limit was last held, as far as it is among the last
     * eight of the symbol; the largest number if there is none}
     */
    double secondsSinceSameOrder();

    /** {@return 1 if the exchange is closed now, 0 if it is open} */
    double outsideSession();

    /** {@return shares traded a day on average} */
    double averageVolume();

    /** {@return what all shares are worth, in money} */
    double marketCap();

    /** {@return how much the symbol moves with the market} */
    double beta();

    /** {@return the standard deviation of the symbol's daily returns that the market does not explain, as a fraction} */
    double residualVolatility();
}
