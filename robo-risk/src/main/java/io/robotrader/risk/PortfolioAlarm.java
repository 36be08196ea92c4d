package io.robotrader.risk;

import io.robotrader.risk.halt.HaltTrigger;
import io.robotrader.risk.halt.KillSwitch;
import io.robotrader.risk.rule.LimitKind;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the kill switch how the positions stand. Runs without the gate's lock, since listeners may call the gate. */
final class PortfolioAlarm {

    private final KillSwitch killSwitch;

    PortfolioAlarm(KillSwitch killSwitch) {
        this.killSwitch = killSwitch;
    }

    void tell(PortfolioReport report) {
        for (PortfolioReport.Item item : report.items()) {
            HaltTrigger trigger = trigger(item.limit().kind());
            if (trigger != null) {
                tell(trigger, item);
            }
        }
    }

    /** Takes back the warnings of limits that are off under another policy. A halt is not for it to lift. */
    void takeBack(RiskPolicy former, RiskPolicy inForce) {
        Set<HaltTrigger> gone = triggers(former);
        gone.removeAll(triggers(inForce));
        gone.forEach(killSwitch::clearWarning);
    }

    private void tell(HaltTrigger trigger, PortfolioReport.Item item) {
        double observed = item.observed().orElse(Double.NaN);
        if (observed == Double.POSITIVE_INFINITY) {
            killSwitch.trip(
                    trigger, item.limit().name() + " is without bound: positions are held and no equity is left");
        } else {
            killSwitch.watch(trigger, item.limit(), observed);
        }
    }

    private static Set<HaltTrigger> triggers(RiskPolicy policy) {
        Set<HaltTrigger> triggers = EnumSet.noneOf(HaltTrigger.class);
        for (int i = 0; i < policy.size(); i++) {
            HaltTrigger trigger = trigger(policy.limit(i).kind());
            if (trigger != null) {
                triggers.add(trigger);
            }
        }
        return triggers;
    }

    private static @Nullable HaltTrigger trigger(LimitKind kind) {
        return switch (kind) {
            case DAILY_LOSS_LIMIT -> HaltTrigger.DAILY_LOSS;
            case DRAWDOWN_LIMIT -> HaltTrigger.DRAWDOWN;
            case LEVERAGE_LIMIT -> HaltTrigger.LEVERAGE;
            case PORTFOLIO_HEAT_LIMIT -> HaltTrigger.HEAT;
            default -> null;
        };
    }
}
