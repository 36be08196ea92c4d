package io.robotrader.risk.heat;

import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.MarketData;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import io.robotrader.risk.account.Side;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one position, or the opening part of one working order, loses at its stop.
 *
 * @param risk money; NaN if no price is known
 */
record OpenRisk(
        String symbol,
        Optional<String> orderId,
        Side side,
        long quantity,
        StopBasis basis,
        double risk,
        double beyondStop) {

    /** Positions by symbol, then working orders as given: the earlier ones reduce, the later ones open. */
    static List<OpenRisk> all(AccountSnapshot account, Collection<OrderIntent> working, StopDistance distance) {
        List<OpenRisk> risks = new ArrayList<>();
        account.positions().values().stream()
                .filter(position -> position.quantity() != 0)
                .sorted((a, b) -> a.symbol().compareTo(b.symbol()))
                .forEach(position -> risks.add(of(position, account, distance)));
        Map<Side, Map<String, Long>> reducible = new EnumMap<>(Side.class);
        for (OrderIntent order : working) {
            long held = account.position(order.symbol()).map(Position::quantity).orElse(0L);
            long left = reducible
                    .computeIfAbsent(order.side(), side -> new HashMap<>())
                    .computeIfAbsent(
                            order.symbol(), symbol -> Math.max(0, -order.side().sign() * held));
            long reduces = Math.min(left, order.quantity());
            reducible.get(order.side()).put(order.symbol(), left - reduces);
            if (order.quantity() > reduces) {
                risks.add(of(order, order.quantity() - reduces, account, distance));
            }
        }
        return risks;
    }

    private static OpenRisk of(Position position, AccountSnapshot account, StopDistance distance) {
        Side side = position.quantity() > 0 ? Side.BUY : Side.SELL;
        double mark = mark(account, position.symbol());
        double stop = position.stop().orElse(Double.NaN);
        double atr = atr(account, position.symbol());
        long quantity = Math.abs(position.quantity());
        double beyond = Double.isNaN(stop) ? 0 : Math.max(0, side.sign() * (stop - mark));
        return new OpenRisk(
                position.symbol(),
                Optional.empty(),
                side,
                quantity,
                distance.basis(stop, atr),
                quantity * distance.riskPerShare(side, mark, stop, atr),
                quantity * beyond);
    }

    private static OpenRisk of(OrderIntent order, long opens, AccountSnapshot account, StopDistance distance) {
        double mark = mark(account, order.symbol());
        double limit = order.limitPrice().orElse(mark);
        // As the gate values it: a sale at a cent trades near the market.
        double price = order.side() == Side.SELL && mark > limit ? mark : limit;
        double stop = order.stopPrice().orElse(Double.NaN);
        double atr = atr(account, order.symbol());
        return new OpenRisk(
                order.symbol(),
                Optional.of(order.id()),
                order.side(),
                opens,
                distance.basis(stop, atr),
                opens * distance.riskPerShare(order.side(), price, stop, atr),
                0);
    }

    HeatContribution contribution(double heat, double adjustedHeat) {
        return new HeatContribution(symbol, orderId, side, quantity, basis, risk, heat, adjustedHeat, beyondStop);
    }

    private static double mark(AccountSnapshot account, String symbol) {
        MarketData data = account.market().get(symbol);
        return data == null ? Double.NaN : data.price();
    }

    private static double atr(AccountSnapshot account, String symbol) {
        MarketData data = account.market().get(symbol);
        return data == null ? Double.NaN : data.atr().orElse(Double.NaN);
    }
}
