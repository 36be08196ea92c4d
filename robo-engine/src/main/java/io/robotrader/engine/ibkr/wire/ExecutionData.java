package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A fill.
 *
 * @param requestId the number of the request that it answers, -1 if it has just happened
 * @param orderId the client's number for the order
 * @param contract what was traded; its exchange is where
 * @param execId the fill's own number; a correction has the same but for the last part, which is higher
 * @param time when; whether with a zone is a setting of the server
 * @param account whose
 * @param exchange where
 * @param side {@code BOT} or {@code SLD}
 * @param quantity how much, above 0 on both sides
 * @param price at what price
 * @param permId the vendor's own number for the order
 * @param clientId whose order it is
 * @param liquidation 1 if the vendor has closed the position for want of margin, otherwise 0
 * @param cumulativeQuantity how much of the order is filled so far, this fill included
 * @param averagePrice the average price of that
 * @param orderRef the text of the order
 * @param evRule of an economic value, usually empty
 * @param evMultiplier of an economic value, null if not set
 * @param model the model portfolio, empty if none
 * @param lastLiquidity 1 added, 2 removed, 3 routed out, 0 not known
 * @param pendingPriceRevision whether the price may still be changed; not there below 178
 */
public record ExecutionData(
        int requestId,
        int orderId,
        Contract contract,
        String execId,
        String time,
        String account,
        String exchange,
        String side,
        BigDecimal quantity,
        BigDecimal price,
        int permId,
        int clientId,
        int liquidation,
        BigDecimal cumulativeQuantity,
        BigDecimal averagePrice,
        String orderRef,
        String evRule,
        @Nullable BigDecimal evMultiplier,
        String model,
        int lastLiquidity,
        boolean pendingPriceRevision)
        implements ExecutionMessage {

    static final ExecutionData BLANK = new ExecutionData(
            0,
            0,
            Contract.NONE,
            "",
            "",
            "",
            "",
            "",
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            0,
            0,
            0,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            "",
            "",
            null,
            "",
            0,
            false);

    @Override
    public int id() {
        return 11;
    }

    @Override
    public ExecutionData layout(Fields f) {
        return new ExecutionData(
                f.integer("requestId", requestId),
                f.integer("orderId", orderId),
                contract.withoutPrimary(f),
                f.text("execId", execId),
                f.text("time", time),
                f.text("account", account),
                f.text("exchange", exchange),
                f.text("side", side),
                f.quantity("quantity", quantity),
                f.decimal("price", price),
                f.integer("permId", permId),
                f.integer("clientId", clientId),
                f.integer("liquidation", liquidation),
                f.quantity("cumulativeQuantity", cumulativeQuantity),
                f.decimal("averagePrice", averagePrice),
                f.text("orderRef", orderRef),
                f.text("evRule", evRule),
                f.decimalOrUnset("evMultiplier", evMultiplier, Unset.EMPTY),
                f.text("model", model),
                f.integer("lastLiquidity", lastLiquidity),
                f.since(178) && f.flag("pendingPriceRevision", pendingPriceRevision));
    }
}
