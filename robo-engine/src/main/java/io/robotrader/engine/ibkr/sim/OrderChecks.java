package io.robotrader.engine.ibkr.sim;

import io.robotrader.engine.ibkr.wire.Order;
import io.robotrader.engine.ibkr.wire.OrderPricing;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with an order, in the words of real servers. */
final class OrderChecks {

    /** A refusal; after a code of 201 the order is {@code Inactive}, after any other there is no order. */
    record Refusal(int code, String text) {}

    private static final Set<String> TYPES = Set.of("MKT", "LMT", "STP", "STP LMT", "TRAIL", "TRAIL LIMIT");
    private static final Set<String> TIMES = Set.of("", "DAY", "GTC", "IOC", "FOK", "GTD");

    private OrderChecks() {}

    /** What does not depend on the account: null if nothing is wrong. */
    static @Nullable Refusal form(Order order, Listing listing) {
        if (!order.action().equals("BUY") && !order.action().equals("SELL")) {
            return invalid("Please enter a valid order action");
        }
        if (order.totalQuantity().signum() <= 0) {
            return new Refusal(434, "The order size cannot be zero.");
        }
        if (order.totalQuantity().stripTrailingZeros().scale() > 0) {
            return new Refusal(10318, "This order doesn't support fractional quantity trading");
        }
        if (!TYPES.contains(order.pricing().orderType())) {
            return invalid("Invalid order type was entered: " + order.pricing().orderType());
        }
        String time = order.time().timeInForce();
        if (!TIMES.contains(time)) {
            return invalid("Invalid time in force: " + time);
        }
        boolean once = time.equals("IOC") || time.equals("FOK");
        if (once && !Set.of("MKT", "LMT").contains(order.pricing().orderType())) {
            return new Refusal(111, "The TIF (Time In Force) and the order type are incompatible.");
        }
        if (time.equals("GTD") && Spelling.instant(order.time().goodTill()) == null) {
            return invalid("Please enter a valid good till date");
        }
        if (!order.time().goodAfter().isEmpty() && Spelling.instant(order.time().goodAfter()) == null) {
            return invalid("Please enter a valid good after time");
        }
        return prices(order.pricing(), listing.minTick());
    }

    private static @Nullable Refusal prices(OrderPricing p, BigDecimal tick) {
        String type = p.orderType();
        if (type.contains("LMT") && !isPositive(p.limitPrice())) {
            return invalid("Please enter a valid limit price");
        }
        if (type.startsWith("STP") && !isPositive(p.auxPrice())) {
            return invalid("Please enter a valid stop price");
        }
        if (type.startsWith("TRAIL")) {
            boolean amount = isPositive(p.auxPrice());
            BigDecimal percent = p.trailingPercent();
            boolean share = isPositive(percent) && percent != null && percent.compareTo(BigDecimal.valueOf(100)) < 0;
            if (amount == share) {
                return invalid("Please enter either a trailing amount or a trailing percentage");
            }
        }
        boolean trailingLimit = type.equals("TRAIL LIMIT");
        if (trailingLimit && isPositive(p.limitPrice()) == (p.limitPriceOffset() != null)) {
            return invalid("Please enter either a limit price or a limit price offset");
        }
        boolean fits = fits(type.contains("LMT") || trailingLimit ? p.limitPrice() : null, tick)
                && fits(trailingLimit ? p.limitPriceOffset() : null, tick)
                && fits(type.startsWith("STP") ? p.auxPrice() : null, tick);
        return fits
                ? null
                : new Refusal(110, "The price does not conform to the minimum price variation for this contract.");
    }

    private static boolean isPositive(@Nullable BigDecimal price) {
        return price != null && price.signum() > 0;
    }

    private static boolean fits(@Nullable BigDecimal price, BigDecimal tick) {
        return price == null || price.remainder(tick).signum() == 0;
    }

    /** What may be changed in an order that works: price, size and times, but not what it is. */
    static @Nullable Refusal change(LiveOrder old, Order order, Listing listing, Account account) {
        if (old.status.equals("Filled")) {
            return new Refusal(104, "Can't modify a filled order.");
        }
        if (old.isDone()) {
            return new Refusal(103, "Duplicate order id");
        }
        if (!old.type().equals(order.pricing().orderType())) {
            return new Refusal(329, "Order modify failed. Cannot change to the new order type.");
        }
        boolean same = old.order().action().equals(order.action())
                && old.instrument.listing.equals(listing)
                && old.order().account().equals(account.id);
        if (!same || order.totalQuantity().compareTo(old.filled) <= 0) {
            return new Refusal(105, "Order being modified does not match original order.");
        }
        return null;
    }

    /** Whether the account can carry it. */
    static @Nullable Refusal funds(Account account, Listing listing, BigDecimal signed, BigDecimal price) {
        BigDecimal change = account.grossChange(listing, signed, price).multiply(Account.INITIAL);
        BigDecimal margin = account.initialMargin().add(change);
        BigDecimal equity = account.netLiquidation();
        if (change.signum() <= 0 || margin.compareTo(equity) <= 0) {
            return null;
        }
        return new Refusal(
                201,
                "Order rejected - reason:YOUR ORDER IS NOT ACCEPTED. IN ORDER TO OBTAIN THE DESIRED POSITION YOUR EQUITY"
                        + " WITH LOAN VALUE [" + Spelling.money(equity) + " USD] MUST EXCEED THE INITIAL MARGIN ["
                        + Spelling.money(margin) + " USD]");
    }

    static Refusal invalid(String cause) {
        return new Refusal(321, "Error validating request.-'bN' : cause - " + cause);
    }
}
