package io.robotrader.engine.ibkr;

import io.robotrader.engine.execution.BrokerAccount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** What of the vendor's positions a broker of whole shares can speak of. */
final class IbkrHolding {

    private IbkrHolding() {}

    static boolean isShares(IbkrContract contract) {
        return contract.secType().equals("STK");
    }

    static boolean isWhole(BigDecimal quantity) {
        return quantity.stripTrailingZeros().scale() <= 0;
    }

    /** The whole shares; empty if there are none. A fraction beside them, as of a dividend, must not hide them. */
    static Optional<BrokerAccount.Held> of(IbkrPosition position) {
        long whole = position.quantity().setScale(0, RoundingMode.DOWN).longValueExact();
        return isShares(position.contract()) && whole != 0
                ? Optional.of(new BrokerAccount.Held(position.contract().symbol(), whole, position.averageCost()))
                : Optional.empty();
    }

    static String words(IbkrPosition position) {
        return position.quantity().toPlainString() + " " + position.contract().symbol() + " ("
                + position.contract().secType() + ")";
    }
}
