package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * At what price an order is to be done. Which numbers a type needs is the vendor's to say; the factories set those, and
 * what a server says in the others must not be read. Immutable and thread-safe.
 *
 * @param orderType the type: {@code MKT}, {@code LMT}, {@code STP}, {@code STP LMT}, {@code TRAIL} and others
 * @param limitPrice the limit, null if there is none
 * @param auxPrice the stop price, or the amount that the stop trails by; null if there is none
 * @param trailStopPrice where a trailing stop starts, null if there is none
 * @param trailingPercent the percentage that the stop trails by, null if there is none
 * @param limitPriceOffset how far the limit is from a trailing stop, null if there is none
 */
public record OrderPricing(
        String orderType,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal auxPrice,
        @Nullable BigDecimal trailStopPrice,
        @Nullable BigDecimal trailingPercent,
        @Nullable BigDecimal limitPriceOffset) {

    /**
     * At the market.
     *
     * @return {@code MKT}
     */
    public static OrderPricing market() {
        return new OrderPricing("MKT", null, null, null, null, null);
    }

    /**
     * At a price or better.
     *
     * @param price the limit
     * @return {@code LMT}
     */
    public static OrderPricing limit(BigDecimal price) {
        return new OrderPricing("LMT", price, null, null, null, null);
    }

    /**
     * At the market once a price is reached.
     *
     * @param stop the price that has to be reached
     * @return {@code STP}
     */
    public static OrderPricing stop(BigDecimal stop) {
        return new OrderPricing("STP", null, stop, null, null, null);
    }

    /**
     * At a limit once a price is reached.
     *
     * @param stop the price that has to be reached
     * @param limit the limit from then on
     * @return {@code STP LMT}
     */
    public static OrderPricing stopLimit(BigDecimal stop, BigDecimal limit) {
        return new OrderPricing("STP LMT", limit, stop, null, null, null);
    }

    /**
     * At the market once the price has come back by an amount.
     *
     * @param amount how far the stop trails the price
     * @param start where the stop starts, null to leave that to the vendor
     * @return {@code TRAIL}
     */
    public static OrderPricing trailByAmount(BigDecimal amount, @Nullable BigDecimal start) {
        return new OrderPricing("TRAIL", null, amount, start, null, null);
    }

    /**
     * At the market once the price has come back by a percentage.
     *
     * @param percent how far the stop trails the price, 5 meaning five hundredths
     * @param start where the stop starts, null to leave that to the vendor
     * @return {@code TRAIL}
     */
    public static OrderPricing trailByPercent(BigDecimal percent, @Nullable BigDecimal start) {
        return new OrderPricing("TRAIL", null, null, start, percent, null);
    }
}
