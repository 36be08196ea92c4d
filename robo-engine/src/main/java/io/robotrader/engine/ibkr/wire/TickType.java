package io.robotrader.engine.ibkr.wire;

import org.jspecify.annotations.Nullable;

/** The kinds of ticks that are prices, sizes and states of a share, live and delayed. Others stay numbers. */
public enum TickType {
    /** How much is bid for. */
    BID_SIZE(0, 69),
    /** The price that is bid. */
    BID(1, 66),
    /** The price that is asked. */
    ASK(2, 67),
    /** How much is offered. */
    ASK_SIZE(3, 70),
    /** The price of the last trade. */
    LAST(4, 68),
    /** The size of the last trade. */
    LAST_SIZE(5, 71),
    /** The highest price of the day. */
    HIGH(6, 72),
    /** The lowest price of the day. */
    LOW(7, 73),
    /** What was traded today. */
    VOLUME(8, 74),
    /** The close of the day before. */
    CLOSE(9, 75),
    /** The first price of the day. */
    OPEN(14, 76),
    /** When the last trade was, in seconds since 1970, as text. */
    LAST_TIME(45, 88),
    /** How easy it is to sell short: above 2.5 easy, above 1.5 on request, else not at all. */
    SHORTABLE(46, -1),
    /** The last trade as a list with semicolons: price, size, milliseconds since 1970, volume, average, single. */
    REAL_TIME_VOLUME(48, -1),
    /** Whether trading is halted: -1 not known, 0 no, 1 yes, 2 for volatility. */
    HALTED(49, 90),
    /** How many can be borrowed. */
    SHORTABLE_SHARES(89, -1);

    private static final @Nullable TickType[] BY_ID = new TickType[128];

    static {
        for (TickType type : values()) {
            BY_ID[type.live] = type;
            if (type.delayed >= 0) {
                BY_ID[type.delayed] = type;
            }
        }
    }

    private final int live;
    private final int delayed;

    TickType(int live, int delayed) {
        this.live = live;
        this.delayed = delayed;
    }

    /**
     * What a number stands for.
     *
     * @param id the number of a tick
     * @return the kind, the same for live and delayed; null if it is none of these
     */
    public static @Nullable TickType of(int id) {
        return id >= 0 && id < BY_ID.length ? BY_ID[id] : null;
    }

    /**
     * The number of a live tick.
     *
     * @return the number
     */
    public int live() {
        return live;
    }

    /**
     * The number of a delayed tick.
     *
     * @return the number, -1 if there is none
     */
    public int delayed() {
        return delayed;
    }
}
