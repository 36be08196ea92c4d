package io.robotrader.risk.sizing;

/**
 * The most that some limit admits of an entry; how a sizer learns of limits that it does not know itself.
 *
 * @see PositionSizers#capped(PositionSizer, SizeCap...)
 */
@FunctionalInterface
public interface SizeCap {

    /**
     * Asks for the most shares that are admitted.
     *
     * @param request what is to be opened, and with what means
     * @param wanted the shares that are wanted, 1 or more; an answer above them says that the limit does not bind
     * @return the most shares, and the name of the limit that sets them
     */
    SizeLimit on(SizingRequest request, long wanted);
}
