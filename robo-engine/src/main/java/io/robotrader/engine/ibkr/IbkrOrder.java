package io.robotrader.engine.ibkr;

import io.robotrader.risk.account.Side;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as the vendor knows it, apart from what it trades. Make one by a factory, and change it by the methods that
 * start with {@code with}. Immutable and thread-safe.
 *
 * @param side bought or sold
 * @param quantity how much in all, what is filled included
 * @param orderType {@code MKT}, {@code LMT}, {@code STP}, {@code STP LMT}, {@code TRAIL}; of other people's orders any
 * @param limitPrice the limit, null if there is none
 * @param auxPrice the stop price, or the amount that the stop trails by; null if there is none
 * @param trailStopPrice where a trailing stop starts or stands, null if not said
 * @param trailingPercent by how many hundredths the stop trails, null if by none
 * @param timeInForce {@code DAY}, {@code GTC}, {@code IOC}, {@code FOK} and others
 * @param outsideHours whether it also works outside the regular hours
 * @param ocaGroup the name of a group of which one fill cancels the rest, empty if there is none
 * @param ocaType 1 cancels the rest with a block, 2 makes it smaller with a block, 3 without; 0 is not set
 * @param parentId the order that has to be filled first, 0 if there is none
 * @param transmit whether the gateway is to send it on; it keeps it back, and says nothing, if not
 * @param account whose; empty if the login has only one
 * @param orderRef the client's own text, which comes back with the order and its fills
 */
