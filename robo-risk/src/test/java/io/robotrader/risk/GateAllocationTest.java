package io.robotrader.risk;

import static io.robotrader.risk.Desk.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.management.ThreadMXBean;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class GateAllocationTest {

    private static final int APPROVALS = 10_000;

    @Test
    void an_approval_allocates_nothing() {
        java.lang.management.ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        assumeThat(bean).isInstanceOf(ThreadMXBean.class);
        ThreadMXBean threads = (ThreadMXBean) bean;
        assumeThat(threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled())
                .isTrue();
        RiskGate gate = RiskGate.of(Desk.seven().build());
        gate.use((a, b) -> 0.5);
        AccountSnapshot.Builder account = AccountSnapshot.builder(1e6).startOfDayEquity(1.2e6);
        for (int i = 0; i < 19; i++) {
            account.market(MarketData.of("S" + i, NOON, 100)).position(Position.of("S" + i, 110, 100));
        }
        gate.update(account.market(MarketData.of("A", NOON, 100)).build());
        OrderIntent order = OrderIntent.limit("1", "A", Side.BUY, 10, 100).withStop(95);
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

    private static int approvals(RiskGate gate, OrderIntent order) {
        int approved = 0;
        for (int i = 0; i < APPROVALS; i++) {
            approved += gate.check(order).isApproved() ? 1 : 0;
        }
        return approved;
    }
}
