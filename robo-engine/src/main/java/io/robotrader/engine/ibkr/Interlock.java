package io.robotrader.engine.ibkr;

import io.robotrader.config.LiveInterlock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps a client off the ports on which the vendor's programs trade real money, unless somebody has named the account. */
record Interlock(int port, @Nullable String liveAccount) {

    Optional<IbkrError> refusal() {
        if (!LiveInterlock.isLivePort(port) || liveAccount != null) {
            return Optional.empty();
        }
        return Optional.of(IbkrError.of(
                -1,
                IbkrError.REFUSED,
                "port " + port + " is for live trading: allowLivePort must name the account first",
                ErrorClass.FATAL));
    }
}
