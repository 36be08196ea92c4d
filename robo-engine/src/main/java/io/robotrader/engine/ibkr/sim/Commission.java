package io.robotrader.engine.ibkr.sim;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the broker takes for shares in the United States, after Interactive Brokers' public price list.
 *
 * <p>Included is the broker's own commission only. Left out are the fees that it passes through under the tiered
 * schedule (exchange, clearing, and the transaction fees of SEC and FINRA on sales), as they depend on the venue and
 * change several times a year. Immutable and thread-safe.
 */
public enum Commission {
    /** USD 0.005 a share, at least 1.00 an order, at most 1 % of its value. */
    FIXED("1.00"),
    /** USD 0.0035 a share up to 300,000 shares a month, then 0.0020, 0.0015, 0.0010 and 0.0005; at least 0.35 an order, at most 1 % of its value. */
    TIERED("0.35"),
    /** Nothing at all. */
    NONE("0.00");

    private static final BigDecimal FIXED_RATE = new BigDecimal("0.005");
    private static final BigDecimal MOST = new BigDecimal("0.01");
    private static final long[] TIER_ENDS = {300_000, 3_000_000, 20_000_000, 100_000_000, Long.MAX_VALUE};
    private static final String[] TIER_RATES = {"0.0035", "0.0020", "0.0015", "0.0010", "0.0005"};

    private final BigDecimal least;

    Commission(String least) {
        this.least = new BigDecimal(least);
    }

    /**
     * What an order costs in all, as far as it is filled. A fill costs what the order costs with it, less what it cost
     * before, so that the minimum is taken once an order.
     *
     * @param shares how many shares of the order are filled; not negative
     * @param value their price times their number, in US dollars; not negative
     * @param sharesThisMonth how many shares the account has traded in this month before the order; only the tiered
     *     schedule asks
     * @return the commission in US dollars, not negative, rounded half up to 4 decimals; 0 if nothing is filled
     */
    public BigDecimal of(BigDecimal shares, BigDecimal value, long sharesThisMonth) {
        if (this == NONE || shares.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal plain = this == FIXED ? shares.multiply(FIXED_RATE) : tiered(shares, sharesThisMonth);
        return plain.max(least).min(value.multiply(MOST)).setScale(4, RoundingMode.HALF_UP);
    }

    private static BigDecimal tiered(BigDecimal shares, long before) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal left = shares;
        BigDecimal start = BigDecimal.valueOf(before);
        for (int i = 0; i < TIER_ENDS.length && left.signum() > 0; i++) {
            BigDecimal room = BigDecimal.valueOf(TIER_ENDS[i]).subtract(start).max(BigDecimal.ZERO);
            BigDecimal here = left.min(room);
            sum = sum.add(here.multiply(new BigDecimal(TIER_RATES[i])));
            left = left.subtract(here);
            start = start.add(here);
        }
        return sum;
    }
}
