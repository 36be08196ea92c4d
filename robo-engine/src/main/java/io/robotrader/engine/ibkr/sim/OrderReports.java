package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.CompletedOrder;
import io.robotrader.engine.ibkr.wire.ExecutionData;
import io.robotrader.engine.ibkr.wire.ExecutionMessage.CommissionReport;
import io.robotrader.engine.ibkr.wire.Extras;
import io.robotrader.engine.ibkr.wire.OpenOrder;
import io.robotrader.engine.ibkr.wire.Order;
import io.robotrader.engine.ibkr.wire.OrderGroup;
import io.robotrader.engine.ibkr.wire.OrderMessage.OrderStatusReport;
import io.robotrader.engine.ibkr.wire.OrderPricing;
import io.robotrader.engine.ibkr.wire.OrderState;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import java.math.BigDecimal;
import java.time.Instant;

/** What is said of orders and fills, message by message, as recordings of real servers have it. */
final class OrderReports {

    private static final OrderState UNKNOWN = OrderState.of("");

    private OrderReports() {}

    static OpenOrder openOrder(LiveOrder order) {
        return openOrder(order, OrderState.of(order.status));
    }

    /** With what it cost, as it is said a second time once that is known. */
    static OpenOrder openOrderWithCost(LiveOrder order) {
        return openOrder(
                order,
                new OrderState(
                        order.status,
                        UNKNOWN.initialMargin(),
                        UNKNOWN.maintenanceMargin(),
                        UNKNOWN.equityWithLoan(),
                        Spelling.real(order.commission),
                        null,
                        null,
                        "USD",
                        ""));
    }

    static OpenOrder openOrder(LiveOrder order, OrderState state) {
        PlaceOrder request = order.request;
        PlaceOrder spelled = new PlaceOrder(request.orderId(), request.contract(), spelled(order), Extras.NONE);
        OpenOrder plain =
                OpenOrder.of(spelled, order.instrument.listing.ordered(), order.clientId, order.permId, state);
        if (order.modifications == 0) {
            return plain;
        }
        String counted =
                order.permId + "." + order.modifications + "/" + order.order().account() + "/100";
        return new OpenOrder(
                plain.orderId(),
                plain.contract(),
                plain.order(),
                plain.clientId(),
                plain.permId(),
                plain.state(),
                plain.extras().with("sharesAllocation", counted));
    }

    private static Order spelled(LiveOrder live) {
        Order order = live.order();
        OrderPricing p = order.pricing();
        BigDecimal stop = live.stop == null ? p.trailStopPrice() : BigDecimal.valueOf(live.stop);
        return new Order(
                order.action(),
                Spelling.size(order.totalQuantity()),
                new OrderPricing(
                        p.orderType(),
                        Spelling.realOrNull(p.limitPrice()),
                        Spelling.realOrNull(p.auxPrice()),
                        Spelling.realOrNull(stop),
                        Spelling.realOrNull(p.trailingPercent()),
                        Spelling.realOrNull(p.limitPriceOffset())),
                order.time(),
                order.group(),
                order.account(),
                order.orderRef(),
                order.whatIf());
    }

    static OrderStatusReport status(LiveOrder order) {
        return status(order, order.status, order.clientId);
    }

    static OrderStatusReport status(LiveOrder order, String status, int clientId) {
        return new OrderStatusReport(
                order.orderId(),
                status,
                Spelling.size(order.filled),
                Spelling.size(order.remaining()),
                Spelling.price(order.average()),
                order.permId,
                order.order().group().parentId(),
                Spelling.price(order.lastPrice),
                clientId,
                order.whyHeld,
                BigDecimal.ZERO);
    }

    static ExecutionData execution(Books.Execution fill, int requestId) {
        LiveOrder order = fill.order();
        Listing listing = order.instrument.listing;
        return new ExecutionData(
                requestId,
                order.orderId(),
                listing.held(),
                fill.execId(),
                Spelling.zoned(fill.time()),
                order.order().account(),
                listing.exchange(),
                order.isBuy() ? "BOT" : "SLD",
                Spelling.size(fill.quantity()),
                Spelling.price(fill.price()),
                order.permId,
                order.clientId,
                0,
                Spelling.size(fill.cumulative()),
                Spelling.price(fill.average()),
                order.order().orderRef(),
                "",
                null,
                "",
                2,
                false);
    }

    static CommissionReport commission(Books.Execution fill) {
        BigDecimal realized = fill.realized();
        return new CommissionReport(
                fill.execId(),
                Spelling.real(fill.commission()),
                "USD",
                realized == null ? null : Spelling.real(realized.setScale(6, java.math.RoundingMode.HALF_UP)),
                null,
                "");
    }

    static CompletedOrder completed(LiveOrder order) {
        Order spelled = spelled(order);
        OrderPricing p = spelled.pricing();
        BigDecimal none = new BigDecimal("0.0");
        Order echo = new Order(
                spelled.action(),
                spelled.totalQuantity(),
                new OrderPricing(
                        p.orderType(),
                        p.limitPrice() == null ? none : p.limitPrice(),
                        p.auxPrice() == null ? none : p.auxPrice(),
                        p.trailStopPrice(),
                        p.trailingPercent(),
                        p.limitPriceOffset()),
                spelled.time(),
                new OrderGroup(
                        spelled.group().ocaGroup(),
                        spelled.group().ocaType() == 0 ? 3 : spelled.group().ocaType(),
                        spelled.group().parentId(),
                        true),
                spelled.account(),
                spelled.orderRef(),
                false);
        Instant when = order.done == null ? order.placed : order.done;
        return new CompletedOrder(
                order.instrument.listing.ordered(),
                echo,
                order.permId,
                order.status,
                Spelling.size(order.filled),
                Spelling.zoned(when),
                order.status.equals("Filled") ? "Filled Size: " + Spelling.size(order.filled) : order.reason,
                Extras.NONE);
    }
}
