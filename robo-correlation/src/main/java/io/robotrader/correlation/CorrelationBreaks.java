package io.robotrader.correlation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Watches matrices as they come, and tells when a pair, or the average of all pairs, moves beyond its own history.
 *
 * <p><b>Rule.</b> Each known coefficient r, as Fisher's z = atanh(r), is set against the exponentially weighted mean and
 * standard deviation of its own z before. The standard deviation counts as at least the sampling error 1 / sqrt(n - 3), n
 * being the pair's observations (for the average the smallest n): what noise alone explains is no break. From
 * {@link BreakSettings#raiseAt()} deviations on an alarm is raised, once; it is taken back when the deviation is below
 * {@link BreakSettings#clearAt()}, which it will be, too, once the new level has become the history. The average is the mean
 * of all known coefficients. A pair that is unknown for a while keeps its history and its alarm.
 *
 * <p>Matrices of a rolling window share most of their rows, so a deviation is no probability. One matrix a bar is meant, or
 * a day.
 *
 * <p>Memory is a few numbers a pair. Thread-safe; matrices count in the order in which they come.
 */
public final class CorrelationBreaks {
    /** Beyond this the transformation is infinite or all but rounding. */
    private static final double LARGEST = 1 - 1e-9;

    private final ReentrantLock lock = new ReentrantLock();
    private final BreakSettings settings;
    private final Map<List<String>, UsualRange> ranges = new HashMap<>();
    private @Nullable Instant latest;

    /**
     * A watch without history.
     *
     * @param settings when to raise an alarm
     */
    public CorrelationBreaks(BreakSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes the next matrix.
     *
     * @param matrix the later the matrix, the later its {@link CorrelationMatrix#asOf()}: one that is not later than the last
     *     tells nothing new and is passed over
     * @return what was raised or taken back by it: the average first, then pairs in the matrix's order; mostly empty
     */
    public List<CorrelationBreak> observe(CorrelationMatrix matrix) {
        lock.lock();
        try {
            Instant time = matrix.asOf().orElse(null);
            Instant last = latest;
            if (time == null || (last != null && !time.isAfter(last))) {
                return List.of();
            }
            latest = time;
            return look(matrix, time);
        } finally {
            lock.unlock();
        }
    }

    private List<CorrelationBreak> look(CorrelationMatrix matrix, Instant time) {
        List<CorrelationBreak> breaks = new ArrayList<>();
        double sum = 0;
        int known = 0;
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < matrix.size(); i++) {
            for (int j = 0; j < i; j++) {
                double coefficient = matrix.get(i, j);
                if (!Double.isNaN(coefficient)) {
                    int count = matrix.observations(i, j);
                    look(pair(matrix, i, j), time, coefficient, count).ifPresent(breaks::add);
                    sum += coefficient;
                    known++;
                    fewest = Math.min(fewest, count);
                }
            }
        }
        if (known > 0) {
            look(List.of(), time, sum / known, fewest).ifPresent(found -> breaks.add(0, found));
        }
        return List.copyOf(breaks);
    }

    private Optional<CorrelationBreak> look(List<String> symbols, Instant time, double coefficient, int count) {
        UsualRange range = ranges.computeIfAbsent(symbols, key -> new UsualRange(settings));
        double usual = Math.tanh(range.mean());
        double z = FisherZ.of(Math.max(-LARGEST, Math.min(LARGEST, coefficient)));
        double deviation = range.deviation(z, count > 3 ? 1 / Math.sqrt(count - 3) : Double.POSITIVE_INFINITY);
        boolean changed = range.take(z, deviation);
        return changed
                ? Optional.of(new CorrelationBreak(symbols, time, range.isAlarmed(), coefficient, usual, deviation))
                : Optional.empty();
    }

    private static List<String> pair(CorrelationMatrix matrix, int i, int j) {
        String a = matrix.symbols().get(i);
        String b = matrix.symbols().get(j);
        return a.compareTo(b) < 0 ? List.of(a, b) : List.of(b, a);
    }
}
