package io.robotrader.engine.portfolio;

import io.robotrader.engine.execution.Fill;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Instant;

/** Fills with an id of their own each. */
final class Fills {

    private int made;

    /** Shares are negative for a sale. */
    Fill of(String symbol, long shares, String price, String commission) {
        made++;
        return new Fill(
                "fill-" + made,
                "order-" + made,
                symbol,
                shares > 0 ? Side.BUY : Side.SELL,
                Math.abs(shares),
                new BigDecimal(price),
                new BigDecimal(commission),
                Instant.ofEpochSecond(made));
    }

    Fill of(long shares, String price) {
        return of("AAPL", shares, price, "0");
    }
}
