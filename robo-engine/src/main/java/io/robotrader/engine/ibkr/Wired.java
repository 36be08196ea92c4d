package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.AccountMessage;
import io.robotrader.engine.ibkr.wire.CompletedOrder;
import io.robotrader.engine.ibkr.wire.Contract;
import io.robotrader.engine.ibkr.wire.ContractDetails;
import io.robotrader.engine.ibkr.wire.ExecutionData;
import io.robotrader.engine.ibkr.wire.ExecutionMessage.CommissionReport;
import io.robotrader.engine.ibkr.wire.Extras;
import io.robotrader.engine.ibkr.wire.HistoricalBar;
import io.robotrader.engine.ibkr.wire.Margin;
import io.robotrader.engine.ibkr.wire.OpenOrder;
import io.robotrader.engine.ibkr.wire.Order;
import io.robotrader.engine.ibkr.wire.OrderGroup;
import io.robotrader.engine.ibkr.wire.OrderMessage.OrderStatusReport;
import io.robotrader.engine.ibkr.wire.OrderPricing;
import io.robotrader.engine.ibkr.wire.OrderState;
import io.robotrader.engine.ibkr.wire.OrderTime;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import io.robotrader.engine.ibkr.wire.PositionMessage;
import io.robotrader.engine.ibkr.wire.TagValue;
import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** From what users see to what goes over the wire, and back. */
final class Wired {

    private static final BigDecimal NO_STRIKE = new BigDecimal("0.0");

    private Wired() {}

    static Contract contract(IbkrContract c) {
        return new Contract(
                c.conId(),
                c.symbol(),
                c.secType(),
                "",
                NO_STRIKE,
                "",
                "",
                c.exchange(),
                c.primaryExchange(),
                c.currency(),
                c.localSymbol(),
                c.tradingClass());
    }

    static IbkrContract contract(Contract c) {
        return new IbkrContract(
                c.conId(),
                c.symbol(),
                c.secType(),
                c.exchange(),
                c.primaryExchange(),
                c.currency(),
                c.localSymbol(),
                c.tradingClass());
    }

    static PlaceOrder place(int orderId, IbkrContract contract, IbkrOrder order, boolean whatIf) {
        return new PlaceOrder(
                orderId,
                contract(contract),
                new Order(
                        order.side().name(),
                        order.quantity(),
                        new OrderPricing(
                                order.orderType(),
                                order.limitPrice(),
                                order.auxPrice(),
                                order.trailStopPrice(),
                                order.trailingPercent(),
                                null),
                        new OrderTime(order.timeInForce(), "", "", order.outsideHours()),
                        new OrderGroup(order.ocaGroup(), order.ocaType(), order.parentId(), order.transmit()),
                        order.account(),
                        order.orderRef(),
                        whatIf),
                Extras.NONE);
    }

    static IbkrOrder order(Order o) {
        return new IbkrOrder(
                // An institution's short sale is a sale.
                o.action().equals("BUY") ? Side.BUY : Side.SELL,
                o.totalQuantity().abs(),
                o.pricing().orderType(),
                o.pricing().limitPrice(),
                o.pricing().auxPrice(),
                o.pricing().trailStopPrice(),
                o.pricing().trailingPercent(),
                o.time().timeInForce(),
                o.time().outsideHours(),
                o.group().ocaGroup(),
                o.group().ocaType(),
                o.group().parentId(),
                true,
                o.account(),
                o.orderRef());
    }

    static OrderEvent.Acknowledged acknowledged(OpenOrder o) {
        return new OrderEvent.Acknowledged(
                o.orderId(),
                o.permId(),
                o.clientId(),
                contract(o.contract()),
                order(o.order()),
                o.state().status());
    }

    static OrderEvent.Status status(OrderStatusReport s, String orderRef) {
        return new OrderEvent.Status(
                s.orderId(),
                s.permId(),
                s.clientId(),
                orderRef,
                s.status(),
                s.filled(),
                s.remaining(),
                s.averageFillPrice(),
                s.whyHeld());
    }

    static OrderEvent.Executed executed(ExecutionData e, Instant now) {
        return new OrderEvent.Executed(
                e.execId(),
                e.orderId(),
                e.permId(),
                e.clientId(),
                e.orderRef(),
                e.account(),
                contract(e.contract()),
                e.side().equals("BOT") ? Side.BUY : Side.SELL,
                e.quantity(),
                e.price(),
                e.cumulativeQuantity(),
                e.averagePrice(),
                e.exchange(),
                e.time(),
                now);
    }

    static OrderEvent.Commission commission(CommissionReport c) {
        return new OrderEvent.Commission(c.execId(), c.commission(), c.currency(), c.realizedPnl());
    }

    static OrderEvent.Completed completed(CompletedOrder c) {
        return new OrderEvent.Completed(
                c.permId(), c.order().orderRef(), c.status(), c.filledQuantity(), c.completedStatus());
    }

    static WhatIf whatIf(OrderState s) {
        return new WhatIf(
                change(s.initialMargin()),
                change(s.maintenanceMargin()),
                change(s.equityWithLoan()),
                s.commission(),
                s.minCommission(),
                s.maxCommission(),
                s.commissionCurrency(),
                s.warning());
    }

    private static WhatIf.Change change(Margin m) {
        return new WhatIf.Change(m.before(), m.change(), m.after());
    }

    static IbkrBar bar(HistoricalBar b) {
        return new IbkrBar(b.time(), b.open(), b.high(), b.low(), b.close(), b.volume(), b.average(), b.count());
    }

    static IbkrPosition position(PositionMessage.Position p) {
        return new IbkrPosition(
                p.account(), contract(p.contract()), p.quantity(), p.averageCost(), null, null, null, null);
    }

    static IbkrPosition position(PositionMessage.PortfolioValue p) {
        return new IbkrPosition(
                p.account(),
                contract(p.contract()),
                p.quantity(),
                p.averageCost(),
                p.marketPrice(),
                p.marketValue(),
                p.unrealizedPnl(),
                p.realizedPnl());
    }

    static AccountValue value(AccountMessage.AccountValue v) {
        return new AccountValue(v.account(), v.key(), v.value(), v.currency());
    }

    static AccountValue value(AccountMessage.AccountSummary v) {
        return new AccountValue(v.account(), v.tag(), v.value(), v.currency());
    }

    static IbkrContractDetails details(ContractDetails d) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (TagValue id : d.securityIds()) {
            ids.put(id.tag(), id.value());
        }
        return new IbkrContractDetails(
                contract(d.contract()),
                d.longName(),
                d.industry(),
                d.category(),
                d.subcategory(),
                d.stockType(),
                d.minTick(),
                d.minSize(),
                d.validExchanges(),
                d.orderTypes(),
                d.marketRuleIds(),
                d.timeZone(),
                d.tradingHours(),
                d.liquidHours(),
                ids);
    }
}
