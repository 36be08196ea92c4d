package io.robotrader.risk.stop;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.Position;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A position that no stop protects, and why not.
 *
 * <p>Immutable and thread-safe.
 *
 * @param position the position, never flat
 * @param reason why it is not protected
 */
public record StopGap(Position position, Reason reason) {

    /** Why a stop does not protect a position. */
    public enum Reason {
        /** There is none. */
        NO_STOP,
        /** The mark is at the stop or through it, or the stop is on the wrong side: the position should be closed. */
        BREACHED,
        /** There is a stop, but no mark to hold it against. */
        NO_MARK
    }

    /**
     * Checks the parts.
     *
     * @throws NullPointerException if one is null
     */
    public StopGap {
        Objects.requireNonNull(position, "position");
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * {@return the positions of an account that no stop protects, by symbol; empty if all are protected or flat}
     *
     * @param account positions with their stops, and the marks
     */
    public static List<StopGap> in(AccountSnapshot account) {
        return account.positions().values().stream()
                .sorted(Comparator.comparing(Position::symbol))
                .flatMap(position -> gap(position, account.market().get(position.symbol())).stream())
                .toList();
    }

    private static Optional<StopGap> gap(Position position, @Nullable MarketData data) {
        if (position.quantity() == 0) {
            return Optional.empty();
        }
        if (position.stop().isEmpty()) {
            return Optional.of(new StopGap(position, Reason.NO_STOP));
        }
        if (data == null) {
            return Optional.of(new StopGap(position, Reason.NO_MARK));
        }
        double room = Long.signum(position.quantity())
                * (data.price() - position.stop().getAsDouble());
        return room > 0 ? Optional.empty() : Optional.of(new StopGap(position, Reason.BREACHED));
    }
}
