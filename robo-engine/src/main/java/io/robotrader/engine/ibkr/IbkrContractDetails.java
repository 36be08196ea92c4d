package io.robotrader.engine.ibkr;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor knows of a contract. Immutable and thread-safe.
 *
 * @param contract the contract, with the vendor's number
 * @param longName the name of the company or product
 * @param industry the industry, such as {@code Technology}; empty for funds and derivatives
 * @param category within the industry
 * @param subcategory within the category
 * @param stockType of a share, such as {@code COMMON} or {@code ETF}
 * @param minTick the smallest step of its price, null if not said
 * @param minSize the smallest size of an order, null if not said
 * @param validExchanges where it can be traded, with commas between
 * @param orderTypes which types of orders it can have, with commas between
 * @param marketRuleIds how prices are rounded, one number for each of the valid exchanges, with commas between
 * @param timeZone the zone of the hours
 * @param tradingHours when it is traded, as the vendor spells it
 * @param liquidHours when its regular session is, as the vendor spells it
 * @param securityIds its numbers elsewhere, such as {@code ISIN}
 */
public record IbkrContractDetails(
        IbkrContract contract,
        String longName,
        String industry,
        String category,
        String subcategory,
        String stockType,
        @Nullable BigDecimal minTick,
        @Nullable BigDecimal minSize,
        String validExchanges,
        String orderTypes,
        String marketRuleIds,
        String timeZone,
        String tradingHours,
        String liquidHours,
        Map<String, String> securityIds) {

    /** Takes a copy of the map. */
    public IbkrContractDetails {
        Objects.requireNonNull(contract, "contract");
        securityIds = Map.copyOf(securityIds);
    }
}
