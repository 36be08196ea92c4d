package io.robotrader.engine.ibkr;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps a client off the ports on which the vendor's programs trade real money, unless somebody has named the account. */
record Interlock(int port, @Nullable String liveAccount) {

    private static final Set<Integer> LIVE = Set.of(7496, 4001);

    Optional<IbkrError> refusal() {
        if (!LIVE.contains(port) || liveAccount != null) {
            return Optional.empty();
        }
        return Optional.of(IbkrError.of(
                -1,
                IbkrError.REFUSED,
                "port " + port + " is for live trading: allowLivePort must name the account first",
                ErrorClass.FATAL));
    }
}
