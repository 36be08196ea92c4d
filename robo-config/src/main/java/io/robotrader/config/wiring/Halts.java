package io.robotrader.config.wiring;

import io.robotrader.config.section.HaltAction;
import io.robotrader.config.section.HaltConfig;
import io.robotrader.risk.halt.HaltLevel;
import io.robotrader.risk.halt.HaltPolicy;
import io.robotrader.risk.halt.HaltTrigger;
import java.util.Map;

/** One line a trigger. */
final class Halts {

    private Halts() {}

    static HaltPolicy of(HaltConfig halt, boolean isEnabled) {
        HaltPolicy.Builder policy = HaltPolicy.builder()
                .rejectedOrders(halt.rejectedOrderCount(), halt.rejectedOrderWindow())
                .warnAt(halt.warnAtPct())
                .flattenOnHalt(halt.flatten());
        Map.of(
                        HaltTrigger.DAILY_LOSS, halt.dailyLoss(),
                        HaltTrigger.LEVERAGE, halt.leverage(),
                        HaltTrigger.HEAT, halt.heat(),
                        HaltTrigger.DRAWDOWN, halt.drawdown(),
                        HaltTrigger.REJECTED_ORDERS, halt.rejectedOrders(),
                        HaltTrigger.UNHEALTHY, halt.unhealthy())
                .forEach((trigger, action) -> set(policy, trigger, isEnabled ? action : HaltAction.OFF));
        // They have no setting of their own: who sets such a limit means it.
        set(policy, HaltTrigger.WEEKLY_LOSS, isEnabled ? HaltAction.HALT : HaltAction.OFF);
        set(policy, HaltTrigger.MONTHLY_LOSS, isEnabled ? HaltAction.HALT : HaltAction.OFF);
        return policy.build();
    }

    private static void set(HaltPolicy.Builder policy, HaltTrigger trigger, HaltAction action) {
        switch (action) {
            case HALT -> policy.on(trigger, HaltLevel.HALT);
            case REDUCE_ONLY -> policy.on(trigger, HaltLevel.REDUCE_ONLY);
            case OFF -> policy.off(trigger);
        }
    }
}
