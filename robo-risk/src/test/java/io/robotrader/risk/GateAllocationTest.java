package io.robotrader.risk;

import static io.robotrader.risk.Desk.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.InstrumentFacts;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import io.robotrader.risk.halt.HaltPolicy;
import io.robotrader.risk.halt.HaltStores;
import io.robotrader.risk.halt.KillSwitch;
import io.robotrader.risk.rule.Limit;
import io.robotrader.risk.rule.Unit;
import java.lang.management.ManagementFactory;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateAllocationTest {

    private static final int APPROVALS = 10_000;

    @ParameterizedTest
    @ValueSource(ints = {20, 200})
    void an_approval_with_all_limits_on_allocates_nothing(int positions) {
        java.lang.management.ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        assumeThat(bean).isInstanceOf(ThreadMXBean.class);
        ThreadMXBean threads = (ThreadMXBean) bean;
        assumeThat(threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled())
                .isTrue();
        RiskGate gate = everything(positions);
        OrderIntent order = OrderIntent.limit("1", "A", Side.BUY, 10, 100).withStop(95);
        assertThat(gate.check(order).violations()).isEmpty();
        assertThat(approvals(gate, order)).isEqualTo(APPROVALS);

        long id = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getThreadAllocatedBytes(id);
            int approved = approvals(gate, order);
            least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
            assertThat(approved).isEqualTo(APPROVALS);
        }

        assertThat(least).isZero();
    }

    private static RiskGate everything(int positions) {
        RiskLimits limits = RiskLimits.builder()
                .maxOpenPositions(500)
                .maxSectorExposure(3)
                .maxBeta(3)
                .maxLossStreak(5)
                .onlyInSession()
                .restricted(Set.of("Z"))
                .maxValueAtRisk(0.5)
                .build();
        RiskPolicy policy = RiskPolicy.of(limits)
                .and(Limit.custom("own", 1e9, Unit.MONEY), (impact, account) -> impact.openingNotional());
        assertThat(policy.size()).isEqualTo(LimitCase.ALL.size() + 1);
        RiskGate gate = RiskGate.builder()
                .policy(policy)
                .clock(new HandClock())
                .correlations((a, b) -> 0.5)
                .session((symbol, millis) -> true)
                .killSwitch(KillSwitch.of(HaltPolicy.defaults(), HaltStores.inMemory(), new HandClock()))
                .build();
        gate.marketVolatility(0.01);
        AccountSnapshot.Builder account = AccountSnapshot.builder(1e6).market(MarketData.of("A", NOON, 100));
        for (int i = 0; i < positions; i++) {
            account.market(MarketData.of("S" + i, NOON, 100)).position(Position.of("S" + i, 10, 100));
            gate.update(facts("S" + i));
        }
        gate.update(facts("A"));
        gate.update(account.startOfDayEquity(1e6).build());
        return gate;
    }

    private static InstrumentFacts facts(String symbol) {
        return InstrumentFacts.of(symbol, NOON)
                .withAverageVolume(2e6)
                .withMarketCap(2e9)
                .withBeta(1)
                .withDailyVolatility(0.02);
    }

    private static int approvals(RiskGate gate, OrderIntent order) {
        int approved = 0;
        for (int i = 0; i < APPROVALS; i++) {
            approved += gate.check(order).isApproved() ? 1 : 0;
        }
        return approved;
    }
}
