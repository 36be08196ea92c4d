package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order of today that is done with. Neither the client's number for it nor the client is said.
 *
 * @param contract what it traded, without the primary exchange
 * @param order the order; its parent, whether it was to be sent on and whether it was a what-if are not said
 * @param permId the vendor's own number for it
 * @param status {@code Filled} or {@code Cancelled}
 * @param filledQuantity how much was filled, null if not said
 * @param completedTime when it was done with, with the zone
 * @param completedStatus why, for people to read
 * @param extras the other fields, as far as they are not as usual
 */
public record CompletedOrder(
        Contract contract,
        Order order,
        int permId,
        String status,
        @Nullable BigDecimal filledQuantity,
        String completedTime,
        String completedStatus,
        Extras extras)
        implements OrderMessage {

    static final CompletedOrder BLANK =
            new CompletedOrder(Contract.NONE, Order.BLANK, 0, "", null, "", "", Extras.NONE);

    private static final String MAX_INTEGER = "2147483647";

    @Override
    public int id() {
        return 101;
    }

    @Override
    public CompletedOrder layout(Fields f) {
        ExtrasPass x = new ExtrasPass(f, extras);
        OrderPricing pricing = order.pricing();
        Contract what = contract.withoutPrimary(f);
        String action = f.text("action", order.action());
        BigDecimal quantity = f.quantity("totalQuantity", order.totalQuantity());
        String type = f.text("orderType", pricing.orderType());
        BigDecimal limit = f.decimalOrUnset("lmtPrice", pricing.limitPrice(), Unset.EMPTY);
        BigDecimal aux = f.decimalOrUnset("auxPrice", pricing.auxPrice(), Unset.EMPTY);
        String timeInForce = f.text("tif", order.time().timeInForce());
        String ocaGroup = f.text("ocaGroup", order.group().ocaGroup());
        String account = f.text("account", order.account());
        x.text("openClose", "");
        x.text("origin", "0");
        String orderRef = f.text("orderRef", order.orderRef());
        int permanent = f.integer("permId", permId);
        boolean outsideHours = f.flag("outsideRth", order.time().outsideHours());
        x.zero("hidden", "discretionaryAmt");
        String goodAfter = f.text("goodAfterTime", order.time().goodAfter());
        x.empty("faGroup", "faMethod", "faPercentage");
        if (!f.since(177)) {
            x.text("faProfile", "");
        }
        x.text("modelCode", "");
        String goodTill = f.text("goodTillDate", order.time().goodTill());
        institutional(x);
        int ocaType = f.integer("ocaType", order.group().ocaType());
        x.text("triggerMethod", "0");
        deltaNeutral(x);
        BigDecimal trailStop = f.decimalOrUnset("trailStopPrice", pricing.trailStopPrice(), Unset.EMPTY);
        BigDecimal percent = f.decimalOrUnset("trailingPercent", pricing.trailingPercent(), Unset.EMPTY);
        comboScaleAndAlgo(x);
        String walkedStatus = f.text("status", status);
        x.zero("randomizeSize", "randomizePrice");
        OrderParts.peggedToBenchmark(x, type);
        OrderParts.conditions(x);
        x.text("trailStopPrice2", "1.7976931348623157E308");
        BigDecimal offset = f.decimalOrUnset("lmtPriceOffset", pricing.limitPriceOffset(), Unset.MAX);
        x.text("cashQty", "0");
        x.text("dontUseAutoPriceForHedge", "1");
        x.text("isOmsContainer", "0");
        x.text("autoCancelDate", "");
        BigDecimal filled = f.quantityOrUnset("filledQuantity", filledQuantity);
        x.text("refFuturesConId", MAX_INTEGER);
        x.text("autoCancelParent", "0");
        x.text("shareholder", "");
        x.zero("imbalanceOnly", "routeMarketableToBbo");
        x.text("parentPermId", "9223372036854775807");
        String time = f.text("completedTime", completedTime);
        String reason = f.text("completedStatus", completedStatus);
        if (f.since(170)) {
            x.empty("minTradeQty", "minCompeteSize", "competeAgainstBestOffset");
            x.empty("midOffsetAtWhole", "midOffsetAtHalf");
        }
        return new CompletedOrder(
                what,
                new Order(
                        action,
                        quantity,
                        new OrderPricing(type, limit, aux, trailStop, percent, offset),
                        new OrderTime(timeInForce, goodAfter, goodTill, outsideHours),
                        new OrderGroup(
                                ocaGroup,
                                ocaType,
                                order.group().parentId(),
                                order.group().transmit()),
                        account,
                        orderRef,
                        order.whatIf()),
                permanent,
                walkedStatus,
                filled,
                time,
                reason,
                x.end());
    }

    private static void institutional(ExtrasPass x) {
        x.empty("rule80A", "percentOffset", "settlingFirm");
        x.text("shortSaleSlot", "0");
        x.text("designatedLocation", "");
        x.text("exemptCode", "-1");
        x.empty("startingPrice", "stockRefPrice", "delta", "stockRangeLower", "stockRangeUpper");
        x.text("displaySize", MAX_INTEGER);
        x.zero("sweepToFill", "allOrNone");
        x.text("minQty", "");
    }

    private static void deltaNeutral(ExtrasPass x) {
        x.text("volatility", "");
        x.text("volatilityType", "0");
        String type = x.text("deltaNeutralOrderType", "None");
        x.text("deltaNeutralAuxPrice", "");
        if (!type.isEmpty()) {
            x.zero("deltaNeutralConId", "deltaNeutralShortSale", "deltaNeutralShortSaleSlot");
            x.text("deltaNeutralDesignatedLocation", "");
        }
        x.zero("continuousUpdate", "referencePriceType");
    }

    private static void comboScaleAndAlgo(ExtrasPass x) {
        x.text("comboLegsDescrip", "");
        OrderParts.combo(x);
        x.text("scaleInitLevelSize", MAX_INTEGER);
        x.text("scaleSubsLevelSize", MAX_INTEGER);
        OrderParts.scale(x);
        OrderParts.hedge(x);
        x.text("clearingAccount", "");
        x.text("clearingIntent", "IB");
        x.text("notHeld", "0");
        OrderParts.deltaNeutralContract(x);
        OrderParts.algo(x);
        x.text("solicited", "0");
    }
}
