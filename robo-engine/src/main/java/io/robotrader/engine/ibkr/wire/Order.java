package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;

/**
 * What an order says, apart from what it trades. Immutable and thread-safe.
 *
 * @param action {@code BUY} or {@code SELL}
 * @param totalQuantity how much in all, what is filled included
 * @param pricing at what price
 * @param time when
 * @param group with what others
 * @param account whose, empty if the login has only one
 * @param orderRef the client's own text, which comes back with the order and its fills
 * @param whatIf whether only the margin and commission are asked for, and nothing is to be placed
 */
public record Order(
        String action,
        BigDecimal totalQuantity,
        OrderPricing pricing,
        OrderTime time,
        OrderGroup group,
        String account,
        String orderRef,
        boolean whatIf) {

    static final Order BLANK = new Order(
            "",
            BigDecimal.ZERO,
            new OrderPricing("", null, null, null, null, null),
            new OrderTime("", "", "", false),
            OrderGroup.ALONE,
            "",
            "",
            false);
}
