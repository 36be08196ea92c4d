package io.robotrader.engine.ibkr.wire;

import java.util.Locale;

/** The parts of an order that are there only if a field before them says so; none is needed for a plain share order. */
final class OrderParts {

    private OrderParts() {}

    static void deltaNeutralContract(ExtrasPass x) {
        if (is(x.text("deltaNeutralContract", "0"))) {
            x.empty("deltaNeutralContract.conId", "deltaNeutralContract.delta", "deltaNeutralContract.price");
        }
    }

    static void comboLegs(ExtrasPass x, boolean ofOrder) {
        int legs = x.count("comboLegsCount");
        for (int i = 0; i < legs; i++) {
            String leg = "comboLeg" + i;
            x.empty(leg + ".conId", leg + ".ratio", leg + ".action", leg + ".exchange");
            if (ofOrder) {
                x.empty(leg + ".openClose", leg + ".shortSaleSlot", leg + ".designatedLocation", leg + ".exemptCode");
            }
        }
    }

    /** The legs, their prices, and how they are to be routed. */
    static void combo(ExtrasPass x) {
        comboLegs(x, true);
        int prices = x.count("orderComboLegsCount");
        for (int i = 0; i < prices; i++) {
            x.text("orderComboLeg" + i + ".price", "");
        }
        tagged(x, "smartComboParam");
    }

    private static void tagged(ExtrasPass x, String name) {
        int count = x.count(name + "sCount");
        for (int i = 0; i < count; i++) {
            x.empty(name + i + ".tag", name + i + ".value");
        }
    }

    static void scale(ExtrasPass x) {
        if (isPositive(x.text("scalePriceIncrement", ""))) {
            x.empty("scalePriceAdjustValue", "scalePriceAdjustInterval", "scaleProfitOffset", "scaleAutoReset");
            x.empty("scaleInitPosition", "scaleInitFillQty", "scaleRandomPercent");
        }
    }

    static void hedge(ExtrasPass x) {
        if (!x.text("hedgeType", "").isEmpty()) {
            x.text("hedgeParam", "");
        }
    }

    static void algo(ExtrasPass x) {
        if (!x.text("algoStrategy", "").isEmpty()) {
            tagged(x, "algoParam");
        }
    }

    static void peggedToBenchmark(ExtrasPass x, String orderType) {
        if (orderType.equals("PEG BENCH") || orderType.equals("PEGBENCH")) {
            x.empty("referenceContractId", "isPeggedChangeAmountDecrease", "peggedChangeAmount");
            x.empty("referenceChangeAmount", "referenceExchangeId");
        }
    }

    static void conditions(ExtrasPass x) {
        int count = x.count("conditionsCount");
        for (int i = 0; i < count; i++) {
            condition(x, "condition" + i);
        }
        if (count > 0) {
            x.empty("conditionsIgnoreRth", "conditionsCancelOrder");
        }
    }

    private static void condition(ExtrasPass x, String name) {
        String type = x.text(name + ".type", "");
        x.text(name + ".conjunction", "");
        switch (type) {
            case "1" ->
                x.empty(
                        name + ".isMore",
                        name + ".price",
                        name + ".conId",
                        name + ".exchange",
                        name + ".triggerMethod");
            case "3" -> x.empty(name + ".isMore", name + ".time");
            case "4" -> x.empty(name + ".isMore", name + ".percent");
            case "5" -> x.empty(name + ".secType", name + ".exchange", name + ".symbol");
            case "6" -> x.empty(name + ".isMore", name + ".volume", name + ".conId", name + ".exchange");
            case "7" -> x.empty(name + ".isMore", name + ".changePercent", name + ".conId", name + ".exchange");
            default -> throw x.fields.invalid(name + ".type", "1, 3, 4, 5, 6 or 7", type);
        }
    }

    static boolean is(String flag) {
        return flag.equals("1") || flag.toLowerCase(Locale.ROOT).equals("true");
    }

    /** Whether a number is set and above 0; what is no number at all is not. */
    static boolean isPositive(String number) {
        byte[] b = number.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        if (Numbers.isUnsetDecimal(b, 0, b.length)) {
            return false;
        }
        try {
            return Numbers.real(b, 0, b.length) > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
