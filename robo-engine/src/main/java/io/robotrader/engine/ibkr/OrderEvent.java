package io.robotrader.engine.ibkr;

import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was learnt of an order. The vendor repeats itself; what says nothing new is not told again. Nothing is
 * promised about which kind comes first: a status may come before the fill that it counts, or without one.
 * Immutable and thread-safe.
 */
public sealed interface OrderEvent {

    /**
     * The gateway knows the order.
     *
     * @param orderId the client's number for it; 0 for one entered by hand
     * @param permId the vendor's own number for it, 0 if not yet known
     * @param clientId whose it is
     * @param contract what it trades
     * @param order the order; of prices that its type does not use, nothing must be read
     * @param status how it stands
     */
    record Acknowledged(int orderId, int permId, int clientId, IbkrContract contract, IbkrOrder order, String status)
            implements OrderEvent {}

    /**
     * How an order stands.
     *
     * @param orderId the client's number for it
     * @param permId the vendor's own number for it, 0 if not yet known
     * @param clientId whose it is, or who has cancelled it
     * @param orderRef the client's own text, empty if not known
     * @param status {@code PreSubmitted}, {@code Submitted}, {@code PendingCancel}, {@code Cancelled}, {@code Filled},
     *     {@code Inactive} and others
     * @param filled how much is filled so far
     * @param remaining how much is not
     * @param averagePrice the average price of what is filled, 0 if nothing is
     * @param whyHeld what it waits for, such as {@code trigger} or {@code locate}; usually empty
     */
    record Status(
            int orderId,
            int permId,
            int clientId,
            String orderRef,
            String status,
            BigDecimal filled,
            BigDecimal remaining,
            BigDecimal averagePrice,
            String whyHeld)
            implements OrderEvent {

        /** {@return whether nothing more becomes of it, but for fills that are still on their way} */
        public boolean isEnd() {
            return status.equals("Filled") || isCancelled();
        }

        /** {@return whether it was cancelled; a part may be filled all the same} */
        public boolean isCancelled() {
            return status.equals("Cancelled") || status.equals("ApiCancelled");
        }
    }

    /**
     * A fill.
     *
     * @param execId the fill's own number. A correction of it has the same but for what follows the last dot
     * @param orderId the client's number for the order
     * @param permId the vendor's own number for the order
     * @param clientId whose order it is
     * @param orderRef the order's text
     * @param account whose
     * @param contract what was traded
     * @param side bought or sold
     * @param quantity how much, positive
     * @param price at what price
     * @param cumulativeQuantity how much of the order is filled so far, this fill included
     * @param averagePrice the average price of that
     * @param exchange where
     * @param time when, as the gateway spells it
     * @param received when it came in here
     */
    record Executed(
            String execId,
            int orderId,
            int permId,
            int clientId,
            String orderRef,
            String account,
            IbkrContract contract,
            Side side,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal cumulativeQuantity,
            BigDecimal averagePrice,
            String exchange,
            String time,
            Instant received)
            implements OrderEvent {

        /**
         * {@return when it was traded; when it came in here, if the gateway has named no zone or an unknown one}
         */
        public Instant tradedAt() {
            return GatewayTime.parse(time).orElse(received);
        }

        /** {@return what the fill and its corrections have in common} */
        public String root() {
            int dot = execId.lastIndexOf('.');
            return dot < 0 ? execId : execId.substring(0, dot);
        }

        /** What it is, without the account's number. */
        @Override
        public String toString() {
            return "Executed[" + execId + ", order " + orderId + ", ref " + orderRef + ", " + side + " " + quantity
                    + " " + contract.symbol() + " at " + price + ", " + time + ", account " + Redacted.account(account)
                    + "]";
        }
    }

    /**
     * What a fill has cost.
     *
     * @param execId the fill
     * @param commission positive for a cost, negative for a rebate
     * @param currency its currency
     * @param realizedPnl the gain of a fill that closes, below 0 for a loss; null for one that opens
     */
    record Commission(
            String execId,
            BigDecimal commission,
            String currency,
            @Nullable BigDecimal realizedPnl) implements OrderEvent {}

    /**
     * An order that did not come about: refused by the vendor, the gateway or the client itself.
     *
     * @param orderId the client's number for it
     * @param orderRef the client's own text
     * @param error why
     */
    record Rejected(int orderId, String orderRef, IbkrError error) implements OrderEvent {}

    /**
     * An order that has ended today, as it is told when it is asked for.
     *
     * @param permId the vendor's own number for it
     * @param orderRef the client's own text
     * @param status {@code Filled}, {@code Cancelled} and others
     * @param filled how much was filled, null if not said
     * @param reason why it ended, in the vendor's words
     */
    record Completed(
            int permId,
            String orderRef,
            String status,
            @Nullable BigDecimal filled,
            String reason) implements OrderEvent {}

    /**
     * Nobody knows what became of an order: it was sent, and the gateway has said nothing of it. It may be working. It must
     * not be sent again before it is known that it is not.
     *
     * @param orderId the client's number for it
     * @param orderRef the client's own text
     * @param reason what is known
     */
    record Unknown(int orderId, String orderRef, String reason) implements OrderEvent {}

    /**
     * Orders and fills were read again, and all that the gateway knows of them was told before this.
     *
     * @param complete whether every question was answered
     */
    record Reconciled(boolean complete) implements OrderEvent {}
}
