package my.bot;

import io.robotrader.risk.RiskDecision;
import io.robotrader.risk.RiskGate;
import io.robotrader.risk.RiskLimits;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.time.Instant;

/** The first program of someone who embeds the gate. */
public final class Bot {
    private Bot() {}

    public static void main(String[] args) {
        RiskGate gate = RiskGate.of(
                RiskLimits.none().toBuilder().maxOrderNotional(25_000).build());
        gate.update(AccountSnapshot.builder(100_000).build());
        gate.update(MarketData.of("AAPL", Instant.now(), 189.50));

        RiskDecision small = gate.reserve(OrderIntent.market("1", "AAPL", Side.BUY, 100));
        RiskDecision large = gate.reserve(OrderIntent.market("2", "AAPL", Side.BUY, 150));

        if (!small.isApproved() || large.isApproved()) {
            throw new IllegalStateException(small + " and " + large);
        }
        System.out.println("named module: " + RiskGate.class.getModule().isNamed() + ", " + large.violations());
    }
}
