package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.Order;
import io.robotrader.engine.ibkr.wire.OrderPricing;
import io.robotrader.engine.ibkr.wire.PlaceOrder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order that the simulator has taken, with all that has become of it. */
final class LiveOrder {

    private static final Set<String> DONE = Set.of("Filled", "Cancelled", "Inactive");

    final int clientId;
    final int permId;
    final Market.Instrument instrument;
    final Instant placed;
    final long commissionTier;
    PlaceOrder request;
    String status = "";
    String whyHeld = "";
    BigDecimal filled = BigDecimal.ZERO;
    BigDecimal value = BigDecimal.ZERO;
    BigDecimal lastPrice = BigDecimal.ZERO;
    BigDecimal commission = BigDecimal.ZERO;
    int modifications;
    boolean transmitted;
    boolean routed;
    boolean triggered;
    boolean scripted;
    Instant eligible;

    @Nullable
    Double stop; // where the stop of a trailing order stands

    @Nullable
    LiveOrder parent;

    /** Those that wait for this one, or did, in the order in which they came. */
    final List<LiveOrder> children = new ArrayList<>();

    @Nullable
    Instant done;

    String reason = "";
    Timeline.@Nullable Task expiry;

    LiveOrder(int clientId, int permId, Market.Instrument instrument, PlaceOrder request, Instant now, long tier) {
        this.clientId = clientId;
        this.permId = permId;
        this.instrument = instrument;
        this.request = request;
        this.placed = now;
        this.eligible = now;
        this.commissionTier = tier;
    }

    int orderId() {
        return request.orderId();
    }

    Order order() {
        return request.order();
    }

    OrderPricing pricing() {
        return order().pricing();
    }

    String type() {
        return pricing().orderType();
    }

    boolean isBuy() {
        return order().action().equals("BUY");
    }

    boolean isDone() {
        return DONE.contains(status);
    }

    boolean isWorking() {
        return transmitted && !isDone();
    }

    boolean isStop() {
        return type().equals("STP") || type().equals("STP LMT") || isTrailing();
    }

    boolean isTrailing() {
        return type().equals("TRAIL") || type().equals("TRAIL LIMIT");
    }

    boolean waitsForParent() {
        return parent != null && !parent.status.equals("Filled");
    }

    boolean is(String timeInForce) {
        return order().time().timeInForce().equals(timeInForce);
    }

    /** Whether it may trade before and after the regular session; an order at the market may not. */
    boolean isExtended() {
        return order().time().outsideHours() && !type().equals("MKT");
    }

    BigDecimal remaining() {
        return order().totalQuantity().subtract(filled);
    }

    BigDecimal signed(BigDecimal quantity) {
        return isBuy() ? quantity : quantity.negate();
    }

    BigDecimal average() {
        return filled.signum() == 0 ? BigDecimal.ZERO : value.divide(filled, MathContext.DECIMAL64);
    }
}
