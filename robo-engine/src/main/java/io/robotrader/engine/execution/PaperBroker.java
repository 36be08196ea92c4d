package io.robotrader.engine.execution;

import io.robotrader.engine.execution.OrderEnd.Kind;
import io.robotrader.engine.market.Bar;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A broker that needs no account: it fills orders against the bars that the engine sees.
 *
 * <p>An order can trade from the first bar of a later instant than the one at which it was sent, so no order trades on a
 * price that was known when it was made. A market order trades at that bar's open, made worse by the slippage and rounded
 * against the order to a hundredth of a cent. A limit order trades as soon as a bar reaches its limit: at the price of a
 * market order if that is better, else at the limit, and never at anything worse. Orders are filled whole and work until
 * they are cancelled. A bar with a volume of zero fills nothing; one that does not tell its volume may. An order for a symbol of which no bar comes stays working.
 *
 * <p>What it does not do: it has no queue, no partial fills and no opinion on buying power; that is the risk gate's.
 *
 * <p>Called by the engine's one writing thread; not thread-safe.
 */
public final class PaperBroker implements Broker {

    private static final int PRICE_DECIMALS = 4;
    private static final int MONEY_DECIMALS = 2;

    private final BigDecimal slippage;
    private final BigDecimal commissionPerShare;
    private final Map<String, Working> working = new LinkedHashMap<>();
    private final Map<String, Long> held = new TreeMap<>();
    private final List<Fill> traded = new ArrayList<>();
    private @Nullable BrokerListener listener;
    private boolean closed;
    private Instant market = Instant.MIN;
    private Instant tomorrow = Instant.MIN;

    private PaperBroker(BigDecimal slippage, BigDecimal commissionPerShare) {
        this.slippage = slippage;
        this.commissionPerShare = commissionPerShare;
    }

    /** {@return a broker without slippage and commission} */
    public static PaperBroker free() {
        return withCosts(0, BigDecimal.ZERO);
    }

    /**
     * {@return a broker that costs something}
     *
     * @param slippage how much worse than the open a market order trades, as a fraction of the price, in [0, 0.1]
     * @param commissionPerShare money for each share, zero or positive; a fill's commission is rounded up to a cent
     * @throws IllegalArgumentException if a number is out of its range
     */
    public static PaperBroker withCosts(double slippage, BigDecimal commissionPerShare) {
        if (!(slippage >= 0 && slippage <= 0.1)) {
            throw new IllegalArgumentException("slippage must be a fraction in [0, 0.1], but was " + slippage);
        }
        if (commissionPerShare.signum() < 0) {
            throw new IllegalArgumentException(
                    "commissionPerShare must be zero or positive, but was " + commissionPerShare);
        }
        return new PaperBroker(BigDecimal.valueOf(slippage), commissionPerShare);
    }

    @Override
    public void connect(BrokerListener newListener) {
        Objects.requireNonNull(newListener, "newListener");
        if (closed || listener != null) {
            throw new IllegalStateException(closed ? "this broker was closed" : "this broker is connected already");
        }
        listener = newListener;
    }

    @Override
    public void submit(OrderIntent order) {
        BrokerListener hears = connected();
        if (working.putIfAbsent(order.id(), new Working(order, market)) != null) {
            hears.onOrderEnded(
                    new OrderEnd(order.id(), Kind.REJECTED, "an order with id " + order.id() + " is working already"));
        }
    }

    @Override
    public void cancel(String orderId) {
        BrokerListener hears = connected();
        if (working.remove(orderId) != null) {
            hears.onOrderEnded(new OrderEnd(orderId, Kind.CANCELLED, "cancelled on request"));
        }
    }

