package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a server says about money. */
public sealed interface AccountMessage extends ServerMessage {

    @Override
    AccountMessage layout(Fields f);

    /**
     * A value of an account.
     *
     * @param key which, such as {@code NetLiquidation}
     * @param value the value
     * @param currency the currency; empty if the value is not money
     * @param account the account
     */
    record AccountValue(String key, String value, String currency, String account) implements AccountMessage {

        static final AccountValue BLANK = new AccountValue("", "", "", "");

        @Override
        public int id() {
            return 6;
        }

        @Override
        public AccountValue layout(Fields f) {
            f.constant("version", 2);
            return new AccountValue(
                    f.text("key", key),
                    f.text("value", value),
                    f.text("currency", currency),
                    f.text("account", account));
        }
    }

    /**
     * As of when the values are.
     *
     * @param time hours and minutes in the server's zone, such as 15:30
     */
    record AccountUpdateTime(String time) implements AccountMessage {

        static final AccountUpdateTime BLANK = new AccountUpdateTime("");

        @Override
        public int id() {
            return 8;
        }

        @Override
        public AccountUpdateTime layout(Fields f) {
            f.constant("version", 1);
            return new AccountUpdateTime(f.text("time", time));
        }
    }

    /**
     * All values and positions have come once.
     *
     * @param account the account
     */
    record AccountDownloadEnd(String account) implements AccountMessage {

        static final AccountDownloadEnd BLANK = new AccountDownloadEnd("");

        @Override
        public int id() {
            return 54;
        }

        @Override
        public AccountDownloadEnd layout(Fields f) {
            f.constant("version", 1);
            return new AccountDownloadEnd(f.text("account", account));
        }
    }

    /**
     * A value of an account.
     *
     * @param requestId the number of the request
     * @param account the account
     * @param tag which, such as {@code BuyingPower}
     * @param value the value
     * @param currency the currency; empty if the value is not money
     */
    record AccountSummary(int requestId, String account, String tag, String value, String currency)
            implements AccountMessage {

        static final AccountSummary BLANK = new AccountSummary(0, "", "", "", "");

        @Override
        public int id() {
            return 63;
        }

        @Override
        public AccountSummary layout(Fields f) {
            f.constant("version", 1);
            return new AccountSummary(
                    f.integer("requestId", requestId),
                    f.text("account", account),
                    f.text("tag", tag),
                    f.text("value", value),
                    f.text("currency", currency));
        }
    }

    /**
     * All values have come once.
     *
     * @param requestId the number of the request
     */
    record AccountSummaryEnd(int requestId) implements AccountMessage {

        static final AccountSummaryEnd BLANK = new AccountSummaryEnd(0);

        @Override
        public int id() {
            return 64;
        }

        @Override
        public AccountSummaryEnd layout(Fields f) {
            f.constant("version", 1);
            return new AccountSummaryEnd(f.integer("requestId", requestId));
        }
    }

    /**
     * A value of an account or model.
     *
     * @param requestId the number of the request
     * @param account the account
     * @param model the model portfolio, empty if none
     * @param key which
     * @param value the value
     * @param currency the currency; empty if the value is not money
     */
    record AccountUpdateMulti(int requestId, String account, String model, String key, String value, String currency)
            implements AccountMessage {

        static final AccountUpdateMulti BLANK = new AccountUpdateMulti(0, "", "", "", "", "");

        @Override
        public int id() {
            return 73;
        }

        @Override
        public AccountUpdateMulti layout(Fields f) {
            f.constant("version", 1);
            return new AccountUpdateMulti(
                    f.integer("requestId", requestId),
                    f.text("account", account),
                    f.text("model", model),
                    f.text("key", key),
                    f.text("value", value),
                    f.text("currency", currency));
        }
    }

    /**
     * All values have come once.
     *
     * @param requestId the number of the request
     */
    record AccountUpdateMultiEnd(int requestId) implements AccountMessage {

        static final AccountUpdateMultiEnd BLANK = new AccountUpdateMultiEnd(0);

        @Override
        public int id() {
            return 74;
        }

        @Override
        public AccountUpdateMultiEnd layout(Fields f) {
            f.constant("version", 1);
            return new AccountUpdateMultiEnd(f.integer("requestId", requestId));
        }
    }

    /**
     * The profit and loss of an account; a loss is below 0.
     *
     * @param requestId the number of the request
     * @param daily of today, null if not known
     * @param unrealized of what is still held, null if not known
     * @param realized of what was closed today, null if not known
     */
    record Pnl(
            int requestId,
            @Nullable BigDecimal daily,
            @Nullable BigDecimal unrealized,
            @Nullable BigDecimal realized) implements AccountMessage {

        static final Pnl BLANK = new Pnl(0, null, null, null);

        @Override
        public int id() {
            return 94;
        }

        @Override
        public Pnl layout(Fields f) {
            return new Pnl(
                    f.integer("requestId", requestId),
                    f.decimalOrUnset("daily", daily, Unset.MAX),
                    f.decimalOrUnset("unrealized", unrealized, Unset.MAX),
                    f.decimalOrUnset("realized", realized, Unset.MAX));
        }
    }

    /**
     * The profit and loss of one position; a loss is below 0.
     *
     * @param requestId the number of the request
     * @param position how much is held, below 0 if short
     * @param daily of today, null if not known
     * @param unrealized of what is still held, null if not known
     * @param realized of what was closed today, null if not known
     * @param value what it is worth, null if not known
     */
    record PnlSingle(
            int requestId,
            BigDecimal position,
            @Nullable BigDecimal daily,
            @Nullable BigDecimal unrealized,
            @Nullable BigDecimal realized,
            @Nullable BigDecimal value)
            implements AccountMessage {

        static final PnlSingle BLANK = new PnlSingle(0, BigDecimal.ZERO, null, null, null, null);

        @Override
        public int id() {
            return 95;
        }

        @Override
        public PnlSingle layout(Fields f) {
            return new PnlSingle(
                    f.integer("requestId", requestId),
                    f.quantity("position", position),
                    f.decimalOrUnset("daily", daily, Unset.MAX),
                    f.decimalOrUnset("unrealized", unrealized, Unset.MAX),
                    f.decimalOrUnset("realized", realized, Unset.MAX),
                    f.decimalOrUnset("value", value, Unset.MAX));
        }
    }
}
