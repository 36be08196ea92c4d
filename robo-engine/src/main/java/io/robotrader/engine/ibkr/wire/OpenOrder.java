package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order that is working, or was until now, with all that it says. It comes again with every change of its state, and
 * sometimes without one.
 *
 * @param orderId the client's number for the order; 0 for one entered by hand and seen by another client
 * @param contract what it trades, without the primary exchange
 * @param order the order; whether it was to be sent on is not said
 * @param clientId whose order it is
 * @param permId the vendor's own number for it, 0 in the first messages
 * @param state how it stands
 * @param extras the other fields, as far as they are not as usual
 */
public record OpenOrder(
        int orderId, Contract contract, Order order, int clientId, int permId, OrderState state, Extras extras)
        implements OrderMessage {

    static final OpenOrder BLANK = new OpenOrder(0, Contract.NONE, Order.BLANK, 0, 0, OrderState.of(""), Extras.NONE);

    private static final String MAX_INTEGER = "2147483647";
    private static final String MAX_REAL = "1.7976931348623157E308";
    private static final BigDecimal NONE = new BigDecimal("0.0");

    /**
     * For a server: what it says of an order that a client has placed. Prices that are not set become 0, as real servers
     * have it, an empty time in force becomes {@code DAY}, and the type of a group that is not set becomes 3.
     *
     * @param placed what the client has sent
     * @param contract what it trades, with the fields that the server has found
     * @param clientId whose order it is
     * @param permId the server's own number for it
     * @param state how it stands
     * @return the message; the client's extras are not in it
     */
    public static OpenOrder of(PlaceOrder placed, Contract contract, int clientId, int permId, OrderState state) {
        Order order = placed.order();
        OrderPricing pricing = order.pricing();
        OrderTime time = order.time();
        OrderGroup group = order.group();
        Extras extras = Extras.NONE.with("sharesAllocation", permId + ".0/" + order.account() + "/100");
        BigDecimal trailStop = pricing.trailStopPrice();
        if (trailStop != null) {
            extras = extras.with("trailStopPrice2", trailStop.toPlainString());
        }
        Order echo = new Order(
                order.action(),
                order.totalQuantity(),
                new OrderPricing(
                        pricing.orderType(),
                        Objects.requireNonNullElse(pricing.limitPrice(), NONE),
                        Objects.requireNonNullElse(pricing.auxPrice(), NONE),
                        trailStop,
                        pricing.trailingPercent(),
                        pricing.limitPriceOffset()),
                new OrderTime(
                        time.timeInForce().isEmpty() ? "DAY" : time.timeInForce(),
                        time.goodAfter(),
                        time.goodTill(),
                        time.outsideHours()),
                new OrderGroup(
                        group.ocaGroup(),
                        group.ocaType() == 0 ? 3 : group.ocaType(),
                        group.parentId(),
                        OrderGroup.ALONE.transmit()),
                order.account(),
                order.orderRef(),
                order.whatIf());
        return new OpenOrder(placed.orderId(), contract, echo, clientId, permId, state, extras);
    }

    @Override
    public int id() {
        return 5;
    }

    @Override
    public OpenOrder layout(Fields f) {
        ExtrasPass x = new ExtrasPass(f, extras);
        OrderPricing pricing = order.pricing();
        int id = f.integer("orderId", orderId);
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
        int client = f.integer("clientId", clientId);
        int permanent = f.integer("permId", permId);
        boolean outsideHours = f.flag("outsideRth", order.time().outsideHours());
        x.zero("hidden", "discretionaryAmt");
        String goodAfter = f.text("goodAfterTime", order.time().goodAfter());
        x.empty("sharesAllocation", "faGroup", "faMethod", "faPercentage");
        if (!f.since(177)) {
            x.text("faProfile", "");
        }
        x.text("modelCode", "");
        String goodTill = f.text("goodTillDate", order.time().goodTill());
        institutional(x);
        int ocaType = f.integer("ocaType", order.group().ocaType());
        x.zero("eTradeOnly", "firmQuoteOnly");
        x.text("nbboPriceCap", "");
        int parentId = f.integer("parentId", order.group().parentId());
        x.text("triggerMethod", "0");
        deltaNeutral(x);
        BigDecimal trailStop = f.decimalOrUnset("trailStopPrice", pricing.trailStopPrice(), Unset.EMPTY);
        BigDecimal percent = f.decimalOrUnset("trailingPercent", pricing.trailingPercent(), Unset.EMPTY);
        comboScaleAndAlgo(x);
        boolean whatIf = f.flag("whatIf", order.whatIf());
        OrderState walkedState = state.layout(f);
        x.zero("randomizeSize", "randomizePrice");
        OrderParts.peggedToBenchmark(x, type);
        OrderParts.conditions(x);
        x.text("adjustedOrderType", "None");
        x.text("triggerPrice", MAX_REAL);
        // The stop of a trailing order once more; limit orders have other values here.
        x.text("trailStopPrice2", MAX_REAL);
        BigDecimal offset = f.decimalOrUnset("lmtPriceOffset", pricing.limitPriceOffset(), Unset.MAX);
        latest(f, x);
        return new OpenOrder(
                id,
                what,
                new Order(
                        action,
                        quantity,
                        new OrderPricing(type, limit, aux, trailStop, percent, offset),
                        new OrderTime(timeInForce, goodAfter, goodTill, outsideHours),
                        new OrderGroup(
                                ocaGroup, ocaType, parentId, order.group().transmit()),
                        account,
                        orderRef,
                        whatIf),
                client,
                permanent,
                walkedState,
                x.end());
    }

    private static void institutional(ExtrasPass x) {
        x.empty("rule80A", "percentOffset", "settlingFirm");
        x.text("shortSaleSlot", "0");
        x.text("designatedLocation", "");
        x.text("exemptCode", "-1");
        x.text("auctionStrategy", "0");
        x.empty("startingPrice", "stockRefPrice", "delta", "stockRangeLower", "stockRangeUpper");
        x.text("displaySize", MAX_INTEGER);
        x.zero("blockOrder", "sweepToFill", "allOrNone");
        x.text("minQty", "");
    }

    private static void deltaNeutral(ExtrasPass x) {
        x.text("volatility", "");
        x.text("volatilityType", "0");
        // Real servers say None, which is not empty: the fields of the group are there.
        String type = x.text("deltaNeutralOrderType", "None");
        x.text("deltaNeutralAuxPrice", "");
        if (!type.isEmpty()) {
            x.text("deltaNeutralConId", "0");
            x.empty("deltaNeutralSettlingFirm", "deltaNeutralClearingAccount", "deltaNeutralClearingIntent");
            x.text("deltaNeutralOpenClose", "?");
            x.zero("deltaNeutralShortSale", "deltaNeutralShortSaleSlot");
            x.text("deltaNeutralDesignatedLocation", "");
        }
        x.zero("continuousUpdate", "referencePriceType");
    }

    private static void comboScaleAndAlgo(ExtrasPass x) {
        x.empty("basisPoints", "basisPointsType", "comboLegsDescrip");
        OrderParts.combo(x);
        x.text("scaleInitLevelSize", MAX_INTEGER);
        x.text("scaleSubsLevelSize", MAX_INTEGER);
        OrderParts.scale(x);
        OrderParts.hedge(x);
        x.text("optOutSmartRouting", "0");
        x.text("clearingAccount", "");
        x.text("clearingIntent", "IB");
        x.text("notHeld", "0");
        OrderParts.deltaNeutralContract(x);
        OrderParts.algo(x);
        x.text("solicited", "0");
    }

    private static void latest(Fields f, ExtrasPass x) {
        x.text("adjustedStopPrice", MAX_REAL);
        x.text("adjustedStopLimitPrice", MAX_REAL);
        x.text("adjustedTrailingAmount", MAX_REAL);
        x.text("adjustableTrailingUnit", "0");
        x.empty("softDollarTierName", "softDollarTierValue", "softDollarTierDisplayName");
        x.text("cashQty", "0");
        x.text("dontUseAutoPriceForHedge", "1");
        x.zero("isOmsContainer", "discretionaryUpToLimitPrice", "usePriceMgmtAlgo");
        if (f.since(158)) {
            x.text("duration", "");
        }
        if (f.since(160)) {
            x.text("postToAts", "");
        }
        if (f.since(162)) {
            x.text("autoCancelParent", "0");
        }
        if (f.since(170)) {
            x.empty("minTradeQty", "minCompeteSize", "competeAgainstBestOffset");
            x.empty("midOffsetAtWhole", "midOffsetAtHalf");
        }
    }

    /**
     * Where the stop of a trailing order is. The message has it twice, and the second counts if it is set; of orders
     * that do not trail it must not be read.
     *
     * @return the price, null if there is none
     */
    public @Nullable BigDecimal trailStop() {
        String second = extras.get("trailStopPrice2");
        if (second == null) {
            return order.pricing().trailStopPrice();
        }
        byte[] b = second.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try {
            return Numbers.isUnsetDecimal(b, 0, b.length)
                    ? order.pricing().trailStopPrice()
                    : Numbers.decimal(b, 0, b.length);
        } catch (NumberFormatException e) {
            throw WireException.ofField("OpenOrder", "trailStopPrice2", -1, "a decimal number", second);
        }
    }
}
