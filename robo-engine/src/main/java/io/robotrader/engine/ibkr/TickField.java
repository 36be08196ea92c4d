package io.robotrader.engine.ibkr;

import io.robotrader.engine.ibkr.wire.TickType;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of a share's prices, sizes and states a tick tells; the same for live and delayed ones. */
public enum TickField {
    /** How much is bid for. */
    BID_SIZE,
    /** The price that is bid. */
    BID,
    /** The price that is asked. */
    ASK,
    /** How much is offered. */
    ASK_SIZE,
    /** The price of the last trade. */
    LAST,
    /** The size of the last trade. */
    LAST_SIZE,
    /** The highest price of the day. */
    HIGH,
    /** The lowest price of the day. */
    LOW,
    /** What was traded today. */
    VOLUME,
    /** The close of the day before. */
    CLOSE,
    /** The first price of the day. */
    OPEN,
    /** When the last trade was, in seconds since 1970. */
    LAST_TIME,
    /** How easy it is to sell short: above 2.5 easy, above 1.5 on request, else not at all. */
    SHORTABLE,
    /** The last trade as a list with semicolons. */
    REAL_TIME_VOLUME,
    /** Whether trading is halted: -1 not known, 0 no, 1 yes, 2 for volatility. */
    HALTED,
    /** How many can be borrowed. */
    SHORTABLE_SHARES,
    /** Any other; its number tells. */
    OTHER;

    private static final Map<TickType, TickField> BY_WIRE = new EnumMap<>(TickType.class);

    static {
        for (TickType type : TickType.values()) {
            BY_WIRE.put(type, valueOf(type.name()));
        }
    }

    static TickField of(@Nullable TickType type) {
        return type == null ? OTHER : BY_WIRE.getOrDefault(type, OTHER);
    }
}
