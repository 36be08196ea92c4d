package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a server says about fills. */
public sealed interface ExecutionMessage extends ServerMessage
        permits ExecutionMessage.ExecutionDataEnd, ExecutionMessage.CommissionReport, ExecutionData {

    @Override
    ExecutionMessage layout(Fields f);

    /**
     * All fills that were asked for have come.
     *
     * @param requestId the number of the request
     */
    record ExecutionDataEnd(int requestId) implements ExecutionMessage {

        static final ExecutionDataEnd BLANK = new ExecutionDataEnd(0);

        @Override
        public int id() {
            return 55;
        }

        @Override
        public ExecutionDataEnd layout(Fields f) {
            f.constant("version", 1);
            return new ExecutionDataEnd(f.integer("requestId", requestId));
        }
    }

    /**
     * What a fill has cost. It comes after the fill, or not at all.
     *
     * @param execId the fill
     * @param commission the commission, above 0 for a cost
     * @param currency its currency
     * @param realizedPnl the gain of a fill that closes, below 0 for a loss; null for one that opens
     * @param yield of a bond, otherwise null
     * @param yieldRedemptionDate of a bond, otherwise empty
     */
    record CommissionReport(
            String execId,
            BigDecimal commission,
            String currency,
            @Nullable BigDecimal realizedPnl,
            @Nullable BigDecimal yield,
            String yieldRedemptionDate)
            implements ExecutionMessage {

        static final CommissionReport BLANK = new CommissionReport("", BigDecimal.ZERO, "", null, null, "");

        @Override
        public int id() {
            return 59;
        }

        @Override
        public CommissionReport layout(Fields f) {
            f.constant("version", 1);
            return new CommissionReport(
                    f.text("execId", execId),
                    f.decimal("commission", commission),
                    f.text("currency", currency),
                    f.decimalOrUnset("realizedPnl", realizedPnl, Unset.MAX),
                    f.decimalOrUnset("yield", yield, Unset.MAX),
                    f.text("yieldRedemptionDate", yieldRedemptionDate));
        }
    }
}
