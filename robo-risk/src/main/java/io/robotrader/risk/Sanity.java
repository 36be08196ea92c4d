package io.robotrader.risk;

import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.rule.LimitKind;
import io.robotrader.risk.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gate asks of an opening order besides the limits: whether it makes sense at all. Runs under the gate's lock. */
final class Sanity {

    private Sanity() {}

    /** Adds what is wrong to the list, which is made when the first thing is. */
    static @Nullable List<Violation> check(Assessment impact, @Nullable List<Violation> found) {
        OrderIntent order = impact.order();
        List<Violation> all = found;
        if (Double.isNaN(impact.mark())) {
            all = add(all, LimitKind.UNKNOWN_DATA, "no mark is known for " + order.symbol());
        }
        long lot = impact.instrument().lotSize();
        if (impact.openingQuantity() % lot != 0) {
            all = add(
                    all,
                    LimitKind.INVALID_ORDER,
                    "quantity must open whole lots of " + lot + ", but was " + order.quantity());
        }
        double stop = order.stopPrice().orElse(Double.NaN);
        if (order.side().sign() * (stop - impact.expectedFill()) >= 0) {
            all = add(
                    all,
                    LimitKind.INVALID_ORDER,
                    "a " + order.side() + " at " + impact.expectedFill()
                            + " must have its stop on the losing side, but it was " + stop);
        }
        return all;
    }

    static List<Violation> add(@Nullable List<Violation> found, LimitKind kind, String detail) {
        List<Violation> list = found == null ? new ArrayList<>() : found;
        list.add(Violation.of(kind, detail));
        return list;
    }
}
