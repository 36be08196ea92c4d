package io.robotrader.engine.ibkr.sim;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a simulator was built with. */
record Settings(
        Map<String, BigDecimal> accounts,
        Map<Listing, PricePath> prices,
        Instant start,
        FillModel fills,
        Commission commission,
        double halfSpread,
        List<ScriptedFill> script,
        Scenario scenario,
        long seed,
        int serverVersion,
        int messagesPerSecond,
        MarketDataPermission permission,
        boolean completedOrders,
        boolean readOnly,
        boolean barByBar,
        boolean checksFunds) {

    /** A fill that is to happen some time after an order is taken, whatever the market does. */
    record ScriptedFill(Duration after, BigDecimal quantity, BigDecimal price) {}
}
