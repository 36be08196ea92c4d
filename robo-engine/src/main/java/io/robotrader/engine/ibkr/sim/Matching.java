package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.Order;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills orders against the quote, in the order in which they came.
 *
 * <p>Where the price moves on without a gap it passes everything between two points: a resting limit is then filled at its
 * limit, and a stop triggers at its stop. After a gap both meet the price that is there: the limit gains by it, the stop
 * loses.
 */
final class Matching implements Market.Listener {

    private static final int PRICE_DECIMALS = 4;

    private final Gateway gateway;
    private final OrderDesk desk;
    private final List<LiveOrder> working = new ArrayList<>();

    Matching(Gateway gateway, OrderDesk desk) {
        this.gateway = gateway;
        this.desk = desk;
    }

    /** An order has been accepted; it is tried once it is through the queue. */
    void enter(LiveOrder order) {
        if (order.waitsForParent()) {
            return;
        }
        working.add(order);
        order.eligible = gateway.timeline.now().plus(gateway.settings.fills().queueDelay());
        if (!gateway.settings.script().isEmpty()) {
            script(order);
            return;
        }
        boolean once = order.is("IOC") || order.is("FOK");
        if (!order.isStop() && (once || (!gateway.settings.barByBar() && isInSession(order)))) {
            route(order);
        }
        gateway.timeline.at(order.eligible, () -> tryNow(order));
        Instant goodAfter = goodAfter(order);
        if (goodAfter.isAfter(order.eligible)) {
            gateway.timeline.at(goodAfter, () -> tryNow(order));
        }
    }

    private void script(LiveOrder order) {
        order.scripted = true;
        route(order);
        for (Settings.ScriptedFill fill : gateway.settings.script()) {
            gateway.timeline.after(fill.after(), () -> {
                BigDecimal quantity = fill.quantity().min(order.remaining());
                if (!order.isDone() && quantity.signum() > 0) {
                    fill(order, quantity, fill.price());
                }
            });
        }
    }

    private void route(LiveOrder order) {
        order.routed = true;
        order.status = "Submitted";
        order.whyHeld = "";
        desk.tell(order);
    }

    /** Tries an order against the quote as it stands. */
    void tryNow(LiveOrder order) {
        if (!order.isWorking() || order.scripted || order.waitsForParent()) {
            return;
        }
        if (isTradable(order)) {
            match(order, true);
        }
        if (order.isDone()) {
            return;
        }
        if (order.is("IOC")) {
            gateway.toOwner(order.clientId, OrderReports.status(order, "PendingCancel", order.clientId));
            desk.end(order, "Cancelled", "Cancelled by System:\n");
            gateway.toOwner(order.clientId, OrderReports.status(order));
        } else if (order.is("FOK")) {
            desk.end(order, "Inactive", "Cancelled by System:\n");
            gateway.toOwner(order.clientId, OrderReports.status(order));
        }
        if (order.isDone()) {
            desk.endChildren(order);
        }
    }

    @Override
    public void onPoint(Market.Instrument instrument, PricePath.Point point) {
        working.removeIf(LiveOrder::isDone);
        for (LiveOrder order : List.copyOf(working)) {
            if (order.instrument == instrument && !order.scripted && order.isWorking() && isTradable(order)) {
                match(order, false);
            }
        }
    }

    /** The market is there again, as it stands. */
    void tryAll(Market.Instrument instrument) {
        List.copyOf(working).stream().filter(o -> o.instrument == instrument).forEach(this::tryNow);
    }

    private boolean isInSession(LiveOrder order) {
        Instant now = gateway.timeline.now();
        return order.isExtended() ? gateway.hours.isExtended(now) : gateway.hours.isRegular(now);
    }

    private boolean isTradable(LiveOrder order) {
        Instant now = gateway.timeline.now();
        Instant bar = gateway.market.barTime();
        boolean open = gateway.settings.barByBar()
                ? bar != null && order.eligible.isBefore(bar)
                : !order.eligible.isAfter(now) && isInSession(order);
        return open
                && order.instrument.quote.exists()
                && !order.instrument.halted
                && !goodAfter(order).isAfter(bar == null ? now : bar);
    }

    private static Instant goodAfter(LiveOrder order) {
        Instant time = Spelling.instant(order.order().time().goodAfter());
        return time == null ? Instant.MIN : time;
    }

    private void match(LiveOrder order, boolean standing) {
        Market.Instrument instrument = order.instrument;
        boolean jumped = standing || instrument.jumped;
        double base = instrument.quote.last;
        if (order.isStop() && !order.triggered) {
            base = Stops.triggeredAt(order, jumped);
            if (Double.isNaN(base)) {
                return;
            }
            order.triggered = true;
            jumped = true; // a limit that comes into being here has not rested
        }
        if (!order.routed) {
            route(order);
        }
        BigDecimal price = price(order, base, jumped);
        double most =
                Math.min(instrument.available, (double) gateway.settings.fills().largestFill());
        boolean whole = order.remaining().doubleValue() <= Math.min(instrument.available, Double.MAX_VALUE);
        if (price == null || most < 1 || (order.is("FOK") && !whole)) {
            return;
        }
        BigDecimal quantity =
                order.is("FOK") ? order.remaining() : order.remaining().min(BigDecimal.valueOf((long) most));
        instrument.available -= quantity.doubleValue();
        fill(order, quantity, price);
    }

