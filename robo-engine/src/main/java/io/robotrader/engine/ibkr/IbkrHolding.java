package io.robotrader.engine.ibkr;

import io.robotrader.engine.execution.BrokerAccount;
import java.math.BigDecimal;
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

    /** The shares; empty if it is something else, or a fraction. */
    static Optional<BrokerAccount.Held> of(IbkrPosition position) {
        return isShares(position.contract()) && isWhole(position.quantity())
                ? Optional.of(new BrokerAccount.Held(
                        position.contract().symbol(), position.quantity().longValueExact(), position.averageCost()))
                : Optional.empty();
    }

    static String words(IbkrPosition position) {
        return position.quantity().toPlainString() + " " + position.contract().symbol() + " ("
                + position.contract().secType() + ")";
    }
}
