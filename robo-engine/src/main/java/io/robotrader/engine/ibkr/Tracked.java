package io.robotrader.engine.ibkr;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What is known of an order of ours. Guarded by the tracker. */
final class Tracked {

    final int orderId;
    final String orderRef;
    final CompletableFuture<OrderEvent> acknowledgement = new CompletableFuture<>();
    final List<CompletableFuture<OrderEvent>> endings = new ArrayList<>();
    boolean written;
    boolean acknowledged;
    boolean modifying;
    boolean lost;
    boolean toldUnknown;
    boolean ended;

    /** What was told of its end. */
    @Nullable
    OrderEvent end;

    Runnable cancelTimer = () -> {};

    Tracked(int orderId, String orderRef) {
        this.orderId = orderId;
        this.orderRef = orderRef;
    }
}
