package io.robotrader.engine.ibkr;

import io.robotrader.config.LiveInterlock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a client off real money, unless somebody has named the account: off the ports on which the vendor's programs trade
 * it, off logins that hold it, as a port can be set to anything, and off every other account of a login that was allowed.
 */
record Interlock(int port, @Nullable String liveAccount, boolean readOnly) {

    /** The vendor's accounts for paper trading start so, and no others do. */
    private static final String PAPER = "D";

    Optional<IbkrError> refusal() {
        return LiveInterlock.isLivePort(port) && liveAccount == null
                ? fatal("port " + port + " is for live trading: allowLivePort must name the account first")
                : Optional.empty();
    }

    /** Why there is no session with a login that has these accounts. */
    Optional<IbkrError> refusal(List<String> accounts) {
        if (liveAccount != null) {
            return accounts.contains(liveAccount)
                    ? Optional.empty()
                    : fatal("the live account that was allowed is not one of this login's");
        }
        return readOnly || accounts.stream().allMatch(account -> account.startsWith(PAPER))
                ? Optional.empty()
                : fatal("an account of this login is not one for paper trading:"
                        + " allowLivePort must name the account before orders are allowed");
    }

    /** Why an order for this account, empty for the only one of the login, does not go out. */
    Optional<IbkrError> refusal(String account, List<String> accounts) {
        boolean meant = liveAccount == null || (account.isEmpty() ? accounts.size() == 1 : account.equals(liveAccount));
        return meant
                ? Optional.empty()
                : Optional.of(IbkrError.refused("an order must be for the live account that was allowed"));
    }

    private static Optional<IbkrError> fatal(String text) {
        return Optional.of(IbkrError.of(-1, IbkrError.REFUSED, text, ErrorClass.FATAL));
    }
}
