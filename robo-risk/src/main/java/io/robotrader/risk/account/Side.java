package io.robotrader.risk.account;

/** Which way an order trades. The quantity of an order is unsigned; the side carries the sign. */
public enum Side {
    /** Adds shares: opens or extends a long position, or reduces a short one. */
    BUY(1),
    /** Takes shares away: reduces a long position, or opens or extends a short one. */
    SELL(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** {@return 1 for a purchase, -1 for a sale} */
    public int sign() {
        return sign;
    }

    /** {@return the other side} */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
