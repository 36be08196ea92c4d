package io.robotrader.engine.ibkr.wire;

/**
 * When an order works. Immutable and thread-safe.
 *
 * @param timeInForce {@code DAY}, {@code GTC}, {@code IOC}, {@code GTD}, {@code OPG}, {@code FOK} and others; a server
 *     takes empty as {@code DAY}
 * @param goodAfter not before that time, empty if at once
 * @param goodTill until that time, for {@code GTD}; otherwise empty
 * @param outsideHours whether it also works outside the regular hours
 */
public record OrderTime(String timeInForce, String goodAfter, String goodTill, boolean outsideHours) {

    /** From now to the end of the day, in the regular hours. */
    public static final OrderTime DAY = new OrderTime("DAY", "", "", false);

    /** From now until cancelled, in the regular hours. */
    public static final OrderTime UNTIL_CANCELLED = new OrderTime("GTC", "", "", false);
}
