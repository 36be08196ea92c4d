package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a contract that matches what was asked.
 *
 * @param requestId the number of the request
 * @param contract the contract; its last trade date may come with a time and a zone
 * @param marketName the market, such as {@code NMS}
 * @param minTick the smallest step of its price, null if not said
 * @param orderTypes which types of orders it can have, with commas between
 * @param validExchanges where it can be traded, with commas between
 * @param priceMagnifier by how much prices are multiplied, usually 1
 * @param underConId the contract that it derives from, 0 if none
 * @param longName the name of the company or product
 * @param contractMonth the month of a derivative, {@code yyyymm}
 * @param industry the industry, such as {@code Technology}; empty for derivatives and funds
 * @param category within the industry, such as {@code Computers}
 * @param subcategory within the category
 * @param timeZone the zone of the hours, by its name in the IANA's list, old names included
 * @param tradingHours when it is traded, day by day with semicolons between; the first may be empty
 * @param liquidHours when its regular session is, likewise
 * @param evRule of an economic value, usually empty
 * @param evMultiplier of an economic value, null if not set
 * @param securityIds its numbers elsewhere
 * @param aggregateGroup a group of exchanges, {@link Unset#INTEGER} if not set
 * @param underSymbol the symbol of the contract that it derives from
 * @param underSecType the kind of the contract that it derives from
 * @param marketRuleIds how prices are rounded, one number for each of the valid exchanges
 * @param realExpirationDate the day on which it really expires
 * @param stockType of a share, such as {@code COMMON} or {@code ETF}
 * @param minSize the smallest size, null if not set; not there below 164
 * @param sizeIncrement the smallest step of a size, null if not set; not there below 164
 * @param suggestedSizeIncrement the usual step of a size, null if not set; not there below 164
 */
public record ContractDetails(
        int requestId,
        Contract contract,
        String marketName,
        @Nullable BigDecimal minTick,
        String orderTypes,
        String validExchanges,
        int priceMagnifier,
        int underConId,
        String longName,
        String contractMonth,
        String industry,
        String category,
        String subcategory,
        String timeZone,
        String tradingHours,
        String liquidHours,
        String evRule,
        @Nullable BigDecimal evMultiplier,
        List<TagValue> securityIds,
        int aggregateGroup,
        String underSymbol,
        String underSecType,
        String marketRuleIds,
        String realExpirationDate,
        String stockType,
        @Nullable BigDecimal minSize,
        @Nullable BigDecimal sizeIncrement,
        @Nullable BigDecimal suggestedSizeIncrement)
        implements ContractMessage {

    static final ContractDetails BLANK = new ContractDetails(
            0,
            Contract.NONE,
            "",
            null,
            "",
            "",
            0,
            0,
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            null,
            List.of(),
            0,
            "",
            "",
            "",
            "",
            "",
            null,
            null,
            null);

    /** Takes a copy of the list. */
    public ContractDetails {
        securityIds = List.copyOf(securityIds);
    }

    @Override
    public int id() {
        return 10;
    }

    @Override
    public ContractDetails layout(Fields f) {
        boolean sizeRules = f.since(164);
        if (!sizeRules) {
            f.constant("version", 8);
        }
        int request = f.integer("requestId", requestId);
        String symbol = f.text("symbol", contract.symbol());
        String secType = f.text("secType", contract.secType());
        String lastTradeDate = f.text("lastTradeDate", contract.lastTradeDate());
        BigDecimal strike = f.decimalOrUnset("strike", contract.strike(), Unset.EMPTY);
        String right = f.text("right", contract.right());
        String exchange = f.text("exchange", contract.exchange());
        String currency = f.text("currency", contract.currency());
        String localSymbol = f.text("localSymbol", contract.localSymbol());
        String market = f.text("marketName", marketName);
        String tradingClass = f.text("tradingClass", contract.tradingClass());
        int conId = f.integer("conId", contract.conId());
        BigDecimal tick = f.decimalOrUnset("minTick", minTick, Unset.EMPTY);
        if (!sizeRules) {
            f.constant("mdSizeMultiplier", 100);
        }
        String multiplier = f.text("multiplier", contract.multiplier());
        String types = f.text("orderTypes", orderTypes);
        String exchanges = f.text("validExchanges", validExchanges);
        int magnifier = f.integer("priceMagnifier", priceMagnifier);
        int under = f.integer("underConId", underConId);
        String name = f.escaped("longName", longName);
        String primaryExchange = f.text("primaryExchange", contract.primaryExchange());
        return new ContractDetails(
                request,
                new Contract(
                        conId,
                        symbol,
                        secType,
                        lastTradeDate,
                        strike,
                        right,
                        multiplier,
                        exchange,
                        primaryExchange,
                        currency,
                        localSymbol,
                        tradingClass),
                market,
                tick,
                types,
                exchanges,
                magnifier,
                under,
                name,
                f.text("contractMonth", contractMonth),
                f.text("industry", industry),
                f.text("category", category),
                f.text("subcategory", subcategory),
                f.text("timeZone", timeZone),
                f.text("tradingHours", tradingHours),
                f.text("liquidHours", liquidHours),
                f.text("evRule", evRule),
                f.decimalOrUnset("evMultiplier", evMultiplier, Unset.EMPTY),
                f.list("secIdListCount", securityIds, TagValue.BLANK, TagValue::layout),
                f.integerOrUnset("aggGroup", aggregateGroup, Unset.MAX),
                f.text("underSymbol", underSymbol),
                f.text("underSecType", underSecType),
                f.text("marketRuleIds", marketRuleIds),
                f.text("realExpirationDate", realExpirationDate),
                f.text("stockType", stockType),
                sizeRules ? f.quantityOrUnset("minSize", minSize) : null,
                sizeRules ? f.quantityOrUnset("sizeIncrement", sizeIncrement) : null,
                sizeRules ? f.quantityOrUnset("suggestedSizeIncrement", suggestedSizeIncrement) : null);
    }
}
