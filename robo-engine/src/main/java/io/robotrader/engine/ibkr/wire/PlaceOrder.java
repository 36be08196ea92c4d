package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Places an order; under the number of one that is working it changes that one, and must then say all of it again.
 *
 * @param orderId the client's number for the order
 * @param contract what to trade
 * @param order the order
 * @param extras the other fields, as far as they are not as usual
 */
public record PlaceOrder(int orderId, Contract contract, Order order, Extras extras) implements OrderRequest {

    static final PlaceOrder BLANK = new PlaceOrder(0, Contract.NONE, Order.BLANK, Extras.NONE);

    @Override
    public int id() {
        return 3;
    }

    @Override
    public PlaceOrder layout(Fields f) {
        ExtrasPass x = new ExtrasPass(f, extras);
        OrderPricing pricing = order.pricing();
        int id = f.integer("orderId", orderId);
        Contract what = contract.full(f);
        x.empty("secIdType", "secId");
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
        boolean transmit = f.flag("transmit", order.group().transmit());
        int parentId = f.integer("parentId", order.group().parentId());
        x.zero("blockOrder", "sweepToFill", "displaySize", "triggerMethod");
        boolean outsideHours = f.flag("outsideRth", order.time().outsideHours());
        x.text("hidden", "0");
        if (what.secType().equals("BAG")) {
            OrderParts.combo(x);
        }
        x.text("sharesAllocation", "");
        x.text("discretionaryAmt", "0.0");
        String goodAfter = f.text("goodAfterTime", order.time().goodAfter());
        String goodTill = f.text("goodTillDate", order.time().goodTill());
        OrderGroup group = institutional(f, x, ocaGroup, parentId, transmit);
        deltaNeutral(x);
        BigDecimal trailStop = f.decimalOrUnset("trailStopPrice", pricing.trailStopPrice(), Unset.EMPTY);
        BigDecimal percent = f.decimalOrUnset("trailingPercent", pricing.trailingPercent(), Unset.EMPTY);
        scaleAndAlgo(x);
        boolean whatIf = f.flag("whatIf", order.whatIf());
        x.text("orderMiscOptions", "");
        x.zero("solicited", "randomizeSize", "randomizePrice");
        OrderParts.peggedToBenchmark(x, type);
        OrderParts.conditions(x);
        x.empty("adjustedOrderType", "triggerPrice");
        BigDecimal offset = f.decimalOrUnset("lmtPriceOffset", pricing.limitPriceOffset(), Unset.EMPTY);
        latest(f, x);
        pegged(f, x, what.exchange(), type);
        return new PlaceOrder(
                id,
                what,
                new Order(
                        action,
                        quantity,
                        new OrderPricing(type, limit, aux, trailStop, percent, offset),
                        new OrderTime(timeInForce, goodAfter, goodTill, outsideHours),
                        group,
                        account,
                        orderRef,
                        whatIf),
                x.end());
    }

    private OrderGroup institutional(Fields f, ExtrasPass x, String ocaGroup, int parentId, boolean transmit) {
        x.empty("faGroup", "faMethod", "faPercentage");
        if (!f.since(177)) {
            x.text("faProfile", "");
        }
        x.text("modelCode", "");
        x.text("shortSaleSlot", "0");
        x.text("designatedLocation", "");
        x.text("exemptCode", "-1");
        OrderGroup group =
                new OrderGroup(ocaGroup, f.integer("ocaType", order.group().ocaType()), parentId, transmit);
        x.empty("rule80A", "settlingFirm");
        x.text("allOrNone", "0");
        x.empty("minQty", "percentOffset");
        x.zero("eTradeOnly", "firmQuoteOnly");
        x.text("nbboPriceCap", "");
        x.text("auctionStrategy", "0");
        x.empty("startingPrice", "stockRefPrice", "delta", "stockRangeLower", "stockRangeUpper");
        x.text("overridePercentageConstraints", "0");
        return group;
    }

    private static void deltaNeutral(ExtrasPass x) {
        x.empty("volatility", "volatilityType");
        String type = x.text("deltaNeutralOrderType", "");
        x.text("deltaNeutralAuxPrice", "");
        if (!type.isEmpty()) {
            x.empty("deltaNeutralConId", "deltaNeutralSettlingFirm", "deltaNeutralClearingAccount");
            x.empty("deltaNeutralClearingIntent", "deltaNeutralOpenClose", "deltaNeutralShortSale");
            x.empty("deltaNeutralShortSaleSlot", "deltaNeutralDesignatedLocation");
        }
        x.text("continuousUpdate", "0");
        x.text("referencePriceType", "");
    }

    private static void scaleAndAlgo(ExtrasPass x) {
        x.empty("scaleInitLevelSize", "scaleSubsLevelSize");
        OrderParts.scale(x);
        x.empty("scaleTable", "activeStartTime", "activeStopTime");
        OrderParts.hedge(x);
        x.text("optOutSmartRouting", "0");
        x.empty("clearingAccount", "clearingIntent");
        x.text("notHeld", "0");
        OrderParts.deltaNeutralContract(x);
        OrderParts.algo(x);
        x.text("algoId", "");
    }

    private static void latest(Fields f, ExtrasPass x) {
        x.empty("adjustedStopPrice", "adjustedStopLimitPrice", "adjustedTrailingAmount");
        x.text("adjustableTrailingUnit", "0");
        x.empty("extOperator", "softDollarTierName", "softDollarTierValue", "cashQty");
        x.empty("mifid2DecisionMaker", "mifid2DecisionAlgo", "mifid2ExecutionTrader", "mifid2ExecutionAlgo");
        x.zero("dontUseAutoPriceForHedge", "isOmsContainer", "discretionaryUpToLimitPrice", "usePriceMgmtAlgo");
        since(f, x, 158, "duration", "");
        since(f, x, 160, "postToAts", "");
        since(f, x, 162, "autoCancelParent", "0");
        since(f, x, 166, "advancedErrorOverride", "");
        since(f, x, 169, "manualOrderTime", "");
    }

    private static @Nullable String since(Fields f, ExtrasPass x, int version, String name, String usual) {
        return f.since(version) ? x.text(name, usual) : null;
    }

    private static void pegged(Fields f, ExtrasPass x, String exchange, String orderType) {
        if (!f.since(170)) {
            return;
        }
        if (exchange.equals("IBKRATS")) {
            x.text("minTradeQty", "");
        }
        boolean offsets = orderType.equals("PEG MID");
        if (orderType.equals("PEG BEST")) {
            x.text("minCompeteSize", "");
            String best = x.text("competeAgainstBestOffset", "");
            // ib_async spells infinity without its last letter.
            offsets = best.equals("Infinity") || best.equals("Infinite");
        }
        if (offsets) {
            x.empty("midOffsetAtWhole", "midOffsetAtHalf");
        }
    }
}