public record IbkrOrder(
        Side side,
        BigDecimal quantity,
        String orderType,
        @Nullable BigDecimal limitPrice,
        @Nullable BigDecimal auxPrice,
        @Nullable BigDecimal trailStopPrice,
        @Nullable BigDecimal trailingPercent,
        String timeInForce,
        boolean outsideHours,
        String ocaGroup,
        int ocaType,
        int parentId,
        boolean transmit,
        String account,
        String orderRef) {

    /** Checks the parts that no order can be without. Whether a price fits the type is the vendor's to say. */
    public IbkrOrder {
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(orderType, "orderType");
        Objects.requireNonNull(timeInForce, "timeInForce");
        Objects.requireNonNull(ocaGroup, "ocaGroup");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(orderRef, "orderRef");
        if (quantity.signum() < 0) {
            throw new IllegalArgumentException("quantity must be zero or positive, but was " + quantity);
        }
    }

    private static IbkrOrder of(
            Side side,
            BigDecimal quantity,
            String type,
            @Nullable BigDecimal limit,
            @Nullable BigDecimal aux,
            @Nullable BigDecimal percent) {
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("quantity must be positive, but was " + quantity);
        }
        return new IbkrOrder(side, quantity, type, limit, aux, null, percent, "DAY", false, "", 0, 0, true, "", "");
    }

    private static BigDecimal positive(BigDecimal value, String name) {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException(name + " must be positive, but was " + value);
        }
        return value;
    }

    /**
     * {@return an order at the market}
     *
     * @param side bought or sold
     * @param quantity how much, positive
     */
    public static IbkrOrder market(Side side, BigDecimal quantity) {
        return of(side, quantity, "MKT", null, null, null);
    }

    /**
     * {@return an order at a price or better}
     *
     * @param side bought or sold
     * @param quantity how much, positive
     * @param price the limit, positive
     */
    public static IbkrOrder limit(Side side, BigDecimal quantity, BigDecimal price) {
        return of(side, quantity, "LMT", positive(price, "price"), null, null);
    }

    /**
     * {@return an order at the market once a price is reached}
     *
     * @param side bought or sold
     * @param quantity how much, positive
     * @param stop the price that has to be reached, positive
     */
    public static IbkrOrder stop(Side side, BigDecimal quantity, BigDecimal stop) {
        return of(side, quantity, "STP", null, positive(stop, "stop"), null);
    }

    /**
     * {@return an order at a limit once a price is reached}
     *
     * @param side bought or sold
     * @param quantity how much, positive
     * @param stop the price that has to be reached, positive
     * @param limit the limit from then on, positive
     */
    public static IbkrOrder stopLimit(Side side, BigDecimal quantity, BigDecimal stop, BigDecimal limit) {
        return of(side, quantity, "STP LMT", positive(limit, "limit"), positive(stop, "stop"), null);
    }

    /**
     * {@return an order at the market once the price has come back by an amount}
     *
     * @param side bought or sold
     * @param quantity how much, positive
     * @param amount how far the stop trails the price, positive
     */
    public static IbkrOrder trail(Side side, BigDecimal quantity, BigDecimal amount) {
        return of(side, quantity, "TRAIL", null, positive(amount, "amount"), null);
    }

    /**
     * {@return an order at the market once the price has come back by a percentage}
     *
     * @param side bought or sold
     * @param quantity how much, positive
     * @param percent how far the stop trails the price, 5 meaning five hundredths; positive
     */
    public static IbkrOrder trailByPercent(Side side, BigDecimal quantity, BigDecimal percent) {
        return of(side, quantity, "TRAIL", null, null, positive(percent, "percent"));
    }

    /**
     * {@return this order, working for another time}
     *
     * @param newTimeInForce {@code DAY}, {@code GTC}, {@code IOC}, {@code FOK} and others
     */
    public IbkrOrder withTimeInForce(String newTimeInForce) {
        return with(trailStopPrice, newTimeInForce, outsideHours, ocaGroup, ocaType, parentId, transmit);
    }

    /** {@return this order, working outside the regular hours too} */
    public IbkrOrder withOutsideHours() {
        return with(trailStopPrice, timeInForce, true, ocaGroup, ocaType, parentId, transmit);
    }

    /**
     * {@return this trailing order, its stop starting at a price}
     *
     * @param price where the stop starts, positive
     */
    public IbkrOrder withTrailStopPrice(BigDecimal price) {
        BigDecimal start = positive(price, "price");
        return with(start, timeInForce, outsideHours, ocaGroup, ocaType, parentId, transmit);
    }

    /**
     * {@return this order as one of a group of which one fill cancels the rest}
     *
     * @param group the name of the group
     * @param type 1 cancels the rest with a block, 2 makes it smaller with a block, 3 without
     */
    public IbkrOrder withOcaGroup(String group, int type) {
        if (type < 1 || type > 3) {
            throw new IllegalArgumentException("type must be 1, 2 or 3, but was " + type);
        }
        return with(trailStopPrice, timeInForce, outsideHours, group, type, parentId, transmit);
    }

    IbkrOrder asPartOf(int parent, boolean last) {
        return with(trailStopPrice, timeInForce, outsideHours, ocaGroup, ocaType, parent, last);
    }

    private IbkrOrder with(
            @Nullable BigDecimal newStop,
            String tif,
            boolean outside,
            String group,
            int type,
            int parent,
            boolean send) {
        return new IbkrOrder(
                side,
                quantity,
                orderType,
                limitPrice,
                auxPrice,
                newStop,
                trailingPercent,
                tif,
                outside,
                group,
                type,
                parent,
                send,
                account,
                orderRef);
    }

    /**
     * {@return this order for an account}
     *
     * @param newAccount whose
     */
    public IbkrOrder withAccount(String newAccount) {
        return named(newAccount, orderRef);
    }

    /**
     * {@return this order with a text of one's own}
     *
     * @param newOrderRef comes back with the order and its fills
     */
    public IbkrOrder withOrderRef(String newOrderRef) {
        return named(account, newOrderRef);
    }

    private IbkrOrder named(String newAccount, String newOrderRef) {
        return new IbkrOrder(
                side,
                quantity,
                orderType,
                limitPrice,
                auxPrice,
                trailStopPrice,
                trailingPercent,
                timeInForce,
                outsideHours,
                ocaGroup,
                ocaType,
                parentId,
                transmit,
                newAccount,
                newOrderRef);
    }

    /** What it is, without the account's number. */
    @Override
    public String toString() {
        return side + " " + quantity + " " + orderType + (limitPrice == null ? "" : " limit " + limitPrice)
                + (auxPrice == null ? "" : " aux " + auxPrice)
                + (trailingPercent == null ? "" : " trailing " + trailingPercent + "%") + " " + timeInForce
                + (ocaGroup.isEmpty() ? "" : " oca " + ocaGroup) + (parentId == 0 ? "" : " parent " + parentId)
                + (orderRef.isEmpty() ? "" : " ref " + orderRef)
                + (account.isEmpty() ? "" : " account " + Redacted.account(account));
    }
}
