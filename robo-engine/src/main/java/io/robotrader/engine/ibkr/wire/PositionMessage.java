package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;

/** What a server says about positions. */
public sealed interface PositionMessage extends ServerMessage {

    @Override
    PositionMessage layout(Fields f);

    /**
     * A position and what it is worth.
     *
     * @param contract of what, with the primary exchange only
     * @param quantity how much is held, below 0 if short
     * @param marketPrice the price
     * @param marketValue what it is worth, below 0 if short
     * @param averageCost what one has cost, commission included; of a derivative times its multiplier
     * @param unrealizedPnl the gain since, below 0 for a loss
     * @param realizedPnl the gain of what was closed today
     * @param account the account
     */
    record PortfolioValue(
            Contract contract,
            BigDecimal quantity,
            BigDecimal marketPrice,
            BigDecimal marketValue,
            BigDecimal averageCost,
            BigDecimal unrealizedPnl,
            BigDecimal realizedPnl,
            String account)
            implements PositionMessage {

        static final PortfolioValue BLANK = new PortfolioValue(
                Contract.NONE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                "");

        @Override
        public int id() {
            return 7;
        }

        @Override
        public PortfolioValue layout(Fields f) {
            f.constant("version", 8);
            return new PortfolioValue(
                    contract.withPrimaryOnly(f),
                    f.quantity("quantity", quantity),
                    f.decimal("marketPrice", marketPrice),
                    f.decimal("marketValue", marketValue),
                    f.decimal("averageCost", averageCost),
                    f.decimal("unrealizedPnl", unrealizedPnl),
                    f.decimal("realizedPnl", realizedPnl),
                    f.text("account", account));
        }
    }

    /**
     * A position.
     *
     * @param account the account
     * @param contract of what; its exchange is the primary one
     * @param quantity how much is held, below 0 if short
     * @param averageCost what one has cost, commission included; of a derivative times its multiplier
     */
    record Position(String account, Contract contract, BigDecimal quantity, BigDecimal averageCost)
            implements PositionMessage {

        static final Position BLANK = new Position("", Contract.NONE, BigDecimal.ZERO, BigDecimal.ZERO);

        @Override
        public int id() {
            return 61;
        }

        @Override
        public Position layout(Fields f) {
            f.constant("version", 3);
            return new Position(
                    f.text("account", account),
                    contract.withoutPrimary(f),
                    f.quantity("quantity", quantity),
                    f.decimal("averageCost", averageCost));
        }
    }

    /**
     * All positions have come once.
     */
    record PositionEnd() implements PositionMessage {

        static final PositionEnd BLANK = new PositionEnd();

        @Override
        public int id() {
            return 62;
        }

        @Override
        public PositionEnd layout(Fields f) {
            f.constant("version", 1);
            return this;
        }
    }

    /**
     * A position of an account or model.
     *
     * @param requestId the number of the request
     * @param account the account
     * @param contract of what
     * @param quantity how much is held, below 0 if short
     * @param averageCost what one has cost
     * @param model the model portfolio, empty if none
     */
    record PositionMulti(
            int requestId, String account, Contract contract, BigDecimal quantity, BigDecimal averageCost, String model)
            implements PositionMessage {

        static final PositionMulti BLANK =
                new PositionMulti(0, "", Contract.NONE, BigDecimal.ZERO, BigDecimal.ZERO, "");

        @Override
        public int id() {
            return 71;
        }

        @Override
        public PositionMulti layout(Fields f) {
            f.constant("version", 1);
            return new PositionMulti(
                    f.integer("requestId", requestId),
                    f.text("account", account),
                    contract.withoutPrimary(f),
                    f.quantity("quantity", quantity),
                    f.decimal("averageCost", averageCost),
                    f.text("model", model));
        }
    }

    /**
     * All positions have come once.
     *
     * @param requestId the number of the request
     */
    record PositionMultiEnd(int requestId) implements PositionMessage {

        static final PositionMultiEnd BLANK = new PositionMultiEnd(0);

        @Override
        public int id() {
            return 72;
        }

        @Override
        public PositionMultiEnd layout(Fields f) {
            f.constant("version", 1);
            return new PositionMultiEnd(f.integer("requestId", requestId));
        }
    }
}
