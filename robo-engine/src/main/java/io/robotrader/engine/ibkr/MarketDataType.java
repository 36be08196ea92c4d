package io.robotrader.engine.ibkr;

/** Which prices are wanted, or come. */
public enum MarketDataType {
    /** As they happen; needs a subscription at the vendor. */
    LIVE(1),
    /** The last ones of the day, when the market is closed. */
    FROZEN(2),
    /** Some fifteen minutes old. */
    DELAYED(3),
    /** The last delayed ones. */
    DELAYED_FROZEN(4);

    private final int code;

    MarketDataType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static MarketDataType of(int code) {
        return code >= 1 && code <= values().length ? values()[code - 1] : LIVE;
    }
}
