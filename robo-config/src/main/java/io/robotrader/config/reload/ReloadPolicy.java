package io.robotrader.config.reload;

/** Which valid settings a running program takes. */
public enum ReloadPolicy {
    /** All that need no restart. */
    ANY_VALID,
    /**
     * Only such limits as allow less than before: the rest may not change but for {@code risk.maxPositionPct}, which may
     * become smaller. For programs that nobody should be able to loosen while they trade.
     */
    TIGHTEN_ONLY
}
