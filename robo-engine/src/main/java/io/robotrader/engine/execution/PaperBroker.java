package io.robotrader.engine.execution;

import io.robotrader.engine.execution.OrderEnd.Kind;
import io.robotrader.engine.market.Bar;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A broker that needs no account: it fills orders against the bars that the engine sees.
 *
 * <p>An order can trade from the bar after the one at which it was sent, so no order trades on a price that was known
 * when it was made. A market order trades at that bar's open, made worse by the slippage. A limit order trades as soon
 * as a bar reaches its limit: at the open if that is better, else at the limit, and never at anything worse. Orders are
 * filled whole and work until they are cancelled. An order for a symbol of which no bar comes stays working.
 *
 * <p>What it does not do: it has no queue, no partial fills and no opinion on buying power; that is the risk gate's.
 *
 * <p>Called by the engine's one writing thread; not thread-safe.
 */
public final class PaperBroker implements Broker {

    // Prices are told to a hundredth of a cent, rounded against the order.
    private static final int PRICE_DECIMALS = 4;
    private static final int MONEY_DECIMALS = 2;

    private final double slippage;
    private final BigDecimal commissionPerShare;
    private final Map<String, OrderIntent> working = new LinkedHashMap<>();
    private @Nullable BrokerListener listener;
    private boolean closed;
    private long fills;

    private PaperBroker(double slippage, BigDecimal commissionPerShare) {
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
        return new PaperBroker(slippage, commissionPerShare);
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
        if (working.putIfAbsent(order.id(), order) != null) {
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
        List<OrderIntent> orders = new ArrayList<>(working.values());
        for (OrderIntent order : orders) {
            if (!order.symbol().equals(bar.symbol())) {
                continue;
            }
            double price = tradePrice(order, bar);
            if (!Double.isNaN(price)) {
                working.remove(order.id());
                hears.onFill(fill(order, price, bar));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        listener = null;
    }

    /** The price at which the order trades in this bar; NaN if it does not. */
    private double tradePrice(OrderIntent order, Bar bar) {
        int sign = order.side().sign();
        double market = bar.open() * (1 + sign * slippage);
        if (order.limitPrice().isEmpty()) {
            return market;
        }
        double limit = order.limitPrice().getAsDouble();
        boolean buys = order.side() == Side.BUY;
        boolean reached = buys ? bar.low() <= limit : bar.high() >= limit;
        if (!reached) {
            return Double.NaN;
        }
        return buys ? Math.min(market, limit) : Math.max(market, limit);
    }

    private Fill fill(OrderIntent order, double price, Bar bar) {
        boolean buys = order.side() == Side.BUY;
        boolean atLimit =
                order.limitPrice().isPresent() && price == order.limitPrice().getAsDouble();
        BigDecimal exact = BigDecimal.valueOf(price);
        // A limit is kept to the letter; a market price is rounded against the order, but never down to nothing.
        BigDecimal told =
                atLimit ? exact : exact.setScale(PRICE_DECIMALS, buys ? RoundingMode.CEILING : RoundingMode.FLOOR);
        if (told.signum() == 0) {
            told = exact;
        }
        BigDecimal commission = commissionPerShare
                .multiply(BigDecimal.valueOf(order.quantity()))
                .setScale(MONEY_DECIMALS, RoundingMode.CEILING);
        fills++;
        return new Fill(
                "paper-" + fills,
                order.id(),
                order.symbol(),
                order.side(),
                order.quantity(),
                told,
                commission,
                bar.time());
    }

    private BrokerListener connected() {
        if (listener == null) {
            throw new IllegalStateException("this broker is not connected");
        }
        return listener;
    }
}
