package io.robotrader.risk;

import io.robotrader.risk.account.OrderIntent;

/**
 * An order whose exposure the gate holds. Immutable and thread-safe.
 *
 * @param order the order as it was approved
 * @param remaining shares that are held still, 1 or more
 * @param isUnknown whether its fate is in doubt: it may or may not be working
 */
public record HeldOrder(OrderIntent order, long remaining, boolean isUnknown) {}
