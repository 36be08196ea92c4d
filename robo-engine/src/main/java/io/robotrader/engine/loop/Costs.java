package io.robotrader.engine.loop;

import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What each fill has cost. A broker of which an order is recalled tells its fills and commissions from the beginning, and
 * the program may have ended between a fill and its commission: what is told again counts as far as it is new.
 */
final class Costs {

    private final Map<String, BigDecimal> booked = new HashMap<>();
    private final Map<String, BigDecimal> retold = new HashMap<>();
    private final Set<String> unpaid = new HashSet<>();

    /** A fill is booked, with its commission. */
    void book(Fill fill) {
        booked.put(fill.id(), fill.commission());
        if (fill.commission().signum() == 0) {
            unpaid.add(fill.orderId());
        }
    }

    /** A commission is booked. */
    void book(LateCommission commission) {
        booked.merge(commission.fillId(), commission.amount(), BigDecimal::add);
        unpaid.remove(commission.orderId());
    }

    /** Whether the last of an order's fills has cost nothing so far. */
    boolean mayCostMore(String orderId) {
        return unpaid.contains(orderId);
    }

    /** A fill that is booked is told again: what of its commission is new. */
    BigDecimal toldAgain(Fill fill) {
        retold.put(fill.id(), fill.commission());
        // Where it is not known yet it is told by itself.
        return fill.commission().signum() == 0 ? BigDecimal.ZERO : missing(fill.id());
    }

    /** What of a commission is new. */
    BigDecimal told(LateCommission commission) {
        if (!retold.containsKey(commission.fillId())) {
            return commission.amount();
        }
        retold.merge(commission.fillId(), commission.amount(), BigDecimal::add);
        return missing(commission.fillId());
    }

    private BigDecimal missing(String fillId) {
        BigDecimal told = retold.getOrDefault(fillId, BigDecimal.ZERO);
        return told.subtract(booked.getOrDefault(fillId, BigDecimal.ZERO));
    }
}
