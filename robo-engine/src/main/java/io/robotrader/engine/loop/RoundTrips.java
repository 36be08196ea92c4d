package io.robotrader.engine.loop;

import io.robotrader.engine.execution.Corrections;
import io.robotrader.engine.execution.Fill;
import io.robotrader.engine.execution.LateCommission;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What each trade made, from flat to flat, all its costs taken off; and with that how many in a row have lost. A fill that turns
 * a position ends one trade and begins another, and its commission is shared between the two by their shares. A correction
 * belongs to the trade of the fill that it corrects, as long as no other is under way in its symbol.
 */
final class RoundTrips {

    // A commission may come late, but not after so many more trades.
    private static final int REMEMBERED = 1_000;

    private final Floor floor;
    private final Map<String, Trip> open = new HashMap<>();
    private final Deque<Trip> over = new ArrayDeque<>();
    private int told;

    private static final class Trip {
        final Set<String> fills = new HashSet<>();
        BigDecimal pnl = BigDecimal.ZERO;
    }

    RoundTrips(Floor floor) {
        this.floor = floor;
    }

    /**
     * A fill was booked.
     *
     * @param fill the fill
     * @param before the shares held before it, signed
     * @param realized what it took in profit or loss, its commission taken off
     */
    void book(Fill fill, long before, BigDecimal realized) {
        long traded = fill.side().sign() * fill.quantity();
        long after = before + traded;
        boolean closes = before != 0 && (isCorrection(fill) ? endsCorrected(fill, after) : isEnd(before, after));
        if (before == 0) {
            Corrections.reversed(fill).ifPresent(wrong -> reopen(fill.symbol(), wrong));
        }
        BigDecimal opening = closes
                ? fill.commission()
                        .multiply(BigDecimal.valueOf(Math.abs(after)))
                        .divide(BigDecimal.valueOf(fill.quantity()), MathContext.DECIMAL64)
                : BigDecimal.ZERO;
        Trip trip = tripOf(fill.symbol());
        trip.fills.add(fill.id());
        trip.pnl = trip.pnl.add(realized).add(opening);
        if (closes) {
            open.remove(fill.symbol());
            if (!over.contains(trip)) {
                over.addLast(trip);
            }
            if (over.size() > REMEMBERED) {
                over.removeFirst();
            }
            tell();
        }
        if (closes && after != 0) {
            tripOf(fill.symbol()).pnl = opening.negate();
        }
    }

    private static boolean isEnd(long before, long after) {
        return after == 0 || Long.signum(after) != Long.signum(before);
    }

    private static boolean isCorrection(Fill fill) {
        return Corrections.correctedOrder(fill).isPresent();
    }

    /** What takes a fill back is no end: the right one follows, or the trade was none so far. */
    private static boolean endsCorrected(Fill fill, long after) {
        return after == 0 && Corrections.reversed(fill).isEmpty();
    }

    /** A fill of a trade that was over is taken back: the trade keeps its place and goes on. */
    private void reopen(String symbol, String wrong) {
        over.stream().filter(trip -> trip.fills.contains(wrong)).findFirst().ifPresent(trip -> open.put(symbol, trip));
    }

    private Trip tripOf(String symbol) {
        return open.computeIfAbsent(symbol, unseen -> new Trip());
    }

    /** What a fill of before has cost more: a trade that made a little may have lost after all. */
    void charge(LateCommission commission) {
        Trip trip = over.stream()
                .filter(it -> it.fills.contains(commission.fillId()))
                .findFirst()
                .orElseGet(() -> tripOf(commission.symbol()));
        trip.pnl = trip.pnl.subtract(commission.amount());
        tell();
    }

    /** A position was set to what the broker says: what it made is not known, and it is no trade if it is gone. */
    void adopted(String symbol, long quantity) {
        if (quantity == 0) {
            open.remove(symbol);
        }
    }

    /** A person lets it trade again: the count begins anew. */
    void forgive() {
        over.clear();
        tell();
    }

    /** The losses since the last win; a trade that made nothing is neither. */
    private int streak() {
        int losses = 0;
        for (var trips = over.descendingIterator(); trips.hasNext(); ) {
            Trip trip = trips.next();
            int sign = open.containsValue(trip) ? 0 : trip.pnl.signum();
            if (sign > 0) {
                return losses;
            }
            losses -= sign;
        }
        return losses;
    }

    private void tell() {
        int streak = streak();
        if (streak < told || told == 0) {
            // A win takes the gate's count back to nothing.
            floor.desk.gate().tradeClosed(1);
            told = 0;
        }
        for (; told < streak; told++) {
            floor.desk.gate().tradeClosed(-1);
        }
    }
}
