package io.robotrader.engine.ibkr.sim;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The schedules of Interactive Brokers' public price list for shares in the United States. */
enum PriceList implements Commission {
    FIXED("1.00"),
    TIERED("0.35"),
    NONE("0.00");

    private static final BigDecimal FIXED_RATE = new BigDecimal("0.005");
    private static final BigDecimal MOST = new BigDecimal("0.01");
    private static final long[] TIER_ENDS = {300_000, 3_000_000, 20_000_000, 100_000_000, Long.MAX_VALUE};
    private static final String[] TIER_RATES = {"0.0035", "0.0020", "0.0015", "0.0010", "0.0005"};

    private final BigDecimal least;

    PriceList(String least) {
        this.least = new BigDecimal(least);
    }

    @Override
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
