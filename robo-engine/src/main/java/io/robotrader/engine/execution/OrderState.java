package io.robotrader.engine.execution;

import java.util.EnumSet;
import java.util.Set;

/** How an order stands. */
public enum OrderState {
    /** Approved and recorded; not sent, as far as is known. */
    DECIDED,
    /** Handed to the broker, which has said nothing yet. */
    SENT,
    /** The broker has it. */
    ACKNOWLEDGED,
    /** Some of its shares were traded. */
    PARTLY_FILLED,
    /** It was asked to be taken back, and may be filled yet. */
    CANCEL_REQUESTED,
    /** Nobody knows whether it works: it counts as working. */
    UNKNOWN,
    /** All its shares were traded; a bust may have undone some of it since. */
    FILLED,
    /** Taken back. Fills that crossed the cancellation may come yet. */
    CANCELLED,
    /** Never accepted. */
    REJECTED,
    /** Its time is over. */
    EXPIRED;

    private static final Set<OrderState> OVER = EnumSet.of(FILLED, CANCELLED, REJECTED, EXPIRED);

    /** {@return whether the order works no more} */
    public boolean isOver() {
        return OVER.contains(this);
    }

    /**
     * {@return whether an order may go from this state to another}
     *
     * <p>What is over stays over; only a fill that crossed the end turns it into filled, and shares in a rejected order
     * show that it was accepted and then cancelled. If a broker tells two ends, cancelled counts before rejected, and
     * rejected before expired, in whichever order they came. What is filled is not over after all once a change to more shares is told
     * that was made before.
     *
     * @param next the state after
     */
    public boolean mayBecome(OrderState next) {
        return switch (this) {
            case DECIDED -> next != DECIDED;
            case SENT -> next != SENT && next != DECIDED;
            case ACKNOWLEDGED -> next.isOver() || next == PARTLY_FILLED || next == CANCEL_REQUESTED || next == UNKNOWN;
            case PARTLY_FILLED -> next.isOver() || next == CANCEL_REQUESTED || next == UNKNOWN;
            case CANCEL_REQUESTED -> next.isOver() || next == UNKNOWN;
            case UNKNOWN -> next.isOver() || next == ACKNOWLEDGED || next == PARTLY_FILLED || next == CANCEL_REQUESTED;
            case CANCELLED -> next == FILLED;
            case EXPIRED -> next == FILLED || next == CANCELLED || next == REJECTED;
            case REJECTED -> next == FILLED || next == CANCELLED;
            case FILLED ->
                next == PARTLY_FILLED
                        || next == CANCEL_REQUESTED
                        || next == UNKNOWN
                        || next == CANCELLED
                        || next == EXPIRED;
        };
    }
}
