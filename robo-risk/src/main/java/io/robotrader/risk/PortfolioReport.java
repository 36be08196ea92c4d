package io.robotrader.risk;

import io.robotrader.risk.rule.Limit;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How the positions, as they are, stand to the limits that are about the account. Orders, working or refused, have no part
 * in it. Immutable and thread-safe.
 *
 * @param items one for each limit that is on, and for each symbol or sector where a limit is about one
 * @param valueAtRisk the loss of a day that is not exceeded on 95 days of 100, in money, zero or positive, by the model of
 *     {@link OrderTailRisk}, but of the positions alone; empty where a mark, a beta or a volatility is not known
 * @param expectedShortfall the mean loss of the other 5 days, in money, zero or positive; empty where that is not known
 */
public record PortfolioReport(List<Item> items, OptionalDouble valueAtRisk, OptionalDouble expectedShortfall) {

    /** From what part of a limit on it warns. */
    public static final double WARN_AT = 0.8;

    /** Copies the list. */
    public PortfolioReport {
        items = List.copyOf(items);
    }

    /** How a number stands to its limit. */
    public enum State {
        /** Well inside. */
        OK,
        /** At four fifths of the limit or beyond, but inside. */
        WARNING,
        /** Beyond the limit. */
        BREACHED,
        /** A number that is needed is missing. */
        UNKNOWN
    }

    /**
     * One limit.
     *
     * @param limit the limit
     * @param subject the symbol or the sector it is about; empty text if it is about the whole account
     * @param observed the number, in the limit's unit; infinite if it is a part of the equity and none is left; empty if it
     *     is not known
     * @param state how it stands
     */
    public record Item(Limit limit, String subject, OptionalDouble observed, State state) {

        static Item of(Limit limit, String subject, double observed) {
            if (observed == Double.POSITIVE_INFINITY) {
                return new Item(limit, subject, OptionalDouble.of(observed), State.BREACHED);
            }
            if (!Double.isFinite(observed)) {
                return new Item(limit, subject, OptionalDouble.empty(), State.UNKNOWN);
            }
            State inside = limit.used(observed) >= WARN_AT * (1 - Limit.TOLERANCE) ? State.WARNING : State.OK;
            return new Item(
                    limit, subject, OptionalDouble.of(observed), limit.admits(observed) ? inside : State.BREACHED);
        }
    }

    /** {@return the items beyond their limits} */
    public List<Item> breaches() {
        return in(State.BREACHED);
    }

    /** {@return the items inside their limits, but at four fifths or more} */
    public List<Item> warnings() {
        return in(State.WARNING);
    }

    private List<Item> in(State state) {
        return items.stream().filter(item -> item.state() == state).toList();
    }
}