    /** At what price it would be filled, null if it would not. */
    private @Nullable BigDecimal price(LiveOrder order, double base, boolean jumped) {
        Quote quote = order.instrument.quote;
        boolean buy = order.isBuy();
        double away = base - quote.last;
        double touch = (buy ? quote.ask : quote.bid) + away;
        double limit = Stops.limit(order);
        if (Double.isNaN(limit)) {
            double slippage = gateway.settings.fills().slippage();
            return worse(buy ? touch + slippage : slippage == 0 ? touch : Math.max(touch - slippage, 0.01), buy);
        }
        if (buy ? touch > limit + 1e-9 : touch < limit - 1e-9) {
            return null;
        }
        double before = buy ? order.instrument.previousAsk : order.instrument.previousBid;
        boolean passed = !jumped && (buy ? before > limit : before < limit);
        if (passed) {
            return decimal(limit);
        }
        BigDecimal taken = worse(touch, buy);
        // Last of all, so that rounding cannot carry a price beyond its limit.
        return buy ? taken.min(decimal(limit)) : taken.max(decimal(limit));
    }

    /** A price that is taken, worse by the slippage that goes with it. */
    private BigDecimal worse(double touch, boolean buy) {
        double fraction = gateway.settings.fills().relativeSlippage();
        if (fraction == 0 && !gateway.settings.barByBar()) {
            return decimal(touch);
        }
        BigDecimal price = BigDecimal.valueOf(touch);
        BigDecimal slip = price.multiply(BigDecimal.valueOf(fraction));
        BigDecimal exact = buy ? price.add(slip) : price.subtract(slip);
        BigDecimal rounded = exact.setScale(PRICE_DECIMALS, buy ? RoundingMode.CEILING : RoundingMode.FLOOR);
        return rounded.signum() == 0 ? exact : rounded; // never down to nothing
    }

    private static BigDecimal decimal(double price) {
        return BigDecimal.valueOf(price).setScale(8, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    /** What an order is worth to the margin: a share at its limit or stop, or at the market. */
    static BigDecimal valuation(LiveOrder order) {
        BigDecimal limit = order.pricing().limitPrice();
        BigDecimal stop = order.pricing().auxPrice();
        if (order.type().contains("LMT") && limit != null) {
            return limit;
        }
        return order.type().equals("STP") && stop != null ? stop : order.instrument.mark();
    }

    private void fill(LiveOrder order, BigDecimal quantity, BigDecimal price) {
        BigDecimal before = order.remaining();
        Books.Execution fill = gateway.books.book(order, quantity, price);
        boolean full = order.remaining().signum() == 0;
        order.status = "Submitted";
        if (full) {
            desk.end(order, "Filled", "");
        }
        gateway.toOwner(order.clientId, OrderReports.execution(fill, -1));
        if (full) {
            desk.tell(order);
            gateway.toOwner(order.clientId, OrderReports.openOrderWithCost(order));
        }
        gateway.toOwner(order.clientId, OrderReports.status(order));
        gateway.toOwner(order.clientId, OrderReports.commission(fill));
        gateway.books.booked(order);
        gateway.fault.filled(order, full);
        group(order, before, full);
        if (full) {
            wakeChildren(order);
        }
    }

    private void group(LiveOrder order, BigDecimal before, boolean full) {
        int type = order.order().group().ocaType();
        for (LiveOrder other : desk.groupOf(order)) {
            BigDecimal left = other.remaining().multiply(order.remaining()).divide(before, 0, RoundingMode.FLOOR);
            if (full || type == 1 || left.signum() == 0) {
                desk.cancelled(other, "");
            } else {
                reduce(other, left);
            }
        }
    }

    private void reduce(LiveOrder order, BigDecimal left) {
        Order o = order.order();
        Order smaller = new Order(
                o.action(),
                order.filled.add(left),
                o.pricing(),
                o.time(),
                o.group(),
                o.account(),
                o.orderRef(),
                o.whatIf());
        PlaceOrder r = order.request;
        order.request = new PlaceOrder(r.orderId(), r.contract(), smaller, r.extras());
        desk.tell(order);
    }

    private void wakeChildren(LiveOrder parent) {
        for (LiveOrder child : parent.children) {
            if (child.isWorking()) {
                child.whyHeld = child.isStop() ? "trigger" : "";
                if (child.isStop()) {
                    desk.tell(child);
                }
                enter(child);
            }
        }
    }
}
