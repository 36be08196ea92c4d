package io.robotrader.engine.ibkr;

import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.execution.Protection;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The protective orders: placed, changed and taken back until they are as was asked. What shrinks, shrinks first, so that
 * never more shares are guarded than before or after. Guarded by the broker.
 */
final class Guards {

    private static final int TRUSTED = 8;
    /** Tells the end of an order that was never sent. */
    interface Ending {
        void end(BrokerOrder order, OrderEnd.Kind kind, String reason);
    }

    private static final int ONE_CANCELS_OTHERS = 1;

    private final IbkrClient client;
    private final Function<String, IbkrContract> contracts;
    private final Map<String, BrokerOrder> orders;
    private final BiFunction<IbkrOrder, String, IbkrOrder> named;
    private final Ending ending;

    Guards(
            IbkrClient client,
            Function<String, IbkrContract> contracts,
            Map<String, BrokerOrder> orders,
            BiFunction<IbkrOrder, String, IbkrOrder> named,
            Ending ending) {
        this.client = client;
        this.contracts = contracts;
        this.orders = orders;
        this.named = named;
        this.ending = ending;
    }

    /** A stop as it goes out: it works on when the day is over, as the position does. */
    IbkrOrder stop(BrokerOrder mine, double price, String group) {
        BigDecimal quantity = BigDecimal.valueOf(mine.quantity);
        return inGroup(IbkrOrder.stop(mine.intent.side(), quantity, inTicks(price, mine.intent.side())), mine, group);
    }

    private IbkrOrder target(BrokerOrder mine, double price, String group) {
        BigDecimal quantity = BigDecimal.valueOf(mine.quantity);
        return inGroup(IbkrOrder.limit(mine.intent.side(), quantity, inTicks(price, mine.intent.side())), mine, group);
    }

    /** In cents, below a dollar in hundredths of one, as shares in dollars are priced: a sale's up, a purchase's down. */
    private static BigDecimal inTicks(double price, Side side) {
        // What computing has added to a price that is right must not move it by a tick.
        BigDecimal sound = BigDecimal.valueOf(price).setScale(TRUSTED, RoundingMode.HALF_EVEN);
        return sound.setScale(price < 1 ? 4 : 2, side == Side.SELL ? RoundingMode.CEILING : RoundingMode.FLOOR);
    }

    private IbkrOrder inGroup(IbkrOrder order, BrokerOrder mine, String group) {
        IbkrOrder lasting = named.apply(order, mine.intent.id()).withTimeInForce("GTC");
        return group.isEmpty() ? lasting : lasting.withOcaGroup(group, ONE_CANCELS_OTHERS);
    }

    void set(Protection asked) {
        set(asked, Protection.STOP, asked.stop());
        set(asked, Protection.TARGET, asked.target());
    }

    private void set(Protection asked, String kind, OptionalDouble price) {
        Side side = asked.quantity() > 0 ? Side.SELL : Side.BUY;
        long left = price.isPresent() ? Math.abs(asked.quantity()) : 0;
        List<BrokerOrder> there = new ArrayList<>();
        for (BrokerOrder mine : List.copyOf(orders.values())) {
            if (mine.protective
                    && !mine.over
                    && mine.orderId != 0
                    && mine.intent.id().endsWith(kind)
                    && mine.intent.symbol().equals(asked.symbol())) {
                if (left > 0 && mine.intent.side() == side) {
                    there.add(mine);
                } else {
                    cancel(mine);
                }
            }
        }
        for (int i = 0; i < there.size(); i++) {
            BrokerOrder mine = there.get(i);
            long open = mine.quantity - mine.filled.longValue();
            long takes = i == there.size() - 1 ? left : Math.min(left, open);
            left -= takes;
            if (takes == 0) {
                cancel(mine);
            } else {
                change(mine, mine.filled.longValue() + takes, kind, price.orElseThrow(), asked);
            }
        }
        if (left > 0) {
            place(asked, kind, side, left, price.orElseThrow());
        }
    }

    private void cancel(BrokerOrder mine) {
        try {
            CompletableFuture<OrderEvent> unused = client.orders().cancel(mine.orderId);
        } catch (IbkrException e) {
            mine.cancelWanted = true;
        }
    }

    private void change(BrokerOrder mine, long quantity, String kind, double price, Protection asked) {
        long before = mine.quantity;
        mine.quantity = quantity;
        IbkrOrder order = kind.equals(Protection.STOP)
                ? stop(mine, price, groupOf(mine, asked))
                : target(mine, price, groupOf(mine, asked));
        try {
            client.orders().modify(mine.orderId, contracts.apply(asked.symbol()), order.asPartOf(mine.parentId, true));
        } catch (IbkrException e) {
            mine.quantity = before;
            throw e;
        }
    }

    private void place(Protection asked, String kind, Side side, long quantity, double price) {
        String id = freeName(asked.id(), kind);
        BrokerOrder mine = new BrokerOrder(OrderIntent.market(id, asked.symbol(), side, quantity));
        orders.put(id, mine);
        String group = asked.id() + "/guard";
        IbkrOrder order = kind.equals(Protection.STOP) ? stop(mine, price, group) : target(mine, price, group);
        try {
            mine.orderId = client.orders()
                    .place(contracts.apply(asked.symbol()), order)
                    .orderId();
        } catch (IbkrException | UncheckedIOException | IllegalArgumentException e) {
            ending.end(mine, OrderEnd.Kind.REJECTED, "it was not sent: " + e.getMessage());
        }
    }

    /** The gateway groups what waits for one parent itself. */
    private static String groupOf(BrokerOrder mine, Protection asked) {
        return mine.parentId != 0 ? "" : asked.id() + "/guard";
    }

    /** No order has the name of one of before. */
    private String freeName(String id, String kind) {
        String name = id + kind;
        for (int i = 2; orders.containsKey(name); i++) {
            name = id + "/" + i + kind;
        }
        return name;
    }
}
