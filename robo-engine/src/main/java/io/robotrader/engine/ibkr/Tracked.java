package io.robotrader.engine.ibkr;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

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
    boolean ended;
    Runnable cancelTimer = () -> {};

    Tracked(int orderId, String orderRef) {
        this.orderId = orderId;
        this.orderRef = orderRef;
    }
}
