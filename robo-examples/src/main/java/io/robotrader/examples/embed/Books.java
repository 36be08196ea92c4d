package io.robotrader.examples.embed;

import io.robotrader.risk.RiskGate;
import io.robotrader.risk.RiskLimits;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.rule.LimitKind;

/** What the gate is told: the limits once, and then the broker's books. */
final class Books {

    private Books() {}

    /** A gate that goes by the broker's time. Limits that need data which this broker does not have are off. */
    static RiskGate gate(Broker broker) {
        RiskLimits limits = RiskLimits.builder()
                .maxOrderNotional(3_000)
                .maxSymbolExposure(0.40)
                .maxSectorExposure(0.40)
                .off(LimitKind.VOLUME_LIMIT)
                .off(LimitKind.MARKET_CAP_LIMIT)
                .off(LimitKind.BETA_LIMIT)
                .build();
        return RiskGate.builder().limits(limits).clock(broker::time).build();
    }

    /** The account and the market as the broker has them now. */
    static AccountSnapshot of(Broker broker) {
        var books = AccountSnapshot.builder(broker.cash())
                .startOfDayEquity(20_000)
                .market(MarketData.of(FakeBroker.STOCK, broker.time(), broker.price()));
        if (broker.shares() != 0) {
            books.position(Position.of(FakeBroker.STOCK, broker.shares(), broker.averagePrice()));
        }
        return books.build();
    }
}
