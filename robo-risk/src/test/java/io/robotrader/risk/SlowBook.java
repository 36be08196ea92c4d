package io.robotrader.risk;

import io.robotrader.risk.account.AccountFigures;
import io.robotrader.risk.account.AccountSnapshot;
import io.robotrader.risk.account.OrderIntent;
import io.robotrader.risk.account.Position;
import java.util.LinkedHashMap;
import java.util.Map;

/** The account added up afresh, share by share, whenever somebody asks: slow and obvious. */
final class SlowBook {

    AccountSnapshot snapshot = AccountSnapshot.builder(0).build();
    final Map<String, Double> marks = new LinkedHashMap<>();
    final Map<String, Double> ranges = new LinkedHashMap<>();
    final Map<String, OrderIntent> orders = new LinkedHashMap<>();

    void filled(String id, long quantity) {
        OrderIntent order = orders.remove(id);
        if (order != null && order.quantity() > quantity) {
            Map<String, OrderIntent> all = new LinkedHashMap<>(orders);
            orders.clear();
            // an order keeps its place in the queue
            boolean placed = false;
            for (Map.Entry<String, OrderIntent> other : all.entrySet()) {
                if (!placed && Integer.parseInt(other.getKey()) > Integer.parseInt(id)) {
                    orders.put(id, order.withQuantity(order.quantity() - quantity));
                    placed = true;
                }
                orders.put(other.getKey(), other.getValue());
            }
            orders.putIfAbsent(id, order.withQuantity(order.quantity() - quantity));
        }
    }

    AccountFigures figures() {
        double value = 0;
        double gross = 0;
        double owed = 0;
        double risk = 0;
        double spent = 0;
        int open = 0;
        for (Map.Entry<String, Double> entry : marks.entrySet()) {
            String symbol = entry.getKey();
            double mark = entry.getValue();
            Position position = snapshot.position(symbol).orElse(Position.of(symbol, 0, 1));
            long afterBuys = position.quantity();
            long afterSells = position.quantity();
            boolean opens = position.quantity() != 0;
            for (OrderIntent order : orders.values()) {
                if (!order.symbol().equals(symbol)) {
                    continue;
                }
                int sign = order.side().sign();
                for (long share = 0; share < order.quantity(); share++) {
                    long before = sign > 0 ? afterBuys : afterSells;
                    if (before * sign >= 0) {
                        opens = true;
                        double price = order.limitPrice().orElseThrow();
                        spent += price;
                        risk += riskOf(symbol, sign, price, order.stopPrice().orElse(0));
                    }
                    afterBuys += sign > 0 ? 1 : 0;
                    afterSells -= sign < 0 ? 1 : 0;
                }
            }
            value += position.quantity() * mark;
            owed += Math.max(0, -position.quantity()) * mark;
            gross += Math.max(Math.abs(afterBuys), Math.abs(afterSells)) * mark;
            risk += Math.abs(position.quantity())
                    * riskOf(
                            symbol,
                            Long.signum(position.quantity()),
                            mark,
                            position.stop().orElse(0));
            open += opens ? 1 : 0;
        }
        double equity = snapshot.cash() + value;
        double pnl = equity - snapshot.startOfDayEquity().orElseThrow() - snapshot.paidInToday();
        return new AccountFigures(
                equity,
                snapshot.buyingPower().orElse(snapshot.cash() - 2 * owed) - spent,
                snapshot.startOfDayEquity().orElseThrow(),
                pnl,
                gross,
                risk,
                open);
    }

    private double riskOf(String symbol, int sign, double price, double stop) {
        if (stop > 0) {
            return Math.max(0, sign * (price - stop));
        }
        Double range = ranges.get(symbol);
        return range == null ? price * 0.02 : range * 2;
    }
}
