package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.Margin;
import io.robotrader.engine.ibkr.wire.Order;
import io.robotrader.engine.ibkr.wire.OrderGroup;
import io.robotrader.engine.ibkr.wire.OrderState;
import io.robotrader.engine.ibkr.wire.OrderTime;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes, changes and refuses orders, and sends them to the market. */
final class OrderIntake {

    private static final int FIRST_PERM_ID = 1_417_080_201;

    private final Gateway gateway;
    private final OrderDesk desk;
    private final Matching matching;
    private int permIds;

    OrderIntake(Gateway gateway, OrderDesk desk, Matching matching) {
        this.gateway = gateway;
        this.desk = desk;
        this.matching = matching;
    }

    void place(ClientSession session, PlaceOrder placed) {
        int id = placed.orderId();
        Market.Instrument instrument = gateway.market.find(placed.contract());
        if (instrument == null) {
            gateway.error(session, id, 200, "No security definition has been found for the request");
            return;
        }
        Account account = gateway.books.account(placed.order().account());
        if (account == null) {
            gateway.invalid(
                    session, id, "Invalid account code '" + placed.order().account() + "'");
            return;
        }
        OrderChecks.Refusal wrong = OrderChecks.form(placed.order(), instrument.listing);
        LiveOrder old = desk.find(session.clientId(), id);
        if (wrong == null && old != null) {
            wrong = OrderChecks.change(old, placed.order(), instrument.listing, account);
        }
        if (wrong == null && old == null && id <= gateway.lastId(session.clientId())) {
            wrong = new OrderChecks.Refusal(103, "Duplicate order id");
        }
        if (wrong != null) {
            gateway.error(session, id, wrong.code(), wrong.text());
            return;
        }
        if (placed.order().whatIf()) {
            whatIf(session, complete(placed, account, null), instrument, account);
        } else if (old != null) {
            change(session, old, placed, account);
        } else {
            accept(session, placed, instrument, account);
        }
    }

    private void accept(ClientSession session, PlaceOrder placed, Market.Instrument instrument, Account account) {
        int parentId = placed.order().group().parentId();
        LiveOrder parent = parentId == 0 ? null : desk.find(session.clientId(), parentId);
        if (parentId != 0 && (parent == null || (parent.isDone() && !parent.status.equals("Filled")))) {
            gateway.error(session, placed.orderId(), 135, "Can't find order with id =" + parentId);
            return;
        }
        gateway.used(session.clientId(), placed.orderId());
        LiveOrder order = new LiveOrder(
                session.clientId(),
                FIRST_PERM_ID + permIds++,
                instrument,
                complete(placed, account, parent),
                gateway.timeline.now(),
                account.sharesThisMonth());
        order.parent = parent;
        desk.add(order);
        if (placed.order().group().transmit()) {
            if (parent == null) {
                // One that has only just come has no children yet.
                transmit(session, order);
                settle();
            } else {
                transmitFamily(session, order);
            }
        }
    }

    /** The order with the fields that servers fill in. */
    private static PlaceOrder complete(PlaceOrder placed, Account account, @Nullable LiveOrder parent) {
        Order o = placed.order();
        OrderGroup g = o.group();
        String group = parent != null && g.ocaGroup().isEmpty() ? Integer.toString(parent.permId) : g.ocaGroup();
        OrderTime t = o.time();
        OrderTime time = new OrderTime(
                t.timeInForce().isEmpty() ? "DAY" : t.timeInForce(), t.goodAfter(), t.goodTill(), t.outsideHours());
        Order whole = new Order(
                o.action(),
                o.totalQuantity(),
                o.pricing(),
                time,
                new OrderGroup(group, g.ocaType(), g.parentId(), g.transmit()),
                account.id,
                o.orderRef(),
                o.whatIf());
        return new PlaceOrder(placed.orderId(), placed.contract(), whole, placed.extras());
    }

    private void change(ClientSession session, LiveOrder order, PlaceOrder placed, Account account) {
        PlaceOrder before = order.request;
        order.request = complete(placed, account, order.parent);
        OrderChecks.Refusal poor = order.transmitted && !order.waitsForParent() ? funds(order) : null;
        if (poor != null) {
            order.request = before;
            gateway.error(session, order.orderId(), poor.code(), poor.text());
            return;
        }
        if (!order.transmitted) {
            if (placed.order().group().transmit()) {
                transmitFamily(session, order);
            }
            return;
        }
        order.modifications++;
        order.eligible = gateway.timeline.now().plus(gateway.settings.fills().queueDelay());
        if (!order.triggered) {
            order.stop = null;
        }
        expire(order);
        desk.tell(order);
        if (order.isStop() && !order.triggered) {
            desk.tell(order);
        }
        gateway.timeline.at(order.eligible, () -> matching.tryNow(order));
        settle();
    }

