package io.robotrader.engine.portfolio;

import io.robotrader.engine.execution.Fill;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * One position in the books. Immutable.
 *
 * @param quantity shares, negative for short, never zero
 * @param cost what the shares cost in sum, commissions not included; negative for a short position, which brought money in
 */
record Holding(long quantity, BigDecimal cost) {

    BigDecimal averagePrice() {
        return cost.divide(BigDecimal.valueOf(quantity), MathContext.DECIMAL64);
    }

    /** The cost of that many of these shares, exact when it is all of them. */
    BigDecimal costOf(long shares) {
        return shares == quantity
                ? cost
                : cost.multiply(BigDecimal.valueOf(shares)).divide(BigDecimal.valueOf(quantity), MathContext.DECIMAL64);
    }

    static long signed(Fill fill) {
        return fill.side().sign() * fill.quantity();
    }
}
