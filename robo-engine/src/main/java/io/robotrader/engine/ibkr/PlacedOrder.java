package io.robotrader.engine.ibkr;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * An order that was handed in. Thread-safe.
 *
 * @param orderId the client's number for it
 * @param acknowledged done once the gateway is known to have it, with what told so; fails with an {@link IbkrException} if
 *     it was refused, or if nothing is heard of it in time, when nobody knows whether it works
 */
public record PlacedOrder(int orderId, CompletableFuture<OrderEvent> acknowledged) {

    /** Checks the parts. */
    public PlacedOrder {
        Objects.requireNonNull(acknowledged, "acknowledged");
    }
}