    /** A parent is sent on with the first of its children that is. */
    private void transmitFamily(ClientSession session, LiveOrder order) {
        LiveOrder head = order.parent == null ? order : order.parent;
        transmitOnce(session, head);
        head.children.forEach(child -> transmitOnce(session, child));
        settle();
    }

    private void transmitOnce(ClientSession session, LiveOrder order) {
        if (!order.transmitted && !order.isDone()) {
            transmit(session, order);
        }
    }

    /** What is due at this instant happens before the next message is read. */
    private void settle() {
        gateway.timeline.advanceTo(gateway.timeline.now());
    }

    private void transmit(ClientSession session, LiveOrder order) {
        order.transmitted = true;
        OrderChecks.Refusal poor = order.parent != null ? null : funds(order);
        if (poor != null) {
            gateway.error(session, order.orderId(), poor.code(), poor.text());
            desk.end(order, "Inactive", poor.text());
            gateway.toOwner(order.clientId, OrderReports.status(order));
            desk.endChildren(order);
            return;
        }
        order.status = "PreSubmitted";
        order.whyHeld = order.waitsForParent() ? "child" : order.isStop() ? "trigger" : "";
        expire(order);
        desk.tell(order);
        if (order.isStop() && !order.waitsForParent()) {
            desk.tell(order);
        }
        warn(session, order);
        matching.enter(order);
    }

    /** Whether the account can carry what is left of an order. */
    private OrderChecks.@Nullable Refusal funds(LiveOrder order) {
        return gateway.settings.checksFunds()
                ? OrderChecks.funds(
                        gateway.books.of(order),
                        order.instrument.listing,
                        order.signed(order.remaining()),
                        Matching.valuation(order))
                : null;
    }

    private void warn(ClientSession session, LiveOrder order) {
        Instant now = gateway.timeline.now();
        if (order.order().time().outsideHours() && order.type().equals("MKT")) {
            gateway.error(
                    session,
                    order.orderId(),
                    2109,
                    "Order Event Warning:Attribute 'Outside Regular Trading Hours' is ignored based on the order type"
                            + " and destination. PlaceOrder is now being processed.");
        }
        boolean once = order.is("IOC") || order.is("FOK");
        if (!once
                && !gateway.settings.barByBar()
                && !(order.isExtended() ? gateway.hours.isExtended(now) : gateway.hours.isRegular(now))) {
            gateway.error(
                    session,
                    order.orderId(),
                    399,
                    "Order Message:\n" + order.order().action() + " "
                            + Spelling.size(order.order().totalQuantity()) + " "
                            + order.instrument.listing.symbol() + " "
                            + order.instrument.listing.exchange() + "."
                            + order.instrument.listing.tradingClass()
                            + "\nWarning: your order will not be placed at the exchange until "
                            + Spelling.zoned(gateway.hours.nextOpen(now)));
        }
    }

    private void expire(LiveOrder order) {
        Timeline.Task before = order.expiry;
        if (before != null) {
            before.cancel();
        }
        Instant now = gateway.timeline.now();
        Instant end = null;
        if (order.is("DAY")) {
            end = gateway.hours.endOfDay(now, order.isExtended());
        } else if (order.is("GTD")) {
            end = Spelling.instant(order.order().time().goodTill());
        }
        order.expiry = end == null ? null : gateway.timeline.at(end, () -> expired(order));
    }

    private void expired(LiveOrder order) {
        if (!order.isDone()) {
            desk.end(order, "Cancelled", "Cancelled by System:\n");
            if (order.transmitted) {
                gateway.toOwner(order.clientId, OrderReports.status(order));
            }
        }
    }

    private void whatIf(ClientSession session, PlaceOrder placed, Market.Instrument instrument, Account account) {
        LiveOrder order = new LiveOrder(
                session.clientId(), 0, instrument, placed, gateway.timeline.now(), account.sharesThisMonth());
        order.status = "PreSubmitted";
        BigDecimal quantity = placed.order().totalQuantity();
        BigDecimal price = Matching.valuation(order);
        BigDecimal gross = account.grossChange(instrument.listing, order.signed(quantity), price);
        BigDecimal cost =
                gateway.settings.commission().of(quantity, quantity.multiply(price), account.sharesThisMonth());
        OrderState state = new OrderState(
                order.status,
                margin(account.initialMargin(), gross.multiply(Account.INITIAL)),
                margin(account.maintenanceMargin(), gross.multiply(Account.MAINTENANCE)),
                margin(account.netLiquidation(), cost.negate()),
                Spelling.real(cost),
                null,
                null,
                "USD",
                "");
        gateway.send(session, OrderReports.openOrder(order, state));
    }

    private static Margin margin(BigDecimal before, BigDecimal change) {
        return new Margin(
                Spelling.money(before),
                Spelling.money(change),
                Spelling.money(before).add(Spelling.money(change)));
    }
}
