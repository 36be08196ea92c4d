package io.robotrader.risk;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.Violation;
import java.time.Instant;
import java.util.List;

/** Accounts and orders that many tests need: 100,000 in cash, A and B at 100 a share. */
final class Desk {

    static final Instant NOON = Instant.parse("2026-01-02T17:00:00Z");

    private Desk() {}

    static RiskLimitsBuilder noLimits() {
        RiskLimitsBuilder limits = RiskLimits.builder();
        for (LimitKind kind : LimitKind.values()) {
            limits.off(kind);
        }
        return limits;
    }

    /** The limits that need nothing but marks. */
    static RiskLimitsBuilder seven() {
        return noLimits()
                .maxBuyingPowerUse(1.0)
                .maxDailyLoss(0.005)
                .maxOrderNotional(10_000)
                .maxSymbolExposure(0.20)
                .maxOpenPositions(20)
                .maxCorrelation(0.7)
                .maxPortfolioHeat(0.06);
    }

    static MarketData mark(String symbol, double price) {
        return MarketData.of(symbol, NOON, price);
    }

    static AccountSnapshot.Builder cash(double cash) {
        return AccountSnapshot.builder(cash).market(mark("A", 100)).market(mark("B", 100));
    }

    /** An account worth 100,000, of which some is in shares of A at 100. */
    static AccountSnapshot.Builder holding(long sharesOfA) {
        return cash(100_000 - 100.0 * sharesOfA)
                .startOfDayEquity(100_000)
                .buyingPower(100_000)
                .position(Position.of("A", sharesOfA, 100));
    }

    static RiskGate gate(RiskLimitsBuilder limits, AccountSnapshot.Builder account) {
        RiskGate gate = RiskGate.of(limits.build());
        gate.update(account.build());
        return gate;
    }

    static OrderIntent buy(String id, long quantity) {
        return OrderIntent.market(id, "A", Side.BUY, quantity);
    }

    static OrderIntent sell(String id, long quantity) {
        return OrderIntent.market(id, "A", Side.SELL, quantity);
    }

    static List<LimitKind> kinds(RiskDecision decision) {
        return decision.violations().stream().map(Violation::kind).toList();
    }
}
