package io.robotrader.engine.execution;

import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a broker has in its own books: the side against which ours are held. Immutable and thread-safe.
 *
 * <p>It is of one moment: no fill came between its parts. What the broker tells its listener before it hands this over is
 * in it.
 *
 * @param asOf when it was asked
 * @param cash money in the account, negative if it is owed; empty if the broker does not tell
 * @param positions what is held, none of it of zero shares, each symbol once
 * @param others what is held and is no whole number of shares, in words; no order of ours can come of it
 * @param openOrders every order that works in the account, ours and others'
 * @param trades the fills of today of our own orders, as they stand after all corrections
 * @param ends how orders of ours of today ended that were not filled to the last share
 * @param complete whether the broker told all of its orders; if not, an order that is missing here may be working
 */
public record BrokerAccount(
        Instant asOf,
        Optional<BigDecimal> cash,
        List<Held> positions,
        List<String> others,
        List<OpenOrder> openOrders,
        List<Trade> trades,
        List<OrderEnd> ends,
        boolean complete) {

    /** Copies the lists. */
    public BrokerAccount {
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(cash, "cash");
        positions = List.copyOf(positions);
        others = List.copyOf(others);
        openOrders = List.copyOf(openOrders);
        trades = List.copyOf(trades);
        ends = List.copyOf(ends);
    }

    /**
     * Shares in the account. Immutable and thread-safe.
     *
     * @param symbol the ticker
     * @param quantity shares, negative for short, not zero
     * @param averagePrice what they cost on average, in money a share; zero if the broker does not say
     */
    public record Held(String symbol, long quantity, BigDecimal averagePrice) {
        /** Checks the parts. */
        public Held {
            Objects.requireNonNull(symbol, "symbol");
            Objects.requireNonNull(averagePrice, "averagePrice");
            if (quantity == 0) {
                throw new IllegalArgumentException("quantity must not be zero, but was 0");
            }
        }
    }

    /**
     * An order that works. Immutable and thread-safe.
     *
     * @param orderId our own id of it; of a foreign one whatever its owner calls it, which may be empty
     * @param brokerId the broker's own name for it
     * @param symbol the ticker
     * @param side buy or sell
     * @param quantity shares in all, what is filled included
     * @param filled shares that the broker counts as filled; of an order of ours the trades count
     * @param foreign whether another program or a person sent it
     */
    public record OpenOrder(
            String orderId, String brokerId, String symbol, Side side, long quantity, long filled, boolean foreign) {
        /** Checks the parts. */
        public OpenOrder {
            Objects.requireNonNull(orderId, "orderId");
            Objects.requireNonNull(brokerId, "brokerId");
            Objects.requireNonNull(symbol, "symbol");
            Objects.requireNonNull(side, "side");
        }
    }

    /**
     * A fill as it stands. Immutable and thread-safe.
     *
     * @param fill the fill, under its own id and that of the order it belongs to
     * @param supersedes the ids of those that it corrects, some of which may never have been told; usually empty
     */
    public record Trade(Fill fill, Set<String> supersedes) {
        /** Copies the set. */
        public Trade {
            Objects.requireNonNull(fill, "fill");
            supersedes = Set.copyOf(supersedes);
        }
    }
}