    @Override
    public void onMarket(Bar bar) {
        BrokerListener hears = connected();
        market = bar.time().isAfter(market) ? bar.time() : market;
        if (!market.isBefore(tomorrow)) {
            Instant today = market.truncatedTo(ChronoUnit.DAYS);
            tomorrow = today.plus(1, ChronoUnit.DAYS);
            traded.removeIf(fill -> fill.time().isBefore(today));
        }
        if (bar.volume().isPresent() && bar.volume().getAsDouble() == 0) {
            return; // its prices are where the market stood, and nobody traded at them
        }
        for (Working sent : new ArrayList<>(working.values())) {
            OrderIntent order = sent.order();
            if (order.symbol().equals(bar.symbol())
                    && bar.time().isAfter(sent.since())
                    && isReached(order, bar)
                    // Whoever heard of an earlier fill may have cancelled this one.
                    && working.remove(order.id(), sent)) {
                Fill fill = fill(order, bar);
                long signed = fill.side() == Side.BUY ? fill.quantity() : -fill.quantity();
                held.merge(fill.symbol(), signed, Long::sum);
                traded.add(fill);
                hears.onFill(fill);
            }
        }
    }

    /**
     * {@inheritDoc} Its books begin empty with each broker; they tell no money and no average prices, and keep the fills of
     * the day of the last bar (in UTC). It is completed when this returns.
     */
    @Override
    public CompletableFuture<BrokerAccount> account() {
        connected();
        List<BrokerAccount.Held> positions = new ArrayList<>();
        held.forEach((symbol, shares) -> {
            if (shares != 0) {
                positions.add(new BrokerAccount.Held(symbol, shares, BigDecimal.ZERO));
            }
        });
        List<BrokerAccount.OpenOrder> open = working.values().stream()
                .map(Working::order)
                .map(order -> new BrokerAccount.OpenOrder(
                        order.id(), order.id(), order.symbol(), order.side(), order.quantity(), 0, false))
                .toList();
        List<BrokerAccount.Trade> trades = traded.stream()
                .map(fill -> new BrokerAccount.Trade(fill, Set.of()))
                .toList();
        return CompletableFuture.completedFuture(new BrokerAccount(
                market.equals(Instant.MIN) ? Instant.EPOCH : market,
                Optional.empty(),
                positions,
                List.of(),
                open,
                trades,
                List.of(),
                true));
    }

    @Override
    public void close() {
        closed = true;
        listener = null;
    }

    private static boolean isReached(OrderIntent order, Bar bar) {
        boolean buys = order.side() == Side.BUY;
        return order.limitPrice().isEmpty()
                || (buys
                        ? bar.low() <= order.limitPrice().getAsDouble()
                        : bar.high() >= order.limitPrice().getAsDouble());
    }

    private BigDecimal priceOf(OrderIntent order, Bar bar) {
        boolean buys = order.side() == Side.BUY;
        BigDecimal open = BigDecimal.valueOf(bar.open());
        BigDecimal worse = open.multiply(slippage);
        BigDecimal exact = buys ? open.add(worse) : open.subtract(worse);
        BigDecimal rounded = exact.setScale(PRICE_DECIMALS, buys ? RoundingMode.CEILING : RoundingMode.FLOOR);
        // Never down to nothing.
        BigDecimal price = rounded.signum() == 0 ? exact : rounded;
        if (order.limitPrice().isEmpty()) {
            return price;
        }
        // Last of all, so that rounding cannot carry a price beyond its limit.
        BigDecimal limit = BigDecimal.valueOf(order.limitPrice().getAsDouble());
        return buys ? price.min(limit) : price.max(limit);
    }

    private Fill fill(OrderIntent order, Bar bar) {
        BigDecimal commission = commissionPerShare
                .multiply(BigDecimal.valueOf(order.quantity()))
                .setScale(MONEY_DECIMALS, RoundingMode.CEILING);
        return new Fill(
                "paper-" + order.id(),
                order.id(),
                order.symbol(),
                order.side(),
                order.quantity(),
                priceOf(order, bar),
                commission,
                bar.time());
    }

    private BrokerListener connected() {
        if (listener == null) {
            throw new IllegalStateException("this broker is not connected");
        }
        return listener;
    }

    /** An order, and the time that the market had got to when it was sent. */
    private record Working(OrderIntent order, Instant since) {}
}
