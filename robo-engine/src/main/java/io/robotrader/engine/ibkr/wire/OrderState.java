package io.robotrader.engine.ibkr.wire;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How an order stands, as it comes with the order itself. Immutable and thread-safe.
 *
 * @param status {@code PreSubmitted}, {@code Submitted}, {@code Filled}, {@code Cancelled}, {@code Inactive} and others
 * @param initialMargin the initial margin
 * @param maintenanceMargin the maintenance margin
 * @param equityWithLoan the equity with loan value
 * @param commission the commission, null until known
 * @param minCommission the least that it may be, null if not known
 * @param maxCommission the most that it may be, null if not known
 * @param commissionCurrency the currency of the commission, empty until known
 * @param warning a warning for people to read, usually empty
 */
public record OrderState(
        String status,
        Margin initialMargin,
        Margin maintenanceMargin,
        Margin equityWithLoan,
        @Nullable BigDecimal commission,
        @Nullable BigDecimal minCommission,
        @Nullable BigDecimal maxCommission,
        String commissionCurrency,
        String warning) {

    /**
     * A state of which nothing but the status is known.
     *
     * @param status the status
     * @return the state
     */
    public static OrderState of(String status) {
        return new OrderState(status, Margin.UNKNOWN, Margin.UNKNOWN, Margin.UNKNOWN, null, null, null, "", "");
    }

    OrderState layout(Fields f) {
        String walkedStatus = f.text("status", status);
        BigDecimal initialBefore = f.decimalOrUnset("initMarginBefore", initialMargin.before(), Unset.MAX);
        BigDecimal maintBefore = f.decimalOrUnset("maintMarginBefore", maintenanceMargin.before(), Unset.MAX);
        BigDecimal equityBefore = f.decimalOrUnset("equityWithLoanBefore", equityWithLoan.before(), Unset.MAX);
        BigDecimal initialChange = f.decimalOrUnset("initMarginChange", initialMargin.change(), Unset.MAX);
        BigDecimal maintChange = f.decimalOrUnset("maintMarginChange", maintenanceMargin.change(), Unset.MAX);
        BigDecimal equityChange = f.decimalOrUnset("equityWithLoanChange", equityWithLoan.change(), Unset.MAX);
        return new OrderState(
                walkedStatus,
                new Margin(
                        initialBefore,
                        initialChange,
                        f.decimalOrUnset("initMarginAfter", initialMargin.after(), Unset.MAX)),
                new Margin(
                        maintBefore,
                        maintChange,
                        f.decimalOrUnset("maintMarginAfter", maintenanceMargin.after(), Unset.MAX)),
                new Margin(
                        equityBefore,
                        equityChange,
                        f.decimalOrUnset("equityWithLoanAfter", equityWithLoan.after(), Unset.MAX)),
                f.decimalOrUnset("commission", commission, Unset.EMPTY),
                f.decimalOrUnset("minCommission", minCommission, Unset.EMPTY),
                f.decimalOrUnset("maxCommission", maxCommission, Unset.EMPTY),
                f.text("commissionCurrency", commissionCurrency),
                f.text("warningText", warning));
    }
}
