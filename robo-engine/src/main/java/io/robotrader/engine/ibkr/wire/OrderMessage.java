package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a server says about orders. */
public sealed interface OrderMessage extends ServerMessage
        permits OrderMessage.OrderStatusReport,
                OrderMessage.OpenOrderEnd,
                OrderMessage.CompletedOrdersEnd,
                OrderMessage.OrderBound,
                OpenOrder,
                CompletedOrder {

    @Override
    OrderMessage layout(Fields f);

    /**
     * How an order stands. It says the whole of it each time, comes again without a change, and may come before the
     * fill that it tells of.
     *
     * @param orderId the client's number for the order
     * @param status {@code PreSubmitted}, {@code Submitted}, {@code PendingCancel}, {@code Cancelled}, {@code
     *     Filled}, {@code Inactive} and others
     * @param filled how much is filled so far
     * @param remaining how much is not
     * @param averageFillPrice the average price of what is filled, 0 if nothing is
     * @param permId the vendor's own number for the order
     * @param parentId the order that has to be filled first, 0 if none
     * @param lastFillPrice the price of the latest fill, 0 if there is none
     * @param clientId whose order it is
     * @param whyHeld what it waits for: {@code trigger}, {@code locate}, {@code child} or nothing
     * @param marketCapPrice a bound of its price, 0 if there is none
     */
    record OrderStatusReport(
            int orderId,
            String status,
            BigDecimal filled,
            BigDecimal remaining,
            BigDecimal averageFillPrice,
            int permId,
            int parentId,
            BigDecimal lastFillPrice,
            int clientId,
            String whyHeld,
            @Nullable BigDecimal marketCapPrice)
            implements OrderMessage {

        static final OrderStatusReport BLANK = new OrderStatusReport(
                0, "", BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, BigDecimal.ZERO, 0, "", null);

        @Override
        public int id() {
            return 3;
        }

        @Override
        public OrderStatusReport layout(Fields f) {
            return new OrderStatusReport(
                    f.integer("orderId", orderId),
                    f.text("status", status),
                    f.quantity("filled", filled),
                    f.quantity("remaining", remaining),
                    f.decimal("averageFillPrice", averageFillPrice),
                    f.integer("permId", permId),
                    f.integer("parentId", parentId),
                    f.decimal("lastFillPrice", lastFillPrice),
                    f.integer("clientId", clientId),
                    f.text("whyHeld", whyHeld),
                    f.decimalOrUnset("marketCapPrice", marketCapPrice, Unset.EMPTY));
        }
    }

    /**
     * All working orders have come.
     */
    record OpenOrderEnd() implements OrderMessage {

        static final OpenOrderEnd BLANK = new OpenOrderEnd();

        @Override
        public int id() {
            return 53;
        }

        @Override
        public OpenOrderEnd layout(Fields f) {
            f.constant("version", 1);
            return this;
        }
    }

    /**
     * All orders that are done with have come.
     */
    record CompletedOrdersEnd() implements OrderMessage {

        static final CompletedOrdersEnd BLANK = new CompletedOrdersEnd();

        @Override
        public int id() {
            return 102;
        }

        @Override
        public CompletedOrdersEnd layout(Fields f) {
            return this;
        }
    }

    /**
     * An order entered by hand now has a client's number.
     *
     * @param permId the vendor's own number for it
     * @param clientId the client
     * @param orderId the client's number for the order
     */
    record OrderBound(long permId, int clientId, int orderId) implements OrderMessage {

        static final OrderBound BLANK = new OrderBound(0, 0, 0);

        @Override
        public int id() {
            return 100;
        }

        @Override
        public OrderBound layout(Fields f) {
            return new OrderBound(
                    f.whole("permId", permId), f.integer("clientId", clientId), f.integer("orderId", orderId));
        }
    }
}
