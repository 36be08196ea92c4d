package io.robotrader.engine.view;

import io.robotrader.risk.account.OrderIntent;
import java.time.Instant;

/**
 * A working order as a watcher sees it. Immutable and thread-safe.
 *
 * @param order the order, for the shares that are left
 * @param sent when it was sent
 * @param isUnknown whether its fate is in doubt
 * @param isCancelling whether it was asked to be taken back
 */
public record OpenOrder(OrderIntent order, Instant sent, boolean isUnknown, boolean isCancelling) {}
